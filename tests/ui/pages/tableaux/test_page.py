"""Chosen, asked where, written there and noted; never before a place is chosen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import journal
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.services.tableaux_equipe import Contenu, Format
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.tableaux import words
from tests.services.tables import csv_rows, sheets
from tests.ui import a11y

WHY = "Point demandé par la CPAM"


def answer(page, path):
    """The window of the system is open; a place is chosen in it."""
    page.place.dialog.fileSelected.emit(str(path))
    page.place.dialog.done(QDialog.DialogCode.Accepted.value)
    page.desk.settle()


def asked(page):
    page.save_button.click()
    page.desk.settle()


def last(page):
    return journal.read(page.desk.office, Demande()).lignes[0].acces


def test_that_a_workbook_without_names_is_saved_where_the_person_says(opened, people, tmp_path):
    page = opened()
    told = []
    page.desk.context.events.notice_requested.connect(told.append)
    asked(page)
    assert list(tmp_path.glob("*.xlsx")) == []
    answer(page, tmp_path / "ici.xlsx")
    found = sheets((tmp_path / "ici.xlsx").read_bytes())
    assert len(found["Activité"]) == 3
    assert not any(p.nom in str(found) for p in people.values())
    assert "Ce fichier n’est pas chiffré" in told[-1].text
    assert page.news.title() == words.saved_in(tmp_path / "ici.xlsx")
    assert last(page).action is Action.EXPORT
    assert page.save_button.isEnabled()


def test_that_names_are_written_with_a_reason_that_is_noted(opened, people, tmp_path):
    page = opened()
    page.choices.names._choose(words.WITH)
    asked(page)
    assert page.place.dialog is None
    assert page.choices.reason_field.error_text
    page.choices.reason.setText(WHY)
    asked(page)
    answer(page, tmp_path / "ici.xlsx")
    found = sheets((tmp_path / "ici.xlsx").read_bytes())
    assert people["sophie"].nom_affiche in {row["Personne"] for row in found["Activité"]}
    assert last(page).motif == WHY


def test_that_what_is_to_be_mended_and_what_was_done_are_in_sight(opened, tmp_path):
    page = opened()
    page.resize(1000, 420)
    page.choices.names._choose(words.WITH)
    page.body.verticalScrollBar().setValue(0)
    asked(page)
    assert not page.choices.reason.visibleRegion().isEmpty()
    page.choices.reason.setText(WHY)
    asked(page)
    answer(page, tmp_path / "ici.xlsx")
    assert page.body.verticalScrollBar().value() == 0


def test_that_csv_files_are_in_a_new_folder_and_never_over_another(opened, tmp_path):
    page = opened()
    page.choices.format._choose(Format.CSV.value)
    asked(page)
    answer(page, tmp_path)
    (folder,) = tmp_path.glob("tableaux-*")
    assert len(csv_rows(folder / "02_activite.csv")) == 3
    asked(page)
    answer(page, tmp_path)
    assert page.news.title().startswith("Un fichier ou un dossier de ce nom")


def test_that_nothing_is_written_nor_kept_when_nobody_chooses(opened, tmp_path):
    page = opened()
    before = len(journal.read(page.desk.office, Demande()).lignes)
    asked(page)
    page.place.dialog.reject()
    assert page.save_button.isEnabled()
    page.save_to(tmp_path / "ici.xlsx")
    page.desk.settle()
    assert list(tmp_path.glob("*.xlsx")) == []
    assert len(journal.read(page.desk.office, Demande()).lignes) == before


def test_that_the_question_goes_with_the_page(opened):
    page = opened()
    asked(page)
    page.leave()
    assert page.place.dialog is None


def test_that_the_days_of_the_route_are_asked_for_and_none_to_come(opened):
    page = opened(du="2026-11-01", au="2026-11-30")
    assert page.choices.demande().du == date(2026, 11, 1)
    assert page.choices.demande().au == page.desk.context.now().date()
    page.open(Route("tableaux", du="2025-01-01", au="2025-12-31"))
    assert (page.choices.demande().du.year, page.choices.demande().au.year) == (2025, 2025)


def test_that_it_is_done_by_keys_alone(opened, tmp_path):
    page = opened()
    page.first_focus().setFocus()
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Space)
    assert Contenu.ACTIVITE not in page.choices.demande().contenus
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.desk.settle()
    assert page.place.dialog is not None
    page.leave()


@pytest.mark.parametrize("role", [Role.MEDECIN, Role.PSYCHOLOGUE])
def test_that_everything_has_a_name(opened, role):
    page = opened(role)
    assert a11y.problems(page) == []


def test_that_who_takes_no_table_out_is_told(opened):
    page = opened(Role.PSYCHIATRE)
    asked(page)
    assert page.place.dialog is None
    assert page.news.title()
