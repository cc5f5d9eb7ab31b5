"""Each column shows what it holds and what it is taken for; the person has the last word."""

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.services import reprise
from microstructure_desktop.services.reprise_mots import Champ
from microstructure_desktop.ui.pages.reprise.columns_step import ColumnsStep
from microstructure_desktop.ui.widgets.labels import Label
from tests.ui.a11y import problems


@pytest.fixture
def step(show, desk, file):
    made = show(ColumnsStep(desk.context), 1000, 700)
    made.show_file(reprise.ouvrir(desk.office, file))
    return made


def choose(step, at, code):
    step.fields[at].set_value(code)
    step.fields[at].changed.emit(code)


def labels(step):
    QApplication.processEvents()  # what was just written is shown first
    return [label.text() for label in step.findChildren(Label) if label.isVisible()]


def test_that_columns_show_their_examples_and_the_guess(step):
    assert [field.value() for field in step.fields] == [
        "nom", "prenom", "naissance", "sexe", "programme", "debut", ""
    ]  # fmt: skip
    assert "Légende · Fable · Conte" in labels(step)
    assert step.fields[2].accessibleName() == "Colonne\u00a0: Né(e) le"
    assert step.ready()
    assert not step.missing.isVisible()
    assert problems(step) == []


def test_that_what_is_missing_is_said_and_stops_there(step, qtbot):
    with qtbot.waitSignal(step.changed):
        choose(step, 0, "")
    assert not step.ready()
    assert step.missing.title() == "Il manque\u00a0: nom"
    choose(step, 6, "nom")
    assert step.ready()


def test_that_a_field_stands_for_one_column_only(step):
    choose(step, 6, "naissance")
    assert step.fields[2].value() == ""
    assert step.opened.colonnes.de(Champ.NAISSANCE) == 6


def test_that_programmes_are_offered_for_the_rows_that_name_none(step):
    assert step.programme.value() == ""
    assert step.programme.findData("EQUIPADDICT") > 0
    assert step.programme.findData("PCR") < 0


def test_that_the_sheet_is_asked_only_when_there_are_several(step, qtbot, desk, tmp_path):
    assert not step._sheet_field.isVisible()
    book = openpyxl.Workbook()
    book.active.append(["Nom", "Prénom", "DDN"])
    book.create_sheet("Sortis").append(["Nom", "Prénom", "DDN"])
    path = tmp_path / "liste.xlsx"
    book.save(path)
    step.show_file(reprise.ouvrir(desk.office, path))
    assert step._sheet_field.isVisible()
    with qtbot.waitSignal(step.sheet_chosen) as asked:
        step.sheet.setCurrentIndex(1)
        step.sheet.activated.emit(1)
    assert asked.args == ["Sortis"]


def test_that_examples_are_hidden_in_discreet_mode(step, desk):
    desk.context.discretion.switch(on=True)
    assert "Légende · Fable · Conte" not in labels(step)
    assert len(step.fields) == 7
    desk.context.discretion.switch(on=False)
    assert "Légende · Fable · Conte" in labels(step)


def test_that_nothing_stays_once_forgotten(step):
    step.forget()
    assert not step.ready()
    assert "Légende · Fable · Conte" not in labels(step)
