"""SectionNav: the parts of a long form, how much of each is answered, and what is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from microstructure_desktop.ui import fonts, icons, look

from .bar import Bar
from .buttons import Button
from .labels import Label
from .layouts import clear, column

_STEP = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
SIGNS = {
    "todo": ("circle-dot", "text3"),
    "done": ("circle-check", "ok"),
    "wrong": ("circle-alert", "danger"),
}
_SPOKEN = {"todo": "à remplir", "done": "complète", "wrong": "à corriger"}


@dataclass(frozen=True, slots=True)
class Rubric:
    """state: todo | done | wrong."""

    key: str
    label: str
    answered: int
    total: int
    state: str = "todo"


class _RubricButton(Button):
    def __init__(self, rubric: Rubric, parent: QWidget) -> None:
        self.rubric = rubric
        super().__init__(rubric.label, "nav", parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rubric(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.setText(rubric.label)
        counts = f"{rubric.answered} sur {rubric.total}"
        self.setAccessibleName(f"{rubric.label}, {counts}, {_SPOKEN[rubric.state]}")
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(look.px(80), 0)

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        name, tone = SIGNS[self.rubric.state]
        side = look.px(18)
        middle = area.center().y() + 1 - side // 2
        icons.draw(painter, QPoint(area.left(), middle), name, tone, side)
        painter.setFont(fonts.font("caption"))
        counts = f"{self.rubric.answered}/{self.rubric.total}"
        width = painter.fontMetrics().horizontalAdvance(counts)
        painter.setPen(look.colour("text2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, counts)
        painter.setFont(self.font())
        painter.setPen(look.colour("primary" if self.isChecked() else "text"))
        words = area.adjusted(side + 8, 0, -width - 8, 0)
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


class SectionNav(QWidget):
    """Signals:
    chosen: the key of the rubric the person wants.
    """

    chosen = Signal(str)

    def __init__(self, title: str = "Rubriques", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, _RubricButton] = {}
        self._rows = column(spacing=2)
        self._bar = Bar()
        self._sum = Label("", "caption")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(Label(title, "over"))
        body.addLayout(self._rows)
        body.addSpacing(8)
        body.addWidget(self._bar)
        body.addWidget(self._sum)
        body.addStretch(1)

    def set_rubrics(self, rubrics: Iterable[Rubric]) -> None:
        shown = list(rubrics)
        if [rubric.key for rubric in shown] != list(self._buttons):
            self._rebuild(shown)
        for rubric in shown:
            self._buttons[rubric.key].show_rubric(rubric)
        answered = sum(rubric.answered for rubric in shown)
        total = sum(rubric.total for rubric in shown)
        self._bar.set_share(answered / total if total else 0)
        plural = "s" if answered > 1 else ""
        self._sum.setText(f"{answered} réponse{plural} sur {total}")

    def set_current(self, key: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == key)

    def current(self) -> str:
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """As a click does; a rubric that is no more leaves the others as they are."""
        if key in self._buttons:
            self.set_current(key)
            self.chosen.emit(key)

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        here = next((at for at, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _rebuild(self, rubrics: list[Rubric]) -> None:
        current = self.current()
        clear(self._rows)
        self._buttons = {}
        for rubric in rubrics:
            button = _RubricButton(rubric, self)
            button.clicked.connect(self._on_button_clicked)
            self._rows.addWidget(button)
            self._buttons[rubric.key] = button
        self.set_current(current)

    def _on_button_clicked(self) -> None:
        self.choose(next(key for key, b in self._buttons.items() if b is self.sender()))
