"""ConventionCard: the animator's file: none yet, waiting for a call, or in use."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.convention_lue import SUFFIX, Convention, ConventionLue, Etat
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, flow, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.themed import show_when

from . import words
from .drop_zone import DropZone
from .phone_step import PhoneStep

_DROP = (
    f"Déposez ici le fichier remis par l’animateur. Son nom finit par {SUFFIX}. Rien ne part tant "
    "que vous n’avez pas lu son empreinte avec lui."
)
_NO_CODE = (
    "Le code de la structure manque.",
    "L’animateur l’a donné avec la convention, par exemple OCC-31-007.",
)


class ConventionCard(Card):
    """Signals:
    file_chosen: Path of the animator's file.
    loss_asked: the animator lost its key.
    confirm_asked: str, the two groups heard; empty when nothing had to be read.
    abandon_asked: the file that waits is not the right one.
    code_asked: the person wants to enter the cabinet's code.
    """

    file_chosen = Signal(object)
    loss_asked = Signal()
    confirm_asked = Signal(str)
    abandon_asked = Signal()
    code_asked = Signal()

    def __init__(self, *, may_write: bool) -> None:
        super().__init__("1. La convention de l’animateur")
        self._may_write = may_write
        self.tag = Tag("")
        self.header.addWidget(self.tag)
        self.drop = DropZone(_DROP, SUFFIX, "Choisir la convention de l’animateur")
        self.nobody = Paragraph("Le cabinet n’a pas encore de convention.", "secondary")
        self._facts = column(spacing=6)
        self.news = NoteLine("info", "", "secondary", "info", ink="text")
        self._changes = column(spacing=4)
        self.no_code = Banner("warn", *_NO_CODE, "Entrer le code")
        self.phone = PhoneStep()
        self.use_button = Button("Utiliser cette convention", "primary", "check")
        self.abandon_button = Button("Abandonner ce fichier", "link", "x")
        self.replace_button = Button("Ouvrir une nouvelle convention…", "normal", "folder-open")
        self.loss_button = Button("L’animateur a perdu sa clé…", "link", "key-round")
        self._buttons = boxed(
            flow(self.use_button, self.replace_button, self.loss_button, self.abandon_button)
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._told, self._changed = boxed(self._facts), boxed(self._changes)
        parts: tuple[QWidget, ...] = (self.nobody, self._told, self.news, self._changed)
        for part in (*parts, self.no_code, self.phone, self.drop):
            self.body.addWidget(part)
        self.body.addWidget(self._buttons)

    def _connect(self) -> None:
        self.drop.chosen.connect(self.file_chosen)
        self.replace_button.clicked.connect(self.drop.ask)
        self.loss_button.clicked.connect(self.loss_asked)
        self.abandon_button.clicked.connect(self.abandon_asked)
        self.phone.heard.connect(self.confirm_asked)
        self.use_button.clicked.connect(self._on_use_clicked)
        self.no_code.action_clicked.connect(self.code_asked)

    def show_state(self, etat: Etat) -> None:
        waiting, used = etat.en_attente, etat.courante
        shown, write = waiting or used, self._may_write
        self._say(shown.convention if shown is not None else None)
        self._say_changes(waiting, used)
        self._tag(etat)
        heard = waiting is not None and waiting.a_lire
        show_when(self.nobody, shown is None and not write)
        show_when(self._told, shown is not None)
        show_when(self._changed, waiting is not None and used is not None)
        show_when(self.drop, shown is None and write)
        show_when(self.no_code, waiting is not None and not etat.coded)
        show_when(self.phone, heard and write and etat.coded)
        show_when(self.use_button, waiting is not None and not heard and etat.coded)
        show_when(self.abandon_button, waiting is not None)
        show_when(self.replace_button, shown is not None and waiting is None)
        show_when(self.loss_button, used is not None and waiting is None)
        show_when(self._buttons, shown is not None and write)
        if waiting is not None and heard:
            self.phone.show_convention(waiting)

    def first(self) -> QWidget:
        """Where the keyboard starts."""
        offered = (self.drop.button, self.phone.typed, self.use_button, self.replace_button)
        return next((each for each in offered if each.isVisibleTo(self)), self)

    def _say(self, said: Convention | None) -> None:
        clear(self._facts)
        for what, text in words.facts(said) if said is not None else ():
            name = Label(what, "caption")
            name.setMinimumWidth(name.fontMetrics().averageCharWidth() * 17)
            line = row(name, Paragraph(text, "body"), spacing=12)
            line.setStretch(1, 1)
            self._facts.addLayout(line)

    def _say_changes(self, waiting: ConventionLue | None, used: ConventionLue | None) -> None:
        clear(self._changes)
        self.news.set_text(words.COME_ABOUT[waiting.nature] if waiting is not None else "")
        if waiting is None or used is None:
            return
        found = words.changes(used.convention, waiting.convention)
        for each in found or ["Elle ne change rien d’autre."]:
            self._changes.addWidget(NoteLine("arrow-right", each, "secondary", ink="text2"))

    def _tag(self, etat: Etat) -> None:
        if etat.en_attente is not None:
            self.tag.set_tag("À confirmer", "warn")
        elif etat.courante is not None and etat.courante.confirmee_le is not None:
            said = texts.plain_date(etat.courante.confirmee_le)
            self.tag.set_tag(f"Confirmée le {said}", "ok")
        else:
            self.tag.set_tag("", "mute")

    def _on_use_clicked(self) -> None:
        self.confirm_asked.emit("")
