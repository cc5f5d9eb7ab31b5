"""From a file to records, in four steps; nothing is written before the last button."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.services import reprise
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui import a11y


def everybody(desk):
    with desk.office.store.read() as work:
        return sorted(p.nom_affiche for p in work.patients.all())


def notices(desk):
    found = []
    desk.context.events.notice_requested.connect(found.append)
    return found


def previewed(page, desk, file):
    page.read(file)
    desk.settle()
    page.next_button.click()
    desk.settle()


def created(page, desk, file):
    previewed(page, desk, file)
    page.next_button.click()
    desk.settle()


def words(page):
    QApplication.processEvents()  # what was just written is shown first
    shown = [x for kind in (Label, Paragraph) for x in page.findChildren(kind) if x.isVisible()]
    return " ".join(x.text() for x in shown)


def test_that_a_file_becomes_records_in_three_clicks(page, desk, file):
    page.read(file)
    desk.settle()
    assert page.steps.currentWidget() is page.columns
    assert page.next_button.text() == "Voir l’aperçu"
    page.next_button.click()
    desk.settle()
    assert page.steps.currentWidget() is page.preview
    assert page.next_button.text() == "Créer 3\u00a0dossiers"
    assert everybody(desk) == []
    page.next_button.click()
    desk.settle()
    assert page.steps.currentWidget() is page.done
    assert everybody(desk) == ["FABLE Inès", "LÉGENDE Sophie", "RÉCIT Karim"]
    assert "3\u00a0dossiers créés, 1\u00a0inclusion" in words(page)
    page.next_button.click()
    assert desk.routes == [Route("patients")]


def test_that_the_whole_import_is_undone_and_given_back_by_the_toast(page, desk, file):
    found = notices(desk)
    created(page, desk, file)
    assert found[-1].text == "3\u00a0dossiers créés"
    found[-1].on_action()
    desk.settle()
    assert everybody(desk) == []
    assert page.steps.currentWidget() is page.file
    assert found[-1].text == "Reprise annulée\u00a0: 3\u00a0dossiers retirés."
    found[-1].on_action()
    desk.settle()
    assert len(everybody(desk)) == 3


def test_that_a_past_import_is_undone_from_the_list(page, desk, file):
    created(page, desk, file)
    page.done.undo_button.click()
    desk.settle()
    assert everybody(desk) == []
    assert page.file.lots.isVisible()
    assert page.file.lots.buttons == []


def test_that_who_was_seen_since_is_kept_and_said(page, desk, team, file):
    found = notices(desk)
    created(page, desk, file)
    with desk.office.store.read() as work:
        sophie = next(p for p in work.patients.all() if p.prenom == "Sophie")
    team.seance(sophie.id, date(2026, 11, 19))
    page.done.undo_button.click()
    desk.settle()
    assert everybody(desk) == ["LÉGENDE Sophie"]
    assert f"n°\u00a0{sophie.dossier}" in found[-1].text


def test_that_a_file_that_cannot_be_read_is_said_and_another_may_be_chosen(page, desk, file):
    broken = file.with_name("casse.csv")
    broken.write_bytes(b"Nom\0;x")
    page.read(broken)
    desk.settle()
    assert page.problem.isVisible()
    assert "tableau" in page.problem.title()
    assert page.steps.currentWidget() is page.file
    assert page.file.choose_button.isEnabled()
    page.read(file)
    desk.settle()
    assert not page.problem.isVisible()


def test_that_a_preview_out_of_date_is_said_and_nothing_is_written(page, desk, team, file):
    previewed(page, desk, file)
    desk.settle()
    team.patient("Légende", "Sophie")
    page.next_button.click()
    desk.settle()
    assert "depuis l’aperçu" in page.problem.title()
    assert everybody(desk) == ["LÉGENDE Sophie"]
    assert page.steps.currentWidget() is page.preview


def test_that_going_back_keeps_the_columns_then_lets_go_of_the_file(page, desk, file):
    previewed(page, desk, file)
    page.back_button.click()
    assert page.steps.currentWidget() is page.columns
    assert page.columns.opened is not None
    page.back_button.click()
    assert page.steps.currentWidget() is page.file
    assert page.columns.opened is None
    assert page.preview.preview is None


def test_that_another_page_may_be_looked_at_meanwhile(page, desk, file):
    previewed(page, desk, file)
    page.leave()
    page.open(Route("reprise"))
    desk.settle()
    assert page.steps.currentWidget() is page.preview


def test_that_it_is_done_with_the_keyboard_alone(page, desk, file):
    previewed(page, desk, file)
    page.preview.table.setFocus()
    page.preview.table.selectRow(2)
    QTest.keyClick(page.preview.table, Qt.Key.Key_Return)
    assert 4 in page.preview.taken
    reached = set()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {page.next_button, page.back_button, page.preview.card.take_box} <= reached
    page.next_button.setFocus()
    QTest.keyClick(page.next_button, Qt.Key.Key_Space)
    desk.settle()
    assert len(everybody(desk)) == 4


@pytest.mark.parametrize("step", ["file", "columns", "preview", "done"])
def test_that_everything_on_each_step_has_a_name(page, desk, file, step):
    if step in ("preview", "done"):
        previewed(page, desk, file)
    if step == "done":
        page.next_button.click()
    if step == "columns":
        page.read(file)
    desk.settle()
    assert page.steps.currentWidget() is getattr(page, step)
    assert a11y.problems(page) == []


def test_that_no_name_of_the_file_is_shown_in_discreet_mode(page, desk, team, file):
    team.patient("Légendre", "Sophie")
    page.read(file)
    desk.settle()
    desk.context.discretion.switch(on=True)
    seen = [words(page)]
    page.next_button.click()
    desk.settle()
    for at in range(page.preview.model.rowCount()):
        page.preview.table.selectRow(at)
        cells = (page.preview.model.index(at, c).data() for c in range(6))
        seen += [words(page), *map(str, cells), *map(QWidget.toolTip, page.findChildren(QWidget))]
    told = " ".join(seen).casefold()
    for secret in ("légend", "sophie", "fable", "inès", "récit", "karim", "1992", "1990"):
        assert secret not in told
    desk.context.discretion.switch(on=False)
    assert page.preview.model.index(0, 2).data() == "LÉGENDE Sophie"


def test_that_the_past_imports_are_read_when_the_page_opens(page, desk, file):
    opened = reprise.ouvrir(desk.office, file)
    apercu = reprise.examiner(desk.office, opened.tableau, opened.colonnes)
    reprise.importer(desk.office, apercu, apercu.proposees())
    page.open(Route("reprise"))
    desk.settle()
    (button,) = page.file.lots.buttons
    button.click()
    desk.settle()
    assert everybody(desk) == []
