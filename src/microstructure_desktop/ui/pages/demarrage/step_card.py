"""StepCard: one step of the start, why it is there, and what shows that it is done."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.document import DocumentRecu
from microstructure_desktop.services.demarrage import LigneEtape, state
from microstructure_desktop.services.demarrage_etapes import Constat
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, flow, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.tag import Tag

WHERE = {
    Constat.FORMATION: ("Ouvrir les formations", Route("formations")),
    Constat.EQUIPE: ("Ouvrir les réglages", Route("reglages")),
    Constat.PERMANENCES: ("Ouvrir les permanences", Route("horaires")),
    Constat.STRUCTURE: ("Ouvrir les réglages", Route("reglages")),
    Constat.INCLUSION: ("Ouvrir les patients", Route("patients")),
    Constat.REUNION: ("Ouvrir les réunions", Route("reunions")),
}
"""Where what the store tells is done."""


class StepCard(Card):
    """Signals:
    note_asked: to say when it was done, or to correct it.
    undone_asked: it is to be done again.
    attach_asked: a paper proves it.
    open_asked: DocumentRecu, to read.
    detach_asked: DocumentRecu, to take back.
    route_chosen: Route of where it is done.
    """

    note_asked = Signal()
    undone_asked = Signal()
    attach_asked = Signal()
    open_asked = Signal(object)
    detach_asked = Signal(object)
    route_chosen = Signal(object)

    def __init__(self, ligne: LigneEtape, *, may_write: bool) -> None:
        super().__init__(ligne.definition.titre)
        self.ligne = ligne
        self._may_write = may_write
        self.header.addWidget(Tag("Fait", "ok") if ligne.faite else Tag("À faire"))
        self.body.setSpacing(8)
        if not ligne.faite:
            self.body.addWidget(Paragraph(ligne.definition.pourquoi))
        done = ("circle-check", "ok") if ligne.faite else ("circle-dashed", "text3")
        self.body.addWidget(NoteLine(done[0], state(ligne), "secondary", done[1], ink="text2"))
        if ligne.etape.note:
            self.body.addWidget(Paragraph(ligne.etape.note, "body"))
        for document in ligne.documents:
            self.body.addWidget(self._paper(document))
        if not ligne.faite:
            self.body.addWidget(Paragraph(f"Source{NBSP}: {ligne.definition.source}", "caption"))
        self._add_acts()

    def _paper(self, document: DocumentRecu) -> QWidget:
        title = Button(document.titre, "link", "file-text")
        title.clicked.connect(partial(self.open_asked.emit, document))
        line = row(title, spacing=4)
        if self._may_write:
            take = IconButton("x", f"Retirer{NBSP}: {document.titre}", "quiet")
            take.clicked.connect(partial(self.detach_asked.emit, document))
            line.addWidget(take)
        line.addStretch(1)
        return boxed(line)

    def _add_acts(self) -> None:
        definition, noted = self.ligne.definition, self.ligne.etape.faite_le is not None
        acts: list[Button] = []
        if self._may_write and not self.ligne.faite:
            acts.append(self._act("Noter comme faite", "check", self.note_asked, "normal"))
        elif self._may_write and noted:
            acts.append(self._act("Corriger", "pencil", self.note_asked))
            acts.append(self._act("À refaire", "rotate-ccw", self.undone_asked))
        if self._may_write:
            acts.append(self._act("Joindre un document", "paperclip", self.attach_asked))
        place = WHERE.get(definition.constat) if definition.constat is not None else None
        if place is not None and not self.ligne.faite:
            go = Button(place[0], "link", "arrow-right")
            go.clicked.connect(partial(self.route_chosen.emit, place[1]))
            acts.append(go)
        self.acts = {button.text(): button for button in acts}
        if acts:
            self.body.addLayout(flow(*acts, spacing=10))

    def _act(self, words: str, icon: str, asked: SignalInstance, kind: str = "ghost") -> Button:
        button = Button(words, kind, icon)
        button.setAccessibleName(f"{words}{NBSP}: {self.ligne.definition.titre}")
        button.clicked.connect(asked)
        return button
