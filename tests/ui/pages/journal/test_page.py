"""The page of the access log: who opened what, by person, and whether it can be believed."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers, journal
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.journal.page import JournalPage
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def sophie(team):
    """Opened by the psychologist, then by the doctor in spite of an objection."""
    made = team.patient()
    team.clock.set(date(2026, 11, 17), time(9))
    dossiers.dossier(team.psychologue, made.id)
    team.clock.set(TODAY, time(14, 6))
    journal.note(
        team.medecin, Action.BRIS_DE_GLACE, patient=made.id, motif="Urgence\u00a0: appel du SAMU"
    )
    return made


@pytest.fixture
def opened(team, theme, show):
    def make(role=Role.MEDECIN, **params):
        desk = make_desk(team, theme, role)
        page = show(JournalPage(desk.context), 1200, 800)
        page.open(Route("journal", **params))
        desk.settle()
        return desk, page

    return make


def said(page):
    return [(r.qui, r.quoi) for r in page.model.rows()]


def test_that_the_latest_access_comes_first_in_words(opened, sophie):
    desk, page = opened()
    assert said(page)[0] == ("Dr Paul Exemple", "Opposition passée outre")
    texts = [page.model.index(0, at).data() for at in range(page.model.columnCount())]
    assert texts == [
        "19/11/2026\u00a0\u00a014:06",
        "Dr Paul Exemple",
        "LÉGENDE Sophie",
        "Opposition passée outre",
        "Urgence\u00a0: appel du SAMU",
    ]
    assert "Journal intact" in page.intact.text()
    assert not page.problem.isVisible()
    assert not page.print_button.isVisible()
    assert page.first_focus() is page.filters.search
    assert a11y.problems(page) == []
    desk.context.worker.drain()


def test_that_who_opened_one_record_is_shown_and_can_be_printed(qtbot, opened, sophie):
    desk, page = opened(patient_id=sophie.id)
    assert said(page) == [
        ("Dr Paul Exemple", "Opposition passée outre"),
        ("Claire Modèle", "Dossier ouvert"),
    ]
    assert page.chosen.title() == "Qui a ouvert le dossier de LÉGENDE Sophie"
    page.print_button.click()
    desk.settle()
    preview = page.findChild(PrintPreview)
    assert preview.accessibleName() == "Journal d’accès"
    page.leave()
    assert not preview.isVisible()
    desk.settle()
    page.chosen.action_button.click()
    assert desk.routes[-1] == Route("journal")
    assert a11y.problems(page) == []


def test_that_looking_at_the_log_is_not_in_it(opened, sophie):
    desk, page = opened(patient_id=sophie.id)
    before = said(page)
    page.open(Route("journal", patient_id=sophie.id))
    desk.settle()
    assert said(page) == before


def test_that_the_others_see_what_they_did_alone(opened, sophie):
    _, page = opened(Role.PSYCHOLOGUE, patient_id=sophie.id)
    assert said(page) == [("Claire Modèle", "Dossier ouvert")]
    assert page.chosen.title() == "Vos accès au dossier de LÉGENDE Sophie"
    assert not page.filters.person_field.isVisible()


def test_that_filters_narrow_what_is_shown(qtbot, opened, sophie, team):
    desk, page = opened()
    page.filters.person.set_value(team.psychologue.membre.id)
    page.filters.person.changed.emit(team.psychologue.membre.id)
    desk.settle()
    assert {qui for qui, _ in said(page)} == {"Claire Modèle"}
    page.filters.action.set_value("fusion")
    page.filters.action.changed.emit("fusion")
    desk.settle()
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    assert a11y.problems(page) == []


def test_that_typing_a_name_gives_up_the_person_chosen_before(qtbot, opened, sophie, team, taper):
    other = team.patient("Autre", "Jean")
    dossiers.dossier(team.medecin, other.id)
    desk, page = opened(patient_id=sophie.id)
    taper(page.filters.search, "autre")
    qtbot.waitUntil(lambda: page._demande.texte == "autre")
    desk.settle()
    assert said(page) == [("Dr Paul Exemple", "Dossier ouvert")]
    assert not page.chosen.isVisible()
    assert page.print_button.isVisible()


def test_that_a_long_log_comes_page_by_page(opened, team, monkeypatch):
    monkeypatch.setattr(journal, "PAGE", 3)
    for _ in range(5):
        journal.note(team.medecin, Action.REPRISE)
    desk, page = opened()
    assert len(page.model.rows()) == 3
    page.more_button.click()
    desk.settle()
    assert len(page.model.rows()) == 6
    assert len({r.acces.seq for r in page.model.rows()}) == 6
    assert page.more_button.isVisible()


def test_that_a_reason_is_read_whole_when_its_line_is_chosen(opened, sophie):
    _, page = opened()
    page.table.setCurrentIndex(page.model.index(0, 0))
    assert page.reason.text() == "Motif\u00a0: Urgence\u00a0: appel du SAMU"
    page.table.setCurrentIndex(page.model.index(1, 0))
    assert not page.reason.isVisible()


def test_that_a_line_leads_to_the_record(opened, sophie):
    desk, page = opened()
    page.table.row_chosen.emit(page.model.row(0))
    assert desk.routes[-1] == Route("dossier", patient_id=sophie.id)
    before = len(desk.routes)
    page.table.row_chosen.emit(page.model.row(2))  # a session that began is about nobody
    assert len(desk.routes) == before


def test_that_names_are_hidden_with_the_others(opened, sophie):
    desk, page = opened(patient_id=sophie.id)
    desk.context.discretion.switch(on=True)
    assert page.model.index(0, 2).data() == "S.\u00a0L. · n°\u00a00001"
    assert "LÉGENDE" not in page.chosen.title()


def test_that_an_altered_log_is_said_in_red_with_what_to_do(opened, sophie, team):
    raw = team.medecin.store._raw
    raw.execute("drop trigger acces_no_delete")
    raw.execute("delete from acces where dseq = 2")
    _, page = opened()
    assert "incomplet" in page.problem.title()
    assert page.problem.isVisible()
    assert "copie" in page.problem._text.text()
    assert not page.intact.isVisible()
    assert said(page)
    assert a11y.problems(page) == []
