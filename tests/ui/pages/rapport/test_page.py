"""The report on screen: read part by part, commented, led to by what is missing, printed."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import equipe, rapport_brouillons, unlock
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.rapport.page import RapportPage
from tests.cabinet import PASSPHRASE
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def page(desk, sophie, show):
    made = RapportPage(desk.context)
    show(made, 1200, 800)
    made.open(Route("rapport"))
    desk.settle()
    return made


def go(page, desk, **params):
    page.open(Route("rapport", **params))
    desk.settle()
    QApplication.processEvents()


def said(desk, annee=2026):
    with desk.office.store.read() as work:
        return {c.section: c.texte for c in work.commentaires.de_l_annee(annee) if c.texte}


def test_that_it_opens_on_what_is_missing(page):
    assert a11y.problems(page) == []
    assert page.header.title.text() == "Rapport annuel 2026"
    assert page.header.tag.text() == "À compléter"
    assert page.nav.current() == "verifications"
    assert page.checklist.buttons()
    assert not page.before_button.isEnabled()


def test_that_in_january_it_is_the_report_of_last_year(team, desk, sophie, show):
    team.clock.set(date(2027, 1, 11), time(9))
    made = show(RapportPage(desk.context), 1200, 800)
    go(made, desk)
    assert made.header.title.text() == "Rapport annuel 2026"
    go(made, desk, annee="2027")
    assert made.header.title.text() == "Rapport annuel 2027"
    go(made, desk)
    assert made.year.year() == 2027


def test_that_parts_follow_each_other_by_keys(page, desk):
    button = page.nav.button("verifications")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert page.part.section is Section.IDENTITE
    assert a11y.problems(page) == []
    page.after_button.click()
    assert page.part.section is Section.METHODE
    for _ in range(14):
        page.after_button.click()
    assert page.part.section is Section.PERSPECTIVES
    page.after_button.click()
    desk.settle()
    assert page.release is not None
    assert (page.print_button.isVisible(), page.release_button.isVisible()) == (False, True)
    assert not page.after_button.isEnabled()
    assert page.before_button.hasFocus()


def test_that_a_comment_is_recorded_by_going_on(page, desk, taper):
    go(page, desk, annee="2026", section="sante")
    taper(page.part.comment.area.editor, "Plus de jeunes.")
    page.after_button.click()
    desk.settle()
    assert said(desk) == {Section.SANTE: "Plus de jeunes."}
    assert page.nav.part("sante").state == "prête"
    page.before_button.click()
    assert page.part.comment.text() == "Plus de jeunes."


def test_that_recording_leaves_the_keyboard_where_it_is(page, desk, taper):
    go(page, desk, annee="2026", section="profil")
    editor = page.part.comment.area.editor
    taper(editor, "Plus de jeunes.")
    page.part.writing.record()
    desk.settle()
    assert said(desk) == {Section.PROFIL: "Plus de jeunes."}
    assert page.part.comment.area.editor is editor
    assert editor.hasFocus()


def test_that_leaving_the_page_loses_nothing(page, desk, taper):
    go(page, desk, annee="2026", section="profil")
    taper(page.part.comment.area.editor, "Dit.")
    page.leave()
    desk.settle()
    assert said(desk) == {Section.PROFIL: "Dit."}


def test_that_a_text_begun_is_found_again(page, desk):
    rapport_brouillons.garder(desk.office, 2026, Section.PROFIL, "Une file ")
    go(page, desk, annee="2026", section="profil")
    assert page.part.comment.text() == "Une file "
    assert page.part.comment.resumed.isVisible()


def test_that_each_year_has_its_own_text(page, desk, taper):
    go(page, desk, annee="2026", section="profil")
    taper(page.part.comment.area.editor, "Cette année.")
    page.year.before_button.click()
    desk.settle()
    assert page.part.comment.text() == ""
    assert page.header.title.text() == "Rapport annuel 2025"
    page.year.after_button.click()
    desk.settle()
    assert page.part.comment.text() == "Cette année."
    assert said(desk, 2025) == {}


def test_that_one_is_led_to_the_funders(page, desk):
    go(page, desk, annee="2026", section="forfaits")
    assert page.part.funders.card.add_button.hasFocus()
    page.part.funders.card.add_button.click()
    page.part.funders.dialog.who.setText("ARS")
    page.part.funders.dialog.amount.setText("100")
    page.part.funders.dialog.save_button.click()
    desk.settle()
    assert page.part.funders.some
    assert page.nav.part("forfaits").state == "commentaire vide"


def test_that_what_is_printed_has_what_is_being_typed(page, desk, taper):
    go(page, desk, annee="2026", section="profil")
    taper(page.part.comment.area.editor, "Dit.")
    page.print_button.click()
    desk.settle()
    assert said(desk) == {Section.PROFIL: "Dit."}
    assert page.preview.isVisible()
    page.leave()
    assert page.preview is None


def test_that_a_text_to_go_on_with_is_offered(page, desk):
    page.edit_button.click()
    desk.settle()
    assert page.preview._copy.fichier == "rapport-2026-interne.docx"
    page.leave()


def test_that_last_year_s_report_is_handed_out(team, desk, page):
    team.clock.set(date(2027, 1, 11), time(9))
    go(page, desk, annee="2026", section="diffusion")
    page.release_button.click()
    page.release.dialog.accept_button.click()
    desk.settle()
    assert page.preview.header.title.text().startswith("Rapport")
    page.leave()


def test_that_the_coordination_only_hands_out(team, theme, sophie, show):
    office = unlock.as_member(
        team.medecin,
        equipe.add(team.medecin, NouveauMembre("Jean", "Trame", Role.COORDINATION), PASSPHRASE).id,
        PASSPHRASE,
    )
    team.offices[Role.COORDINATION] = office
    theirs = make_desk(team, theme, Role.COORDINATION)
    made = show(RapportPage(theirs.context), 1200, 800)
    go(made, theirs, annee="2025")
    assert made.nav.order() == ["diffusion"]
    assert made.release is not None
    assert a11y.problems(made) == []
    made.leave()
    theirs.settle()
