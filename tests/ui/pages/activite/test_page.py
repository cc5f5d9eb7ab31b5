"""The page of activity: periods, themes, figures and the people behind them."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.services import reperes
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.activite import words
from microstructure_desktop.ui.pages.activite.people_dialog import PeopleDialog
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests import factories as make
from tests.services.cases import oppose, write
from tests.ui import a11y

from .conftest import OCTOBER


def first(page):
    """The figure of people seen."""
    return page.view.tiles[0].figure


def test_that_it_opens_on_the_month_under_way(opened, people):
    page = opened()
    assert page.header.subtitle.text() == f"Novembre{NBSP}2026"
    assert page.header.tag.text() == "Provisoire"
    assert first(page).button.text() == "1"
    assert page.first_focus() is page.period.before_button
    assert a11y.problems(page) == []


def test_that_a_route_names_a_period_and_a_theme(opened, people):
    assert opened(mois="2026-10").period.periode() == OCTOBER
    page = opened(annee=2025, theme="actes")
    assert page.period.periode() == Periode.de_l_annee(2025)
    page.open(Route("activite"))
    page.desk.settle()
    assert page.period.periode() == Periode.de_l_annee(2025)


def test_that_periods_are_turned(opened, people):
    page = opened()
    page.period.before_button.click()
    page.desk.settle()
    assert first(page).button.text() == "2"
    assert page.view.tiles[0].caption.text() == f"octobre{NBSP}2025{NBSP}: 1"
    page.period.kind.part("annee").click()
    page.desk.settle()
    assert page.view.tiles[0].code == "A01"


def test_that_what_comes_late_for_another_period_is_dropped(opened, people):
    page = opened()
    page.period.before_button.click()
    page.period.before_button.click()
    page.desk.settle()
    assert page.header.subtitle.text() == f"Septembre{NBSP}2026"
    assert page._beside.avant.periode.premier.month == 9


def test_that_the_theme_of_a_route_is_read_first(opened, people):
    page = opened(annee=2026, theme="actes")
    assert page.nav.current() == "actes"
    assert [card.code for card in page.view.cards] == ["A15", "M06", "A16"]
    assert "A11" in page._found.bilan.resultats


def test_that_a_theme_asked_for_meanwhile_waits_for_its_figures(opened, people):
    page = opened()
    page.period.kind.part("annee").click()
    assert page.desk.context.worker.drain()
    page.nav.button("delais").click()
    page.desk.settle()
    assert [card.code for card in page.view.cards] == ["M13"]


def test_that_a_theme_is_shown_at_a_time(opened, people):
    page = opened()
    page.nav.button("actes").click()
    assert [card.code for card in page.view.cards] == ["M05", "M06"]
    page.period.before_button.click()
    page.desk.settle()
    assert page.nav.current() == "actes"
    assert page.view.cards[0].code == "M05"


def test_that_a_figure_opens_its_people_and_is_found_again_after(opened, people):
    page = opened(mois="2026-10")
    first(page).button.setFocus()
    first(page).button.click()
    page.desk.settle()
    dialog = page.findChild(PeopleDialog)
    assert len(dialog.model.rows()) == 2
    dialog.open_button.click()
    assert page.desk.routes[-1].name == "dossier"
    page.period.before_button.setFocus()
    page.open(Route("activite"))
    page.desk.settle()
    assert page.focusWidget() is first(page).button


def test_that_who_reads_totals_is_told_so(opened, people):
    page = opened(Role.PSYCHIATRE, mois="2026-10")
    assert first(page).button is None
    assert page.totals.text() == words.NO_LIST
    assert opened().totals.text() == ""


def test_that_who_objects_to_being_counted_is_a_number(opened, people, uncounted):
    page = opened(mois="2026-10")
    assert first(page).button.text() == "1"
    assert page.excluded.text().startswith(f"1{NBSP}personne s’oppose")


def test_that_a_record_closed_to_the_reader_is_told_as_a_number(opened, team, people):
    oppose(team, people[0])
    page = opened(mois="2026-10")
    first(page).button.click()
    page.desk.settle()
    assert "1" + NBSP + "de plus, fermé" in page.findChild(PeopleDialog).accessibleDescription()
    page.leave()


def test_that_a_session_recorded_meanwhile_is_counted(opened, team, people):
    page = opened()
    page.view.tiles[0].figure.button.setFocus()
    write(team, "consultations", make.a_consultation(patient=people[1].id, jour=OCTOBER.dernier))
    page.desk.context.events.store_changed.emit(frozenset({"consultation"}))
    page.desk.settle()
    page.period.before_button.click()
    page.desk.settle()
    assert first(page).button.text() == "2"


def test_that_published_marks_wait_to_be_asked_for(opened, people):
    page = opened()
    assert not page.marks.isVisible()
    year = opened(annee=2026)
    assert year.marks.isVisible()
    assert not said(year, f"49{NBSP}%")
    year.marks.click()
    assert said(year, f"49{NBSP}%")
    assert year.warning.text() == reperes.AVERTISSEMENT
    year.marks.click()
    assert not said(year, f"49{NBSP}%")
    assert year.warning.text() == ""


def test_that_a_period_without_anything_says_so(opened, people):
    page = opened(mois="2025-03")
    assert page.empty.isVisible()
    told = [w.text() for w in page.empty.findChildren(Paragraph)]
    assert told[0] == f"Pas encore d’activité en mars{NBSP}2025"
    assert not page.nav.isVisible()
    page.period.set_periode(OCTOBER)
    page.open(Route("activite"))
    page.desk.settle()
    assert not page.empty.isVisible()
    assert page.nav.isVisible()


def said(page, text):
    return [w for w in page.view.findChildren(Paragraph) if text in w.text()]


def test_that_a_failure_is_said(opened, people):
    page = opened()
    page._on_failed(AccessDenied())
    assert page.problem.title() == "Votre rôle ne permet pas cette action."


def test_that_the_report_of_the_year_is_one_click_away(opened, people):
    page = opened(mois="2025-10")
    page.report.click()
    assert page.desk.routes[-1] == Route("rapport", annee="2025")
    page = opened(mois="2026-10")
    page.report.click()
    assert page.desk.routes[-1] == Route("rapport")


def test_that_the_tables_of_the_days_shown_are_one_click_away_for_who_may(opened, people):
    page = opened(mois="2026-10")
    page.tables.click()
    assert page.desk.routes[-1] == Route("tableaux", du="2026-10-01", au="2026-10-31")
    assert not opened(Role.PSYCHIATRE).tables.isVisible()
