"""WaysCard: by which ways a month leaves, in the order in which they are tried."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.canaux import CanalPropose, Voie
from microstructure_desktop.services.canaux_essai import essayable
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.themed import show_when

from . import words

_NONE = (
    "Aucune voie n’est réglée. Un envoi peut toujours se remettre à la main, depuis «\xa0Ce qui "
    "part\xa0»\xa0: sur une clé USB, par message, ou sur papier."
)
_ORDER = "Elles sont essayées dans cet ordre, jusqu’à l’accusé de réception de l’animateur."


class WaysCard(Card):
    """Signals:
    add_asked: CanalPropose to set up, or None for a way of the person's choice.
    edit_asked, try_asked, first_asked, remove_asked: the Voie.
    """

    add_asked = Signal(object)
    edit_asked = Signal(object)
    try_asked = Signal(object)
    first_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, *, may_write: bool) -> None:
        super().__init__("3. Par où partent les envois")
        self._may_write = may_write
        self.lines: list[WayLine] = []
        self.add_button = Button("Ajouter une voie…", "normal", "plus")
        self.add_button.clicked.connect(self._on_add_clicked)
        self.header.addWidget(self.add_button)
        self.said = Paragraph(_NONE, "secondary")
        self._ways, self._offered = column(spacing=8), column(spacing=8)
        self.offered: list[Button] = []
        self._mine, self._theirs = boxed(self._ways), boxed(self._offered)
        for part in (self.said, self._mine, self._theirs):
            self.body.addWidget(part)
        show_when(self.add_button, may_write)

    def show_ways(self, voies: tuple[Voie, ...], offered: tuple[CanalPropose, ...]) -> None:
        clear(self._ways)
        self.lines = [
            WayLine(voie, rank, may_write=self._may_write) for rank, voie in enumerate(voies, 1)
        ]
        self.said.setText(_ORDER if voies else _NONE)
        for line in self.lines:
            self._ways.addWidget(Rule())
            self._ways.addWidget(line)
            line.tried.connect(self.try_asked)
            line.moved.connect(self.first_asked)
            line.edited.connect(self.edit_asked)
            line.removed.connect(self.remove_asked)
        self._show_offered(offered)
        show_when(self._mine, bool(voies))
        show_when(self._theirs, bool(self.offered))

    def line_of(self, canal_id: str) -> "WayLine | None":
        return next((x for x in self.lines if x.voie.reglage.id == canal_id), None)

    def _show_offered(self, offered: tuple[CanalPropose, ...]) -> None:
        clear(self._offered)
        self.offered = []
        if offered and self._may_write:
            self._offered.addWidget(Rule())
            self._offered.addWidget(Label("PROPOSÉES PAR L’ANIMATEUR", "over"))
        for each in offered if self._may_write else ():
            name = each.nom or words.TYPES[each.type]
            button = Button("Régler…", "normal", "settings-2")
            button.setAccessibleName(f"Régler la voie proposée{NBSP}: {name}")
            button.clicked.connect(partial(self.add_asked.emit, each))
            self.offered.append(button)
            said = column(
                Label(name, "strong"), Label(words.TYPES[each.type], "caption"), spacing=0
            )
            line = row(IconLabel(words.ICONS[each.type], "text3", 20), said, button, spacing=12)
            line.setStretch(1, 1)
            self._offered.addLayout(line)

    def _on_add_clicked(self) -> None:
        self.add_asked.emit(None)


class WayLine(QWidget):
    """One way. Signals: tried, moved, edited, removed: its Voie."""

    tried = Signal(object)
    moved = Signal(object)
    edited = Signal(object)
    removed = Signal(object)

    def __init__(self, voie: Voie, rank: int, *, may_write: bool) -> None:
        super().__init__()
        self.voie = voie
        reglage = voie.reglage
        self.outcome = NoteLine("info", "", "secondary", "text3", ink="text2")
        self.try_button = Button("Essayer", "normal", "plug-zap")
        self.up_button = IconButton("arrow-up", f"Essayer plus tôt{NBSP}: {reglage.nom}", "quiet")
        self.edit_button = IconButton("pencil", f"Modifier{NBSP}: {reglage.nom}", "quiet")
        self.remove_button = IconButton("trash-2", f"Retirer{NBSP}: {reglage.nom}", "quiet")
        self.try_button.setAccessibleName(f"Essayer{NBSP}: {reglage.nom}")
        head = row(Label(f"{rank}. {reglage.nom}", "strong"), spacing=8)
        if not reglage.actif:
            head.addWidget(Tag("En pause", "warn"))
        head.addStretch(1)
        said = column(head, Label(_told(voie), "caption"), spacing=0)
        line = row(IconLabel(words.ICONS[reglage.type], "text3", 20), said, spacing=12)
        line.setStretch(1, 1)
        if may_write:
            for button in (self.try_button, self.up_button, self.edit_button, self.remove_button):
                line.addWidget(button)
        self.setLayout(column(line, self.outcome, spacing=6))
        show_when(self.try_button, may_write and essayable(reglage))
        show_when(self.up_button, may_write and rank > 1)
        self._connect()

    def set_busy(self, *, busy: bool) -> None:
        self.try_button.setEnabled(not busy)
        self.try_button.setText("Essai…" if busy else "Essayer")

    def say(self, text: str, *, good: bool) -> None:
        """What came of a try, in the line itself."""
        self.outcome.set_sign(*(("circle-check", "ok") if good else ("triangle-alert", "warn")))
        self.outcome.set_text(text)

    def _connect(self) -> None:
        self.try_button.clicked.connect(partial(self.tried.emit, self.voie))
        self.up_button.clicked.connect(partial(self.moved.emit, self.voie))
        self.edit_button.clicked.connect(partial(self.edited.emit, self.voie))
        self.remove_button.clicked.connect(partial(self.removed.emit, self.voie))


def _told(voie: Voie) -> str:
    """« Lien de dépôt · nuage.exemple.fr · mot de passe gardé »."""
    secret = "mot de passe gardé" if voie.protegee else ""
    parts = (words.TYPES[voie.reglage.type], words.place(voie.reglage), secret)
    return " · ".join(part for part in parts if part)
