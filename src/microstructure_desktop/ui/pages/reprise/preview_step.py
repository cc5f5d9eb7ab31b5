"""Third step: every row and what would become of it; the doubtful ones are for the person."""

from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.reprise_examen import Apercu, Sort
from microstructure_desktop.ui import look
from microstructure_desktop.ui.cell_roles import ROW_ROLE
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import NBSP, number
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.table_view import TableView

from . import words
from .row_card import RowCard
from .words import Shown

_ALL = "toutes"
_EDGE = 24
_HOW = (
    "Entrée ou un double-clic retient ou écarte une ligne. Un doublon probable n’est pas créé tant "
    "que vous ne le retenez pas."
)


class PreviewStep(QWidget):
    """Signals:
    changed: other rows are taken.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.preview: Apercu | None = None
        self.taken: frozenset[int] = frozenset()
        self.chips = Chips([(_ALL, "Toutes"), *words.FILTERS], single=True, name="Lignes montrées")
        self.chips.set_selected((_ALL,))
        self.table = TableView("Lignes du fichier")
        self.model = RowsModel(self._table_columns(), parent=self.table)
        self.table.setModel(self.model)
        self.card = RowCard(context)
        self._lay_out()
        self.chips.changed.connect(self._on_filter_changed)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.card.toggled.connect(self._on_toggled)
        context.discretion.changed.connect(self._refill)

    def show_preview(self, preview: Apercu) -> None:
        self.preview = preview
        self.taken = preview.proposees()
        counts = preview.comptes()
        self.chips.set_label(_ALL, f"Toutes{NBSP}{number(len(preview.lignes))}")
        for sort, said in words.FILTERS:
            self.chips.set_label(sort.value, f"{said}{NBSP}{number(counts[sort])}")
            self.chips.chip(sort.value).setVisible(bool(counts[sort]))
        self.chips.set_selected((_ALL,))
        self.model.set_filter(None)
        self._refill()
        self.table.selectRow(0)

    def forget(self) -> None:
        self.preview = None
        self.taken = frozenset()
        self.model.set_rows(())
        self.card.show_row(None)

    def _lay_out(self) -> None:
        left = column(self.chips, self.table, Paragraph(_HOW, "caption"), spacing=12)
        left.setStretchFactor(self.table, 1)
        left.setContentsMargins(24, 20, 0, 16)
        aside = PageBody()
        aside.fill(self.card)
        aside.setFixedWidth(look.size("aside") + 2 * _EDGE)
        whole = row(boxed(left), aside, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _table_columns(self) -> tuple[Column, ...]:
        discretion = self.context.discretion
        return (
            Column("Ligne", lambda s: str(s.examinee.numero), 64, lambda s: s.examinee.numero),
            Column("État", lambda s: words.tag(s)[0], 168, tag=words.tag),
            Column("Personne", lambda s: words.name(s.examinee.lue, discretion), 190, strong=True),
            Column(
                "Naissance",
                lambda s: words.birth(s.examinee.lue, discretion),
                104,
                lambda s: s.examinee.lue.naissance or date.min,
            ),
            Column(
                "Inclusion",
                lambda s: words.day(s.examinee.lue.debut),
                104,
                lambda s: s.examinee.lue.debut or date.min,
            ),
            Column("À savoir", lambda s: words.why(s, discretion)),
        )

    def _refill(self) -> None:
        """The rows as they are taken now; the one looked at stays so."""
        if self.preview is None:
            return
        at = self._current()
        self.model.set_rows([Shown(x, x.numero in self.taken) for x in self.preview.lignes])
        if at is not None:
            numero = at.examinee.numero
            self.table.setCurrentIndex(
                self.model.index_of(lambda shown: shown.examinee.numero == numero)
            )
        self.card.show_row(self._current())

    def _current(self) -> Shown | None:
        shown = self.table.currentIndex().data(ROW_ROLE)
        return shown if isinstance(shown, Shown) else None

    def _on_filter_changed(self, codes: tuple[str, ...]) -> None:
        code = codes[0] if codes else _ALL
        self.chips.set_selected((code,))
        self.model.set_filter(
            None if code == _ALL else lambda shown: shown.examinee.sort is Sort(code)
        )
        self.table.selectRow(0)
        self.card.show_row(self._current())

    def _on_row_chosen(self, shown: Shown) -> None:
        if shown.creatable:
            self.taken = self.taken ^ {shown.examinee.numero}
            self._refill()
            self.changed.emit()

    def _on_row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.card.show_row(self._current())

    def _on_toggled(self) -> None:
        shown = self._current()
        if shown is not None:
            self._on_row_chosen(shown)
