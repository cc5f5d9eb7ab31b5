"""StepBar: from one patient to the next, and when the meeting was last written."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.labels import Label

from . import steps
from .names import Names


class StepBar(FooterBar):
    """Ctrl and an arrow outside a text, Ctrl and a page key everywhere.

    Signals:
        step_chosen: str.
    """

    step_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icon="check", parent=parent)
        self._before = self._after = ""
        self.back_button = Button("Précédent", "normal", "chevron-left", shortcut="Ctrl+Left")
        self.next_button = Button(
            "", "primary", "chevron-right", shortcut="Ctrl+Right", trailing=True
        )
        self._keys = (Label("Ctrl+←", "caption"), Label("Ctrl+→", "caption"))
        self.add_left(self.back_button)
        self.add_left(self._keys[0])
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertStretch(2, 1)  # so that what was written stands in the middle
        self.add_right(self._keys[1])
        self.add_right(self.next_button)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        for keys, slot in (("Ctrl+PgUp", self.go_back), ("Ctrl+PgDown", self.go_on)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def show_step(self, synthese: Synthese, step: str, names: Names) -> None:
        known = steps.steps_of(synthese)
        at = known.index(step)
        self._before = known[at - 1] if at else ""
        self._after = known[at + 1] if at + 1 < len(known) else ""
        self.back_button.setEnabled(bool(self._before))
        self.next_button.setText(self._words(synthese, step, names))
        self.next_button.updateGeometry()
        for part in (self._keys[1], self.next_button):
            part.setVisible(bool(self._after))

    def show_saved(self, at: datetime) -> None:
        self.set_hint(f"Enregistré à {texts.clock(at.time())}")

    def go_back(self) -> None:
        if self._before:
            self.step_chosen.emit(self._before)

    def go_on(self) -> None:
        if self._after:
            self.step_chosen.emit(self._after)

    def _words(self, synthese: Synthese, step: str, names: Names) -> str:
        if self._after == steps.ORGANISATION:
            return "Organisation de l’équipe"
        if steps.situation_at(synthese, self._after) is None:
            return "Suite"
        rank = "Premier patient" if step == steps.REPRISES else "Patient suivant"
        return f"{rank}{NBSP}: {names.short(PatientId(self._after))}"
