"""The last month awaited is chosen, the latest first."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.animateur.pages.structures.end_dialog import EndDialog
from tests.animateur.cases import FEVRIER, MARS
from tests.ui import a11y


def test_that_a_month_is_chosen(show):
    dialog = EndDialog(show(QWidget(), 600, 400), "Cabinet", (MARS, FEVRIER))
    dialog.open()
    assert dialog.chosen() == MARS
    dialog.last.set_value(str(FEVRIER))
    assert dialog.chosen() == FEVRIER
    assert a11y.problems(dialog) == []
    dialog.reject()
