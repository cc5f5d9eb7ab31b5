"""A meeting on screen: typed, kept, saved, begun, closed, printed."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.reunion import Point, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services import autres_reunions
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.autres_reunions.reunion_page import ReunionPage
from tests.reports.reading import plain, texts
from tests.ui import a11y

SAID = (Point("Tests", "Un par mois."),)


@pytest.fixture
def page(desk, show, meeting):
    def shown(**changes):
        opened = meeting(**changes)
        made = ReunionPage(desk.context)
        made.open(Route("reunion", reunion_id=opened.reunion.id))
        show(made, 1160, 760)
        desk.settle()
        return made

    return shown


def saved(desk, page):
    return autres_reunions.ouvrir(desk.office, page.sitting.opened.reunion.id)


def test_that_a_prepared_meeting_shows_its_agenda(page):
    made = page(points=SAID)
    assert a11y.problems(made) == []
    assert made.header.title.text() == "Réunion trimestrielle du réseau"
    assert made.header.subtitle.text().startswith("N°\xa01 de\xa02026 · Jeudi 19")
    assert made.header.tag.text() == "En préparation"
    assert not made.points.rows[0].text.isVisible()
    assert made.begin_button.isVisible()
    assert not made.close_button.isVisible()
    assert made.first_focus() is made.facts.day


def test_that_what_is_typed_is_kept_without_being_saved(desk, page, taper):
    made = page()
    taper(made.facts.place, "Mairie")
    made.leave()
    desk.settle()
    assert (saved(desk, made).reunion.lieu, saved(desk, made).brouillon) == ("Mairie", True)
    assert made.header.saved.text().startswith("Enregistré à")
    again = ReunionPage(desk.context)
    again.open(Route("reunion", reunion_id=made.sitting.opened.reunion.id))
    desk.settle()
    assert again.facts.place.text() == "Mairie"
    assert "reprise" in again.banner.title()


def test_that_saving_is_taken_back_on_screen(desk, page, taper):
    made = page()
    taper(made.facts.place, "Mairie")
    made.save_button.click()
    desk.settle()
    assert not saved(desk, made).brouillon
    desk.context.undo.undo()
    desk.settle()
    assert made.facts.place.text() == ""


def test_that_a_bad_field_keeps_it_from_being_saved(desk, page):
    made = page()
    made.facts.end.setText("13:00")
    made.save_button.click()
    desk.settle()
    assert made.facts.fields["fin"].error_text
    assert saved(desk, made).reunion.fin is not None
    assert not desk.context.undo._done


def test_that_a_meeting_is_begun_then_closed_and_printed(desk, page):
    made = page(points=(Point("Tests"),))
    made.begin_button.click()
    desk.settle()
    assert made.header.tag.text() == "En cours"
    made.points.rows[0].text.set_text("Un par mois.")
    made.close_button.click()
    desk.settle()
    made.dialog.close_button.click()
    desk.settle()
    assert made.header.tag.text() == "Close"
    assert made.points.rows[0].title.isReadOnly()
    assert made.dialog.header.title.text() == "Réunion trimestrielle du réseau"
    made.leave()
    assert made.dialog is None
    assert saved(desk, made).reunion.close


def test_that_a_guest_typed_and_not_added_is_in_the_closed_meeting(desk, page, taper):
    made = page(etat=Etat.EN_COURS, points=SAID)
    taper(made.people.name, "Léa Martin")
    made.close_button.click()
    desk.settle()
    made.dialog.close_button.click()
    desk.settle()
    assert [i.nom for i in saved(desk, made).reunion.invites] == ["Léa Martin"]
    made.leave()


def test_that_closing_asks_again_about_a_name(desk, page, team):
    team.patient("Légende", "Sophie")
    made = page(etat=Etat.EN_COURS, points=(Point("Mme Légende", "Dit."),))
    assert made.points.rows[0].doubt.text()
    made.close_button.click()
    desk.settle()
    texts = [x.text() for x in made.dialog.findChildren(type(made.points.rows[0].doubt))]
    assert any("semble cité" in text for text in texts)
    made.dialog.back_button.click()
    assert not saved(desk, made).reunion.close


def test_that_an_empty_meeting_is_not_closed(desk, page):
    made = page(etat=Etat.EN_COURS)
    made.close_button.click()
    desk.settle()
    made.dialog.close_button.click()
    desk.settle()
    assert "Rien n’est écrit" in made.banner.title()
    assert made.close_button.isVisible()


def test_that_figures_are_inserted(desk, page):
    made = page()
    made.figures.insert_button.click()
    desk.settle()
    assert made.figures.chiffres
    made.save_button.click()
    desk.settle()
    assert saved(desk, made).reunion.chiffres == made.figures.chiffres


def test_that_moving_the_day_says_that_the_figures_are_of_another(desk, page, taper):
    made = page()
    made.figures.insert_button.click()
    desk.settle()
    assert made.figures.other_day.text() == ""
    made.facts.day.set_value(date(2026, 10, 8))
    taper(made.facts.place, "M")
    assert "ne sont pas ceux" in made.figures.other_day.text()


def test_that_two_versions_are_joined(desk, page, team):
    made = page()
    theirs = autres_reunions.ouvrir(team.medecin, made.sitting.opened.reunion.id)
    changed = made.sitting.opened.reunion
    made.points.add("Tests")
    autres_reunions.save(team.medecin, replace(changed, points=(Point("Divers"),)), theirs.based_on)
    made.save_button.click()
    desk.settle()
    assert "Dr Exemple" in made.banner.title()
    made.banner.action_button.click()
    desk.settle()
    assert [row.title.text() for row in made.points.rows] == ["Divers", "Tests"]
    made.save_button.click()
    desk.settle()
    assert [p.titre for p in saved(desk, made).reunion.points] == ["Divers", "Tests"]


def test_that_text_left_out_by_a_close_is_read_then_given_up(desk, page, team):
    made = page(points=(Point("Divers", "Rien."),))
    opened = made.sitting.opened
    mine = replace(opened.reunion, points=SAID)
    autres_reunions.save_draft(desk.office, mine, opened.based_on)
    autres_reunions.close(team.medecin, opened.reunion, opened.based_on)
    made.open(Route("reunion", reunion_id=mine.id))
    desk.settle()
    assert "pas dans ce compte rendu" in made.banner.title()
    assert [row.title.text() for row in made.points.rows] == ["Divers"]
    made.banner.action_button.click()
    assert [row.title.text() for row in made.points.rows] == ["Tests"]
    assert "pas le compte rendu" in made.banner.title()
    desk.context.events.store_changed.emit(frozenset({"reunion"}))
    desk.settle()
    assert [row.title.text() for row in made.points.rows] == ["Tests"]
    made.banner.action_button.click()
    desk.settle()
    assert [row.title.text() for row in made.points.rows] == ["Divers"]
    assert not made.banner.isVisible()
    assert saved(desk, made).ecarte is None


def test_that_what_a_colleague_saved_is_shown_while_nothing_is_typed(desk, page, team):
    made = page()
    opened = autres_reunions.ouvrir(team.medecin, made.sitting.opened.reunion.id)
    autres_reunions.save(team.medecin, replace(opened.reunion, lieu="CSAPA"), opened.based_on)
    desk.context.events.store_changed.emit(frozenset({"reunion"}))
    desk.settle()
    assert made.facts.place.text() == "CSAPA"


def test_that_a_meeting_taken_back_leads_to_the_list(desk, page):
    made = page()
    autres_reunions.annuler(desk.office, made.sitting.opened.reunion.id)
    desk.context.events.store_changed.emit(frozenset({"reunion"}))
    desk.settle()
    assert desk.routes[-1] == Route("autres_reunions")


def test_that_a_crisis_has_no_figures_and_prints_as_it_stands(desk, page):
    made = page(nature=TypeReunion.CRISE)
    assert not made.figures.isVisible()
    made.print_button.click()
    desk.settle()
    assert made.dialog.header.title.text() == "Réunion de crise"
    made.leave()


def test_that_a_point_just_typed_is_printed(desk, page):
    made = page()
    made.points.add("Tests rapides")
    made.print_button.click()
    desk.settle()
    (sheet, *_) = texts(made.dialog._document.pdf)
    made.leave()
    assert "1. Tests rapides" in plain(sheet)
    assert "Document provisoire" in plain(sheet)


def test_that_its_versions_are_read_from_the_page(desk, page, taper):
    made = page(points=SAID)
    taper(made.facts.place, "Mairie")
    made.save_button.click()
    desk.settle()
    made.history_button.click()
    desk.settle()
    (dialog,) = made.findChildren(HistoryDialog)
    assert dialog.choice.count() == 3
    dialog.accept()


def test_that_an_unknown_meeting_is_said(desk, show):
    made = ReunionPage(desk.context)
    show(made, 900, 600)
    made.open(Route("reunion", reunion_id="x" * 32))
    desk.settle()
    assert made.banner.isVisible()
    assert desk.context.membre.role is Role.PSYCHOLOGUE
