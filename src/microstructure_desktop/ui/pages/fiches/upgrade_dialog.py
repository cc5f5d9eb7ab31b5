"""UpgradeDialog: what moving to the later version of a form keeps, asks and leaves."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.upgrade import Passage
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.dialogs.room import room_over
from microstructure_desktop.ui.forms.answer_text import answer_text
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.page_body import PageBody

WIDTH, HEIGHT = 720, 560
LEFT_NOTE = "Elles restent dans les révisions de la fiche, avec la version actuelle."


class UpgradeDialog(QDialog):
    """Show it with `open()`; accepted when the person moves to the later version."""

    def __init__(self, parent: QWidget, newer: Form, passage: Passage) -> None:
        super().__init__(parent)
        self.setWindowTitle("Microstructure")
        title = f"Passer à la version {newer.version}"
        self.setAccessibleName(title)
        self.setModal(True)
        self.resize(room_over(parent, WIDTH, HEIGHT))
        body = PageBody()
        kept, left = ([f"{i.text}{texts.NBSP}: {answer_text(i, v)}" for i, v in part]
                      for part in (passage.kept, passage.left))  # fmt: skip
        for heading, note, lines in (
            ("Réponses sans place dans la nouvelle version", LEFT_NOTE, left),
            ("Nouvelles questions", "", [item.text for item in passage.added]),
            ("Réponses reprises", "", kept),
        ):
            if lines:
                body.main.addWidget(_card(f"{heading} ({len(lines)})", note, lines))
        body.main.addStretch(1)
        self.stay = Button("Rester sur la version actuelle")
        self.move_on = Button(title, "primary")
        self.stay.clicked.connect(self.reject)
        self.move_on.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = column(Paragraph(title, "card"), Paragraph(newer.title), spacing=4,
                      margins=(24, 20, 24, 4))  # fmt: skip
        whole.addLayout(head)
        whole.addWidget(body, 1)
        whole.addLayout(row(None, self.stay, self.move_on, margins=(24, 12, 24, 16)))


def _card(title: str, note: str, lines: list[str]) -> Card:
    card = Card(title)
    card.body.setSpacing(6)
    if note:
        card.body.addWidget(Paragraph(note, "secondary"))
    for line in lines:
        card.body.addWidget(Paragraph(line))
    return card
