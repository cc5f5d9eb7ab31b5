"""YearPart: the theoretical euros of a year, month by month, and how they are counted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.previsions import MoisPrevu
from microstructure_desktop.services.forfaits import AnneePrevue
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import (
    NBSP,
    amount,
    count,
    month_and_year,
    number,
    round_amount,
)
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.table_view import TableView

from . import words


def _month(prevu: MoisPrevu) -> str:
    """« Mars », « Décembre (prévu) »: the year is in the title."""
    name, _ = month_and_year(prevu.mois.premier).split(NBSP)
    return f"{name.capitalize()} (prévu)" if prevu.a_venir else name.capitalize()


_COLUMNS = (
    Column("Mois", _month, sort_key=lambda m: m.mois, strong=True),
    Column("Commencent", lambda m: number(m.commences), 110, lambda m: m.commences, right=True),
    Column(
        "Montant",
        lambda m: amount(m.commences_centimes),
        130,
        lambda m: m.commences_centimes,
        right=True,
    ),
    Column("Se terminent", lambda m: number(m.termines), 120, lambda m: m.termines, right=True),
    Column(
        "Montant entier",
        lambda m: amount(m.termines_centimes),
        130,
        lambda m: m.termines_centimes,
        right=True,
    ),
    Column(
        "Au prorata",
        lambda m: amount(m.termines_prorata),
        130,
        lambda m: m.termines_prorata,
        right=True,
    ),
)


class YearPart(QWidget):
    """Signals:
    year_asked: another year is wanted.
    """

    year_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._year = 0
        self.title = Label("", "card")
        self.before_button = IconButton("chevron-left", "Année précédente", "quiet")
        self.after_button = IconButton("chevron-right", "Année suivante", "quiet")
        self.begun = Paragraph("", "body")
        self.ended = Paragraph("", "body")
        self.model = RowsModel(_COLUMNS, parent=self)
        self.table = TableView("Forfaits mois par mois", dense=True)
        self.table.setModel(self.model)
        card = Card()
        card.body.addLayout(row(self.title, None, self.before_button, self.after_button))
        card.body.addWidget(self.begun)
        card.body.addWidget(self.ended)
        card.body.addWidget(self.table)
        card.body.addWidget(Paragraph(words.YEAR_WHY, "caption"))
        body = PageBody()
        body.fill(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(body)
        self.before_button.clicked.connect(self._on_before_clicked)
        self.after_button.clicked.connect(self._on_after_clicked)

    def show_year(self, found: AnneePrevue) -> None:
        self._year = found.annee
        self.title.setText(f"Prévision de l’année {found.annee}")
        begun, ended = found.commences, found.termines
        self.begun.setText(
            f"{count(begun.nombre, 'forfait commence', 'forfaits commencent')} dans l’année : "
            f"{round_amount(begun.centimes)}."
        )
        self.ended.setText(
            f"{count(ended.nombre, 'forfait se termine', 'forfaits se terminent')} dans l’année : "
            f"{round_amount(ended.centimes)} en entier, {round_amount(found.prorata)} au prorata "
            "des jours suivis."
        )
        self.model.set_rows(found.mois)

    def months(self) -> tuple[MoisPrevu, ...]:
        return self.model.rows()

    def _on_before_clicked(self) -> None:
        self.year_asked.emit(self._year - 1)

    def _on_after_clicked(self) -> None:
        self.year_asked.emit(self._year + 1)
