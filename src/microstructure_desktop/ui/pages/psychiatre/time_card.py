"""TimeCard: the hours that the psychiatrist held in a month, each part shown, and the mark."""

from microstructure_desktop.services.permanence_psychiatre import Permanence
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.bar import Bar
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column

from .words import expected, held, parts


class TimeCard(Card):
    def __init__(self) -> None:
        super().__init__("Temps tenu")
        self.held = Label("", "figure")
        self.bar = Bar()
        self.expected = Paragraph("", "secondary")
        self._parts = column(spacing=8)
        self.source = Paragraph("", "caption")
        for part in (self.held, self.bar, self.expected):
            self.body.addWidget(part)
        self.body.addLayout(self._parts)
        self.body.addWidget(self.source)

    def show_month(self, found: Permanence) -> None:
        temps = found.bilan.temps
        self.held.setText(held(found))
        self.bar.setVisible(bool(temps.du))
        self.bar.set_share(temps.tenu / temps.du if temps.du else 0.0)
        self.expected.setText(expected(found))
        clear(self._parts)
        for label, text in parts(found):
            self._parts.addLayout(column(Paragraph(label, "label"), Paragraph(text), spacing=0))
        attendu = found.attendu
        self.source.setText(f"Source{NBSP}: {attendu.source}" if attendu is not None else "")
        self.source.setVisible(attendu is not None)
