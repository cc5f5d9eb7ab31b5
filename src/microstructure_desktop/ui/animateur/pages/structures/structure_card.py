"""StructureCard: one structure, its key, and the end of its enrolment."""

from PySide6.QtCore import Signal

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column
from microstructure_desktop.ui.widgets.themed import show_when

from . import words
from .acts import Inscrite

_KEY = "Empreinte de sa clé"


class StructureCard(Card):
    """Signals:
    end_asked: its last month awaited is to be said.
    return_asked: it is awaited again.
    """

    end_asked = Signal()
    return_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Un cabinet")
        self._facts = column(spacing=6)
        self.key = Paragraph("", "body")
        self.end_button = Button("Mettre fin à l’inscription…", "link", "log-out")
        self.return_button = Button("L’attendre de nouveau", "link", "undo-2")
        self.end_button.clicked.connect(self.end_asked)
        self.return_button.clicked.connect(self.return_asked)
        self.body.addWidget(boxed(self._facts))
        for part in (Label(_KEY, "caption"), self.key, self.end_button, self.return_button):
            self.body.addWidget(part)
        self.hide()

    def show_structure(self, each: Inscrite) -> None:
        assert self.title is not None
        self.title.setText(each.structure.nom)
        clear(self._facts)
        for what, said in words.facts(each):
            line = column(Label(what, "caption"), Paragraph(said, "body"), spacing=0)
            self._facts.addLayout(line)
        self.key.setText(each.empreinte)
        ended = each.structure.jusqua is not None
        show_when(self.end_button, not ended)
        show_when(self.return_button, ended)
        self.show()
