"""DuplicatesCard: records that may be the person being typed; a question, never a refusal."""

from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.doublons import Doublon, ressemblants
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import announce
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.rule import Rule

from .words import file_number, joined, years

_PAUSE_MS = 200
_MOST = 5
_NONE = "Les dossiers qui ressemblent à ce que vous tapez s’affichent ici."
_NAMESAKES = "Quelqu’un d’autre porte ce nom ; rien d’autre ne les rapproche."
_SOME = "Est-ce la même personne ? Vérifiez avant de créer un second dossier."
_KNOWN = "Est-ce la même personne ? Ses deux dossiers peuvent être réunis."


class Asked(NamedTuple):
    """What is compared with the records known."""

    nom: str
    prenom: str
    naissance: date | None
    nom_naissance: str = ""
    prenoms_naissance: str = ""


class DuplicatesCard(Card):
    """Signals:
    open_requested: the id of the record to open.
    merge_requested: the id of a record that is the same person's.
    """

    open_requested = Signal(str)
    merge_requested = Signal(str)

    def __init__(self, context: Context, sauf: PatientId | None = None) -> None:
        super().__init__("Dossiers ressemblants")
        self.context = context
        self._sauf = sauf
        self._asked = Asked("", "", None)
        self._known: tuple[Doublon, ...] = ()
        self._apart: set[PatientId] = set()
        self._told_apart = False
        self._may_merge = sauf is not None and allowed(
            context.membre.role, Permission.REUNIR_DOSSIERS
        )
        self._sign = IconLabel("users", "text3", 18)
        self.header.insertWidget(0, self._sign)
        self.words = Paragraph(_NONE, "caption")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.body.addWidget(self.words)
        self.body.addLayout(self._lines)
        context.discretion.changed.connect(self._show)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)

    def ask(self, asked: Asked) -> None:
        """Compare after a short pause; an answer to something typed before is dropped."""
        self._asked = asked
        self._pause.start()

    def apart(self) -> tuple[PatientId, ...]:
        """Those said not to be this person."""
        return tuple(d.ligne.id for d in self._known if d.ligne.id in self._apart)

    def set_told_apart(self, told: bool) -> None:  # noqa: FBT001
        """The record already says that others look like it: nothing more is asked."""
        self._told_apart = told
        self._show()

    def found(self) -> tuple[Doublon, ...]:
        return self._known

    def _on_paused(self) -> None:
        compare = partial(_compared, asked=self._asked, sauf=self._sauf)
        self.context.worker.run(compare, self._on_compared)

    def _on_compared(self, answer: tuple[Asked, tuple[Doublon, ...]]) -> None:
        asked, found = answer
        if asked != self._asked or found == self._known:
            return
        self._known = found
        self._show()
        if found:
            announce(self, f"{self.words.text()} {self.context.discretion.name(found[0].ligne)}")

    def _show(self) -> None:
        found = self._known
        clear(self._lines)
        for doublon in found[:_MOST]:
            self._lines.addWidget(Rule())
            self._lines.addLayout(self._line(doublon))
        question = any(self._asks(doublon) for doublon in found)
        self._sign.set_icon(*(("triangle-alert", "warn") if question else ("users", "text3")))
        asked = _SOME if self._sauf is None else _KNOWN
        self.words.setText(asked if question else _NAMESAKES if found else _NONE)

    def _line(self, doublon: Doublon) -> QVBoxLayout:
        ligne, discretion = doublon.ligne, self.context.discretion
        known = (discretion.birth(ligne), years(ligne.age), file_number(ligne.dossier))
        button = Button("Ouvrir ce dossier", "link", "folder-open")
        button.setAccessibleName(f"Ouvrir le dossier de {discretion.name(ligne)}")
        button.clicked.connect(partial(self.open_requested.emit, ligne.id))
        asks = self._asks(doublon)
        made = column(
            Label(discretion.bare(ligne), "strong"),
            Label(joined(known), "secondary"),
            Paragraph(doublon.raison, "caption", "warn" if asks else "text2"),
            button,
            spacing=2,
        )
        for more in self._answers(doublon):
            made.addWidget(more)
        return made

    def _asks(self, doublon: Doublon) -> bool:
        return not (doublon.homonyme or self._told_apart or doublon.ligne.id in self._apart)

    def _answers(self, doublon: Doublon) -> list[Button]:
        """The same person, or another one: neither is ever needed to save."""
        name, made = self.context.discretion.name(doublon.ligne), []
        if self._may_merge:
            same = Button("Réunir les deux dossiers…", "link", "merge")
            same.setAccessibleName(f"Réunir avec le dossier de {name}")
            same.clicked.connect(partial(self.merge_requested.emit, doublon.ligne.id))
            made.append(same)
        if self._asks(doublon) or doublon.ligne.id in self._apart:
            said = doublon.ligne.id in self._apart
            words = "Finalement, je ne sais pas" if said else "Ce n’est pas la même personne"
            other = Button(words, "link", "undo-2" if said else "user-x")
            other.setAccessibleName(f"{words}{NBSP}: {name}")
            other.clicked.connect(partial(self._on_apart_clicked, doublon.ligne.id))
            made.append(other)
        return made

    def _on_apart_clicked(self, patient_id: PatientId) -> None:
        self._apart ^= {patient_id}
        self._show()


def _compared(
    office: Office, *, asked: Asked, sauf: PatientId | None
) -> tuple[Asked, tuple[Doublon, ...]]:
    if not (asked.nom.strip() and asked.prenom.strip()):
        return asked, ()
    return asked, ressemblants(
        office,
        asked.nom,
        asked.prenom,
        asked.naissance,
        sauf,
        nom_naissance=asked.nom_naissance,
        prenoms_naissance=asked.prenoms_naissance,
    )
