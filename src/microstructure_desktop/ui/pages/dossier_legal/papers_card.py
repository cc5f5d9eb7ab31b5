"""PapersCard: the documents of the file, what each still lacks, and how to have it printed."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.services.dossier_legal import GROS, LignePapier
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.rule import Rule

OPEN, LARGE = "Ouvrir", "En gros caractères"
READY = "Complet"
_ICONS = {OPEN: "file-text", LARGE: "a-large-small"}


class PapersCard(Card):
    """Signals:
    asked: the name of a paper to show.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Documents")
        self.body.setSpacing(12)
        self.buttons: dict[str, Button] = {}
        self.notes: dict[str, NoteLine] = {}

    def show_papers(self, lignes: Iterable[LignePapier]) -> None:
        for ligne in lignes:
            if ligne.papier.id not in self.notes:
                self._add(ligne)
            note = self.notes[ligne.papier.id]
            missing = ", ".join(ligne.manquants).lower()
            note.set_text(f"À compléter{NBSP}: {missing}." if missing else READY)
            note.set_sign(*(("circle-dashed", "text3") if missing else ("circle-check", "ok")))

    def _add(self, ligne: LignePapier) -> None:
        if self.notes:
            self.body.addWidget(Rule())
        papier = ligne.papier
        self.notes[papier.id] = note = NoteLine("circle-dashed", "", "secondary", ink="text2")
        whole = self._act(papier.id, papier.titre, OPEN, "normal")
        words = column(Paragraph(papier.titre, "strong"), note, spacing=3)
        if papier.gros:
            large = self._act(papier.id + GROS, papier.titre, LARGE, "link")
            words.addLayout(row(large, None))
        line = row(boxed(words), whole, spacing=12)
        line.setStretch(0, 1)
        self.body.addLayout(line)

    def _act(self, name: str, titre: str, words: str, kind: str) -> Button:
        button = Button(words, kind, _ICONS[words])
        button.setAccessibleName(f"{words}{NBSP}: {titre}")
        button.clicked.connect(partial(self.asked.emit, name))
        self.buttons[name] = button
        return button
