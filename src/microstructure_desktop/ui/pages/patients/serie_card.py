"""SerieCard: one measure over time, large, and the same in figures under it."""

from PySide6.QtCore import Signal

from microstructure_desktop.domain.trajectoire import Mesure, Serie
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import NBSP, numeric_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.table_view import TableView
from microstructure_desktop.ui.widgets.tag import Tag

from .serie_words import cut_offs_in_words, drawn, tag_of
from .words import joined

_AID = f"Un score aide à en parler{NBSP}; il ne pose pas de diagnostic."
_COLUMNS = (
    Column("Date", lambda m: numeric_date(m.jour), 104, sort_key=lambda m: m.jour),
    Column(
        "Valeur",
        lambda m: m.libelle,
        strong=True,
        sort_key=lambda m: (m.valeur is None, m.valeur or 0),
    ),
    Column("Noté par", lambda m: joined((m.auteur, m.titre))),
)


class SerieCard(Card):
    """Signals:
    mesure_chosen: Mesure, to read where it comes from.
    """

    mesure_chosen = Signal(object)

    def __init__(self, serie: Serie) -> None:
        super().__init__(serie.titre)
        if serie.sens is not None:
            self.header.insertWidget(1, Tag(*tag_of(serie)))
        self.header.addWidget(Label(serie.famille, "caption"))
        self.trend = drawn(serie)
        self.body.addWidget(self.trend)
        for words in (cut_offs_in_words(serie), serie.note, _AID if serie.echelle else ""):
            if words:
                self.body.addWidget(Paragraph(words, "caption"))
        self.table = TableView(f"{serie.titre}, mesures")
        self.model = RowsModel(_COLUMNS, parent=self.table)
        self.model.set_rows(tuple(reversed(serie.mesures)))
        self.table.setModel(self.model)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.body.addWidget(self.table)

    def _on_row_chosen(self, mesure: Mesure) -> None:
        if mesure.fiche is not None:
            self.mesure_chosen.emit(mesure)
