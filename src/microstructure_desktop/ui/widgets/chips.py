"""Chips: a wrapping row of choices, several or one of them taken."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import look

from .buttons import Button
from .by_letter import next_label
from .layouts import FlowLayout

_STEP = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ChipButton(Button):
    """A tick shows that it is taken, not the colour alone; `ticked` is off for filters.

    The tick takes place in the padding: the chips after it must not move.
    """

    gap = 5

    def __init__(self, text: str, *, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(text, "chip", parent=parent)
        self._ticked = ticked
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, taken: bool) -> None:  # noqa: FBT001
        self._icon = "check" if taken and self._ticked else ""
        self.update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint - QSize(self._icon_width(), 0)

    def _inner(self) -> QRect:
        least = look.control_px(4) if self._icon else look.control_px(self.skin.pad)
        return self.rect().adjusted(least, 0, -least, 0)


class Chips(QWidget):
    """Choices are (code, label); with `single`, one at most is taken.

    One Tab stop: arrows move between chips, a letter goes to the next label that begins with it,
    space takes or gives back.

    Signals:
        changed: the codes taken, a tuple in the order shown.
    """

    changed = Signal(object)

    def __init__(
        self,
        choices: Iterable[tuple[str, str]] = (),
        *,
        single: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._single = single
        self._chips: dict[str, ChipButton] = {}
        self._flow = FlowLayout()
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Replace the choices; what was taken and is still offered stays taken."""
        kept = self.selected()
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.setParent(None)
            chip.deleteLater()
        self._chips = {}
        for code, label in choices:
            chip = ChipButton(label, ticked=not self._single, parent=self)
            chip.clicked.connect(self._on_chip_clicked)
            self._flow.addWidget(chip)
            self._chips[code] = chip
        self.set_selected(kept)
        self._set_tab_stop(next(iter(self._chips.values()), None))

    def selected(self) -> tuple[str, ...]:
        return tuple(code for code, chip in self._chips.items() if chip.isChecked())

    def set_selected(self, codes: Iterable[str]) -> None:
        wanted = set(codes)
        for code, chip in self._chips.items():
            chip.setChecked(code in wanted)

    def set_label(self, code: str, label: str) -> None:
        """Another wording for one choice, such as a new count."""
        self._chips[code].setText(label)
        self._chips[code].updateGeometry()

    def chip(self, code: str) -> ChipButton:
        return self._chips[code]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chips = list(self._chips.values())
        here = next((at for at, chip in enumerate(chips) if chip.hasFocus()), None)
        there = None if here is None else self._reached(event, here)
        if there is None:
            super().keyPressEvent(event)
            return
        self._set_tab_stop(chips[there])
        chips[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _reached(self, event: QKeyEvent, here: int) -> int | None:
        """Where a key leads from the chip at `here`."""
        step = _STEP.get(Qt.Key(event.key()))
        if step is not None:
            return (here + step) % len(self._chips)
        return next_label([chip.text() for chip in self._chips.values()], event.text(), here)

    def _set_tab_stop(self, stop: ChipButton | None) -> None:
        for chip in self._chips.values():
            chip.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus
            )
        if stop is not None:
            self.setFocusProxy(stop)

    def _on_chip_clicked(self) -> None:
        self._set_tab_stop(next(c for c in self._chips.values() if c is self.sender()))
        if self._single:
            for chip in self._chips.values():
                chip.setChecked(chip is self.sender())
        self.changed.emit(self.selected())
