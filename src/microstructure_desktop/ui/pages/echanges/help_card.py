"""HelpCard: the four steps in a few words, for who does this once."""

from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine

from . import words


class HelpCard(Card):
    def __init__(self, *, may_write: bool) -> None:
        super().__init__("Comment faire")
        for number, sentence in enumerate(words.STEPS, 1):
            mark = column(Label(str(number), "label"), None)
            line = row(mark, Paragraph(sentence, "secondary"), spacing=10)
            line.setStretch(1, 1)
            self.body.addLayout(line)
        if not may_write:
            self.body.addWidget(NoteLine("info", words.READER, "secondary", "info", ink="text2"))
