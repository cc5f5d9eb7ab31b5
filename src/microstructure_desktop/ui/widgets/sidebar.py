"""Sidebar: the sections of the application, its state, and who is at the keyboard."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from microstructure_desktop.ui import icons, look

from .avatar import Avatar
from .buttons import IconButton
from .icon_label import IconLabel
from .labels import Label
from .layouts import boxed, clear, column, row
from .nav_button import NavButton
from .rule import Rule
from .scrolled import scrolled
from .skins import SKINS
from .state_button import StateButton
from .themed import Themed

_SIDE_BY_SIDE = 2  # signs of state in a compact rail


@dataclass(frozen=True, slots=True)
class SideEntry:
    """A section; `low` puts it under the rule."""

    key: str
    icon: str
    label: str
    shortcut: str = ""
    low: bool = False


@dataclass(frozen=True, slots=True)
class StateLine:
    """`leads`: the page that says more, when there is one."""

    icon: str
    text: str
    tone: str = "text3"
    leads: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What the sidebar says of the cabinet and of the person."""

    cabinet: str
    nom: str
    fonction: str
    initiales: str


class Sidebar(Themed, QFrame):
    """Full, or a rail of icons when the window is narrow; a low rail is compact.

    Signals:
        chosen: the key of a section.
        state_chosen: the page that a state leads to.
        lock_clicked: the person locks the screen.
        panel_clicked: the person wants the list that has no room.
        discreet_chosen: bool, initials are wanted instead of names.
    """

    chosen = Signal(str)
    state_chosen = Signal(str)
    lock_clicked = Signal()
    panel_clicked = Signal()
    discreet_chosen = Signal(bool)

    def __init__(
        self, entries: Iterable[SideEntry], identity: Identity, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rail = self._compact = False
        self._needed = 0
        self._lines: tuple[StateLine, ...] = ()
        self._buttons: dict[str, NavButton] = {}
        self.panel_button = IconButton("panel-left-open", "Liste des patients", "quiet")
        self.panel_button.clicked.connect(self.panel_clicked)
        self.lock_button = IconButton("lock", "Verrouiller", "quiet", shortcut="Ctrl+L")
        self.lock_button.clicked.connect(self.lock_clicked)
        self.discreet_button = NavButton("Mode discret", "eye-off", "F9")
        self.discreet_button.clicked.connect(self.discreet_chosen)
        self.set_discreet(False)
        self._avatar = Avatar(identity.initiales, 34)
        self._avatar.setToolTip(f"{identity.nom}, {identity.fonction}")
        self._states = column(spacing=4)
        self._person = row(spacing=8)
        self._wide: list[QWidget] = []  # hidden in the rail
        self._body = QVBoxLayout(self)
        self._body.setSpacing(0)
        self._lay_out(list(entries), identity)
        self.restyle()

    def restyle(self) -> None:
        self.set_rail(self._rail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def set_rail(self, rail: bool) -> None:  # noqa: FBT001
        self._rail = rail
        self.setFixedWidth(look.size("rail" if rail else "sidebar"))
        self._logo_gap.changeSize(0 if rail else 6, 0)
        ways = QBoxLayout.Direction
        self._person.setDirection(ways.BottomToTop if rail else ways.LeftToRight)
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(never if rail else needed)
        for part in self._wide:
            part.setVisible(not rail)
        self._measure()

    def set_panel_button(self, shown: bool) -> None:  # noqa: FBT001
        self.panel_button.setVisible(shown)
        self._measure()

    def set_current(self, key: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == key)

    def set_badge(self, key: str, text: str) -> None:
        self._buttons[key].set_badge(text)

    def set_states(self, lines: Iterable[StateLine]) -> None:
        self._lines = tuple(lines)
        self._measure()

    def state(self, leads: str) -> StateButton:
        """The line that leads to a page."""
        found = self.findChildren(StateButton)
        return next(button for button in found if button.leads == leads)

    def set_discreet(self, discreet: bool) -> None:  # noqa: FBT001
        """Marked as long as names are hidden, with what the key does then."""
        self.discreet_button.setChecked(discreet)
        self.discreet_button.set_badge("activé" if discreet else "")
        self.discreet_button.set_tip("Afficher les noms" if discreet else "Masquer les noms")

    def button(self, key: str) -> NavButton:
        return self._buttons[key]

    def _lay_out(self, entries: list[SideEntry], identity: Identity) -> None:
        names = column(
            Label("Microstructure", "strong"), Label(identity.cabinet, "caption"), spacing=0
        )
        person = column(
            Label(identity.nom, "strong"), Label(identity.fonction, "caption"), spacing=0
        )
        self._wide = [boxed(names), boxed(person)]
        self._logo_gap = QSpacerItem(6, 0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addSpacerItem(self._logo_gap)
        head.addWidget(IconLabel(icons.APPLICATION, "primary", 26), 0, Qt.AlignmentFlag.AlignCenter)
        head.addWidget(self._wide[0], 1)
        self._body.addLayout(head)
        self._body.addSpacing(16)
        self._body.addWidget(self.panel_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sections, self._scroll = self._nav(entries)
        self._body.addWidget(self._scroll, 1)
        self._body.addWidget(self.discreet_button)
        self._body.addSpacing(8)
        self._body.addLayout(self._states)
        self._body.addSpacing(10)
        self._body.addWidget(Rule())
        self._body.addSpacing(8)
        self._person.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignCenter)
        self._person.addWidget(self._wide[1], 1)
        self._person.addWidget(self.lock_button, 0, Qt.AlignmentFlag.AlignCenter)
        self._body.addLayout(self._person)

    def _nav(self, entries: list[SideEntry]) -> tuple[QWidget, QScrollArea]:
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for at, entry in enumerate(entries):
            if entry.low and at and not entries[at - 1].low:
                rows.addSpacing(10)
                rows.addWidget(Rule())
                rows.addSpacing(10)
            button = NavButton(entry.label, entry.icon, entry.shortcut)
            button.clicked.connect(self._on_button_clicked)
            rows.addWidget(button)
            self._buttons[entry.key] = button
        rows.addStretch(1)
        return inner, scrolled(inner)

    def _measure(self) -> None:
        """How high it is when nothing is out of sight."""
        self._set_compact(False)
        body, inner = self._body.minimumSize().height(), self._sections.sizeHint().height()
        spare = self._scroll.minimumSizeHint().height() + self._states.minimumSize().height()
        # counted here: what was just made is hidden until the next event, so that no layout has it
        tall = SKINS["state"].height
        states = sum(look.control_px(tall) if s.leads else look.px(16) for s in self._lines)
        self._needed = body - spare + inner + states + 4 * len(self._lines)
        self._share_height()

    def _share_height(self) -> None:
        compact = self._rail and self._needed > self.height()
        if compact != self._compact:
            self._set_compact(compact)

    def _set_compact(self, compact: bool) -> None:  # noqa: FBT001
        self._compact = compact
        side, top = (10 if self._rail else 12), (8 if compact else 16)
        self._body.setContentsMargins(side, top, side, top - 4)
        self._avatar.setVisible(not compact)
        for button in (*self._buttons.values(), self.discreet_button):
            button.set_rail(self._rail, compact=compact)
        self._show_states()

    def _show_states(self) -> None:
        clear(self._states)
        if self._rail:
            self._show_signs()
            return
        for line in self._lines:
            if line.leads:
                self._states.addWidget(self._way(line))
            else:
                words = Label(line.text, "caption")
                self._states.addLayout(row(_sign(line), words, spacing=6, margins=(8, 0, 0, 0)))

    def _show_signs(self) -> None:
        for line in (line for line in self._lines if line.leads):
            button = self._way(line)
            button.set_rail(True)
            self._states.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        signs = [_sign(line) for line in self._lines if not line.leads]
        step = _SIDE_BY_SIDE if self._compact else 1
        for at in range(0, len(signs), step):
            self._states.addLayout(row(None, *signs[at : at + step], None, spacing=6))

    def _way(self, line: StateLine) -> StateButton:
        button = StateButton(line.icon, line.text, line.tone, line.leads)
        button.clicked.connect(partial(self.state_chosen.emit, line.leads))
        return button

    def _on_button_clicked(self) -> None:
        key = next(key for key, button in self._buttons.items() if button is self.sender())
        self.set_current(key)
        self.chosen.emit(key)


def _sign(line: StateLine) -> IconLabel:
    sign = IconLabel(line.icon, line.tone, 16)
    sign.setToolTip(line.text)
    return sign
