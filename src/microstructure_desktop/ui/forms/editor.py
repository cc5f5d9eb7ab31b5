"""Editor: a widget of the kit, an answer in and an answer out; and whom it is about."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.forms.model import Item


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the questions are about: `sexe` a CL07 code, `age` in years, None when not known."""

    sexe: str = ""
    age: int | None = None


NOBODY = Person()


class Editor(QObject):
    """Signals:
    answered: the answer as it stands, at each key or click; None when it is given back.
    finished: the person has done with it, and may be told what is wrong.
    entered: Enter, where it ends an answer of several keys.
    """

    answered = Signal(object)
    finished = Signal()
    entered = Signal()

    def __init__(self, item: Item, widget: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.widget = widget

    def show_answer(self, value: Any) -> None:
        """Show an answer without telling anybody."""
        blocked = self.blockSignals(True)
        self._show(value)
        self.blockSignals(blocked)

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _decide(self, value: Any) -> None:
        """A choice made in one gesture is finished at once."""
        self.answered.emit(value)
        self.finished.emit()
