"""The people behind a figure: named as the window does, one line to open each."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.indicateurs import Personnes
from microstructure_desktop.services.lignes import PatientLigne
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.activite.people_dialog import PeopleDialog
from microstructure_desktop.ui.widgets.layouts import boxed, column
from tests.ui import a11y
from tests.ui.discreet import said_of


def a_line(rank, nom="LÉGENDE Sophie"):
    born, last = date(1992, 5, 14), date(2026, 10, 6) if rank else None
    return PatientLigne(
        PatientId(f"p{rank}"), nom, "SL", 34, f"{rank:04}", born, last, None, actif=True
    )


def a_dialog(show, found, discretion=None):
    parent = show(boxed(column()), 900, 700)
    made = PeopleDialog(parent, "Sorties", found, discretion or Discretion())
    made.chosen = []
    made.patient_chosen.connect(made.chosen.append)
    made.open()
    return made


def test_that_enter_opens_the_record_of_the_line(show):
    dialog = a_dialog(show, Personnes((a_line(0), a_line(1, "AUTRE Alix")), 1))
    assert dialog.table.currentIndex().row() == 0
    assert a11y.problems(dialog) == []
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.chosen == ["p1"]
    assert not dialog.isVisible()


def test_that_the_button_opens_too_and_closing_opens_nothing(show):
    dialog = a_dialog(show, Personnes((a_line(1),), 0))
    dialog.open_button.click()
    assert dialog.chosen == ["p1"]
    again = a_dialog(show, Personnes((a_line(1),), 0))
    again.close_button.click()
    assert again.chosen == []


def test_that_names_are_hidden_at_once(show):
    discretion = Discretion()
    dialog = a_dialog(show, Personnes((a_line(1),), 0), discretion)
    assert said_of(("légende",)) != []
    discretion.switch(on=True)
    assert said_of(("légende",)) == []
    dialog.reject()


def test_that_only_closed_records_leave_nothing_to_open(show):
    dialog = a_dialog(show, Personnes((), 2))
    assert not dialog.table.isVisible()
    assert not dialog.open_button.isVisible()
    assert "de plus, fermés" in dialog.accessibleDescription()
    dialog.accept()
    assert dialog.chosen == []
