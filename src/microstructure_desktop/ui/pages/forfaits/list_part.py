"""ListPart: the four figures, the filters, the table of forfaits and the one chosen."""

from datetime import date

from PySide6.QtCore import QItemSelection, QSize
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from microstructure_desktop.domain.text import normalise
from microstructure_desktop.services.forfait_lignes import ForfaitLigne, Groupe
from microstructure_desktop.services.forfaits import Tableau, Total
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import count, number, round_amount
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.figure import Figure
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.search_box import SearchBox
from microstructure_desktop.ui.widgets.table_view import TableView
from microstructure_desktop.ui.widgets.themed import Themed, show_when

from . import words
from .columns import columns
from .detail_card import DetailCard

_SEARCH = 210
_LEAST = 210
_NARROWEST = 104
"""Pixels of a column at 100 %: the names, which take the room left, among them."""


class _Rows(TableView):
    """As many rows as the rest of the page leaves: the one chosen is told below, in sight."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), look.control_px(_LEAST))


class ListPart(Themed, QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.tableau: Tableau | None = None
        self._le = context.now().date()
        self._figures = {
            "ouverts": Figure("Montant ouvert"),
            "facturables": Figure("Facturable maintenant"),
            "bloques": Figure("Bloqués", "warn"),
            "echeance": Figure(words.near(context.reference), "coordination"),
        }
        self.chips = Chips(words.FILTRES, single=True, name="Forfaits montrés")
        self.chips.set_selected((words.TOUS,))
        self.search = SearchBox("Filtrer", "Ctrl+F")
        self.model = RowsModel(columns(context.discretion, self._day), parent=self)
        self.table = _Rows("Forfaits, par nom")
        self.table.setModel(self.model)
        self.closed = NoteLine("eye-off")
        self.capacity = Paragraph("", "caption")
        self.detail = DetailCard(context)
        self.nobody = Paragraph(words.NOBODY)
        self.empty = EmptyState("wallet", words.NONE, words.NONE_WHY, "Aller aux patients")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(16)
        for at, figure in enumerate(self._figures.values()):
            grid.addWidget(figure, 0, at)
            grid.setColumnStretch(at, 1)
        filters = row(self.chips, self.search, spacing=12)
        filters.setStretch(0, 1)
        self.full = PageBody()
        body = self.full.main
        body.setSpacing(12)
        body.addLayout(grid)
        body.addLayout(filters)
        body.addWidget(self.table, 1)
        body.addWidget(self.nobody, 1)
        body.addWidget(self.detail)
        body.addWidget(self.closed)
        body.addWidget(self.capacity)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.full, 1)
        whole.addWidget(self.empty, 1)
        self.full.hide()
        self.empty.hide()
        self.restyle()

    def restyle(self) -> None:
        self.table.horizontalHeader().setMinimumSectionSize(look.control_px(_NARROWEST))
        self.search.setFixedWidth(look.control_px(_SEARCH))

    def _connect(self) -> None:
        self.chips.changed.connect(self._on_filter_changed)
        self.search.searched.connect(self._on_filter_changed)
        self.search.down_pressed.connect(self._on_down_pressed)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.empty.action_clicked.connect(self._on_empty_clicked)
        self.context.discretion.changed.connect(self._on_discretion_changed)

    def _day(self) -> date:
        return self._le

    # --- what is shown ----------------------------------------------------------------------

    def show_tableau(self, tableau: Tableau) -> None:
        """Whoever was chosen stays chosen."""
        kept = self._chosen()
        self.tableau, self._le = tableau, tableau.le
        some = bool(tableau.lignes or tableau.fermes)
        self.full.setVisible(some)
        self.empty.setVisible(not some)
        self._show_figures(tableau)
        for code, label in words.FILTRES:
            self.chips.set_label(code, f"{label} {number(len(self._of(code)))}")
        self.closed.set_text(words.closed(tableau.fermes))
        notes = [*map(words.capacity, tableau.capacites), words.last_day(tableau)]
        self.capacity.setText("\n".join(filter(None, notes)))
        show_when(self.capacity, any(notes))
        self.model.set_rows(tableau.lignes)
        self._filter()
        if kept is not None:
            self._choose(kept.cle)

    def choose_filter(self, code: str) -> None:
        self.chips.set_selected((code,))
        self._filter()

    def _show_figures(self, tableau: Tableau) -> None:
        opened = tableau.ouverts

        def put(name: str, total: Total, value: str, caption: str) -> None:
            share = total.nombre / opened.nombre if opened.nombre else 0.0
            self._figures[name].set_value(value, share, caption)

        put("ouverts", opened, round_amount(opened.centimes), count(opened.nombre, "forfait"))
        ready, near = tableau.facturables, tableau.a_echeance
        money = round_amount(ready.centimes)
        put("facturables", ready, money, f"{count(ready.nombre, 'forfait')}, rien ne manque")
        blocked = tableau.bloques
        put("bloques", blocked, number(blocked.nombre), words.blocked(blocked.nombre))
        left = count(tableau.disponibles, "acte encore disponible", "actes encore disponibles")
        put("echeance", near, number(near.nombre), left)

    def _of(self, code: str) -> tuple[ForfaitLigne, ...]:
        if self.tableau is None:
            return ()
        if code == words.TOUS:
            return self.tableau.a_suivre
        return self.tableau.du_groupe(Groupe(code))

    def _filter(self) -> None:
        code = next(iter(self.chips.selected()), words.TOUS)
        among = {x.cle for x in self._of(code)}
        typed = normalise(self.search.text())

        def keep(x: ForfaitLigne) -> bool:
            named = normalise(f"{x.patient.nom} {x.patient.prenom} {x.patient.dossier}")
            return x.cle in among and typed in named

        self.model.set_filter(keep)
        show_when(self.table, bool(self.model.rows()))
        show_when(self.nobody, not self.model.rows())
        self._show_chosen()

    # --- what is chosen ---------------------------------------------------------------------

    def _chosen(self) -> ForfaitLigne | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        found: ForfaitLigne = self.model.row(index.row())
        return found

    def _choose(self, wanted: tuple[str, date]) -> None:
        index = self.model.index_of(lambda x: x.cle == wanted)
        if index.isValid():
            self.table.setCurrentIndex(index)

    def _show_chosen(self) -> None:
        if self.tableau is not None:
            self.detail.show_ligne(self._chosen(), self._le, self.tableau.parts)

    def _on_selection_changed(self, _new: QItemSelection | None = None) -> None:
        self._show_chosen()

    def _on_filter_changed(self, _what: object = None) -> None:
        self._filter()

    def _on_down_pressed(self) -> None:
        self.table.setFocus()

    def _on_row_chosen(self, ligne: ForfaitLigne) -> None:
        self.context.navigator.go(Route("dossier", patient_id=ligne.patient.id))

    def _on_empty_clicked(self) -> None:
        self.context.navigator.go(Route("patients"))

    def _on_discretion_changed(self) -> None:
        self.model.name_anew()
