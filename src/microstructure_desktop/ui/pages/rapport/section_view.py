"""SectionView: one section of the report: what it says, what the team adds, its figures."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.services.rapport_annuel import ChapitreImprime
from microstructure_desktop.ui.dialogs.chart_card import ChartCard
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.note_line import NoteLine

from .comment_card import CommentCard
from .table_card import TableCard


class SectionView(QWidget):
    """The comment stays while the figures around it are read again."""

    def __init__(self, chapitre: ChapitreImprime, comment: CommentCard) -> None:
        super().__init__()
        self.comment = comment
        self.extras = column(spacing=16)
        self.charts: list[ChartCard] = []
        self.tables: list[TableCard] = []
        self.shown: ChapitreImprime | None = None
        self._said = column(spacing=0)
        self._figures = column(spacing=16)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addLayout(self._said)
        body.addLayout(self.extras)
        body.addWidget(comment)
        body.addLayout(self._figures)
        self.show_section(chapitre)

    def show_section(self, chapitre: ChapitreImprime) -> None:
        figures = replace(chapitre, commentaire="")
        if figures == self.shown:
            return
        self.shown = figures
        clear(self._said)
        clear(self._figures)
        self._said.addWidget(_said(chapitre))
        self.charts = [ChartCard(each, choosable=False) for each in chapitre.graphiques]
        self.tables = [TableCard(each) for each in chapitre.tableaux]
        for card in (*self.charts, *self.tables):
            self._figures.addWidget(card)


def _said(chapitre: ChapitreImprime) -> Card:
    card = Card()
    card.body.addWidget(Label(f"{chapitre.numero}. {chapitre.titre}", "section"))
    for phrase in chapitre.phrases:
        card.body.addWidget(Paragraph(phrase, "body"))
    if chapitre.vide and not chapitre.phrases:
        card.body.addWidget(NoteLine("info", chapitre.vide, "secondary", ink="text2"))
    return card
