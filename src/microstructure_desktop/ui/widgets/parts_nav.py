"""PartsNav: the parts of a page, one shown at a time, each with where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, icons, look

from .buttons import Button
from .labels import Label
from .layouts import clear, column

_STEP = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_NARROWEST = 120


@dataclass(frozen=True, slots=True)
class Part:
    """`tone`: of an icon that tells a state, said in `state`; `group`: the heading it begins."""

    key: str
    label: str
    icon: str
    tone: str = ""
    state: str = ""
    count: str = ""
    group: str = ""

    @property
    def said(self) -> str:
        """What a screen reader says of it."""
        return ", ".join(word for word in (self.label, self.state, self.count) if word)


class _PartButton(Button):
    def __init__(self, part: Part, parent: QWidget) -> None:
        self.part = part
        super().__init__(part.label, "nav", part.icon, parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: Part) -> None:
        self.part = part
        self.setText(part.label)
        self.set_icon(part.icon)
        self.setAccessibleName(part.said)
        self.set_tip(part.said)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), look.control_px(_NARROWEST)), hint.height())

    def ink(self) -> str:
        return "text" if self.part.tone and not self.isChecked() else super().ink()

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        if self.part.count:
            painter.setFont(fonts.font("caption", fonts.STRONG))
            painter.setPen(look.colour("warn"))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, right, self.part.count)
            taken = painter.fontMetrics().horizontalAdvance(self.part.count)
            area = area.adjusted(0, 0, -taken - 6, 0)
            painter.setFont(self.font())
        self.draw_line(painter, area)

    def draw_icon(self, painter: QPainter, corner: QPoint, side: int) -> None:
        if self.part.tone:
            icons.draw(painter, corner, self.part.icon, self.part.tone, side)
        else:
            super().draw_icon(painter, corner, side)


class PartsNav(QWidget):
    """One Tab stop: arrows go to the part above or below, and show it.

    Signals:
        chosen: the key of the part wanted.
    """

    chosen = Signal(str)

    def __init__(self, name: str, spacing: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[str, _PartButton] = {}
        self._rows = column(spacing=spacing)
        self.setLayout(self._rows)

    def set_parts(self, parts: Iterable[Part]) -> None:
        """The part shown stays, if it is still there."""
        shown = list(parts)
        if [part.key for part in shown] != self.order():
            self._rebuild(shown)
        for part in shown:
            self._buttons[part.key].show_part(part)

    def current(self) -> str:
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_current(self, key: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == key)
            tab = Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)

    def order(self) -> list[str]:
        return list(self._buttons)

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def part(self, key: str) -> Part:
        return self._buttons[key].part

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP.get(Qt.Key(event.key()))
        keys = self.order()
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        here = keys.index(self.current()) if self.current() in keys else 0
        self._choose(keys[(here + step) % len(keys)])
        self._buttons[self.current()].setFocus(Qt.FocusReason.TabFocusReason)

    def _rebuild(self, parts: list[Part]) -> None:
        current = self.current()
        clear(self._rows)
        self._buttons = {}
        for part in parts:
            if part.group:
                self._rows.addSpacing(8 if self._buttons else 0)
                self._rows.addWidget(Label(part.group, "over"))
            button = _PartButton(part, self)
            button.clicked.connect(self._on_clicked)
            self._rows.addWidget(button)
            self._buttons[part.key] = button
        self.set_current(current if current in self._buttons else next(iter(self._buttons), ""))

    def _on_clicked(self) -> None:
        self._choose(next(key for key, b in self._buttons.items() if b is self.sender()))

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)
