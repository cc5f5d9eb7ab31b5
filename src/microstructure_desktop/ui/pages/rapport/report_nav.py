"""ReportNav: the parts of the report, each with where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from microstructure_desktop.ui import fonts, icons, look
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import clear, column

_STEP = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_SIDE = 18


class Etat(StrEnum):
    """Where a part stands."""

    PRETE = "prete"
    A_COMPLETER = "a_completer"
    SANS_COMMENTAIRE = "sans_commentaire"


SIGNS = {
    Etat.PRETE: ("circle-check", "ok"),
    Etat.A_COMPLETER: ("circle-alert", "warn"),
    Etat.SANS_COMMENTAIRE: ("circle-dashed", "text3"),
}
SAID = {
    Etat.PRETE: "prête",
    Etat.A_COMPLETER: "à compléter",
    Etat.SANS_COMMENTAIRE: "commentaire vide",
}


@dataclass(frozen=True, slots=True)
class Entree:
    """A part to go to. `groupe`: the heading that begins with it; `icone` instead of a state."""

    cle: str
    titre: str
    etat: Etat | None = None
    icone: str = ""
    compte: str = ""
    groupe: str = ""

    @property
    def dit(self) -> str:
        """What a screen reader says of it."""
        said = (self.titre, SAID[self.etat] if self.etat else "", self.compte)
        return ", ".join(part for part in said if part)


class _EntryButton(Button):
    def __init__(self, entree: Entree, parent: QWidget) -> None:
        self.entree = entree
        super().__init__(entree.titre, "nav", parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entry(self, entree: Entree) -> None:
        self.entree = entree
        self.setText(entree.titre)
        self.setAccessibleName(entree.dit)
        self.set_tip(entree.dit)
        self.update()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), look.control_px(120)), hint.height())

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        side = look.px(_SIDE)
        name, tone = SIGNS[self.entree.etat] if self.entree.etat else (self.entree.icone, "text2")
        middle = area.center().y() + 1 - side // 2
        icons.draw(painter, QPoint(area.left(), middle), name, tone, side)
        painter.setFont(fonts.font("caption", fonts.STRONG))
        taken = painter.fontMetrics().horizontalAdvance(self.entree.compte)
        painter.setPen(look.colour("warn"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, right, self.entree.compte)
        painter.setFont(self.font())
        painter.setPen(look.colour("primary" if self.isChecked() else "text"))
        words = area.adjusted(side + 8, 0, -taken - 6, 0)
        cut = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self.text(), cut, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


class ReportNav(QWidget):
    """One Tab stop: arrows go to the part above or below, and show it.

    Signals:
        chosen: the key of the part wanted.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Parties du rapport")
        self._buttons: dict[str, _EntryButton] = {}
        self._rows = column(spacing=0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(self._rows)

    def set_entries(self, entries: Iterable[Entree]) -> None:
        shown = list(entries)
        if [e.cle for e in shown] != list(self._buttons):
            self._rebuild(shown)
        for entree in shown:
            self._buttons[entree.cle].show_entry(entree)

    def current(self) -> str:
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_current(self, key: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == key)
            tab = Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)

    def parts(self) -> list[str]:
        return list(self._buttons)

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def entry(self, key: str) -> Entree:
        return self._buttons[key].entree

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP.get(Qt.Key(event.key()))
        keys = self.parts()
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        here = keys.index(self.current()) if self.current() in keys else 0
        self._choose(keys[(here + step) % len(keys)])
        self._buttons[self.current()].setFocus(Qt.FocusReason.TabFocusReason)

    def _rebuild(self, entries: list[Entree]) -> None:
        current = self.current()
        clear(self._rows)
        self._buttons = {}
        for entree in entries:
            if entree.groupe:
                self._rows.addSpacing(8 if self._buttons else 0)
                self._rows.addWidget(Label(entree.groupe, "over"))
            button = _EntryButton(entree, self)
            button.clicked.connect(self._on_clicked)
            self._rows.addWidget(button)
            self._buttons[entree.cle] = button
        self.set_current(current if current in self._buttons else next(iter(self._buttons), ""))

    def _on_clicked(self) -> None:
        self._choose(next(key for key, b in self._buttons.items() if b is self.sender()))

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)
