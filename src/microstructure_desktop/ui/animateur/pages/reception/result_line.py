"""ResultLine: what became of one file, and the buttons that it may have."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.tag import Tag

from .wording import Dite


class ResultLine(QWidget):
    def __init__(self, dite: Dite, *buttons: Button) -> None:
        super().__init__()
        self.dite = dite
        sign = column(2, IconLabel(dite.signe, dite.genre, 18), None)
        head = row(Label(dite.titre, "strong"), None, Tag(dite.tag, dite.genre), spacing=10)
        said = column(head, Paragraph(dite.detail, "secondary"), spacing=2)
        if dite.suite:
            said.addWidget(NoteLine("arrow-right", dite.suite, "secondary", "text3", ink="text"))
        if dite.fichier:
            said.addWidget(Label(dite.fichier, "caption"))
        line = row(sign, said, spacing=12)
        line.setStretch(1, 1)
        if buttons:
            line.addLayout(column(*buttons, None))
        self.setLayout(line)
