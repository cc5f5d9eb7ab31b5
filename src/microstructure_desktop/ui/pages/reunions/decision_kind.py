"""DecisionKind: what a decision changes, chosen by a chip or by one key."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import TypeDecision
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.layouts import column

from . import words


class DecisionKind(QWidget):
    """The keys work wherever one is in the editor; the same key again gives the kind back.

    Signals:
        changed: TypeDecision | None.
    """

    changed = Signal(object)

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        choices = [(kind.value, name) for kind, (name, _) in words.KINDS.items()]
        self.chips = Chips(choices, single=True, name="Type de décision")
        self.chips.changed.connect(self._on_chips_changed)
        self.setLayout(column(self.chips))
        self.setFocusProxy(self.chips)
        for kind, key in words.KIND_KEYS.items():
            shortcut = QShortcut(QKeySequence(f"Alt+{key}"), editor)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._on_key, kind))
            self.chips.chip(kind).set_tip(f"{words.KINDS[kind][1]} (Alt+{key})")

    def value(self) -> TypeDecision | None:
        return next((TypeDecision(code) for code in self.chips.selected()), None)

    def set_value(self, kind: TypeDecision | None) -> None:
        self.chips.set_selected((kind,) if kind is not None else ())

    def _on_key(self, kind: TypeDecision) -> None:
        self.set_value(None if self.value() is kind else kind)
        self.changed.emit(self.value())

    def _on_chips_changed(self, _codes: tuple[str, ...]) -> None:
        self.changed.emit(self.value())
