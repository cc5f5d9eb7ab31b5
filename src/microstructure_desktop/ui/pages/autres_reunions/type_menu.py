"""TypeMenu: which meeting to prepare."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.services.reference import Reference

from . import words


class TypeMenu(QMenu):
    """Signals:
    chosen: TypeReunion.
    """

    chosen = Signal(object)

    def __init__(self, reference: Reference, parent: QWidget) -> None:
        super().__init__("Préparer une réunion", parent)
        for nature in TypeReunion:
            action = self.addAction(words.kind(reference, nature))
            action.triggered.connect(partial(self.chosen.emit, nature))

    def open_under(self, button: QWidget) -> None:
        """Its right edge below that of the button, which stands at the right of a band."""
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 2))
        self.popup(corner - QPoint(self.sizeHint().width(), 0))
        self.setActiveAction(self.actions()[0])
