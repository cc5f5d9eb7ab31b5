"""ListPart: records and where each is in its time, one of them chosen."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from microstructure_desktop.services.conservation import EtatDossier
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, row
from microstructure_desktop.ui.widgets.table_view import TableView

from . import words


class ListPart(QWidget):
    """`above` stands over the table.

    Signals:
        chosen: the keyboard or the mouse is on another record.
        opened: the EtatDossier to read.
    """

    chosen = Signal()
    opened = Signal(object)

    def __init__(
        self, name: str, empty: tuple[str, str], discretion: Discretion, above: QWidget | None
    ) -> None:
        super().__init__()
        self._discretion = discretion
        self.model = RowsModel(self._columns(), parent=self)
        self.table = TableView(name)
        self.table.setModel(self.model)
        self.detail = Paragraph("")
        self.empty = EmptyState("archive", *empty)
        self._end = row(self.detail, spacing=10)
        self._end.setStretch(0, 1)
        self._body = QStackedWidget()
        filled = QVBoxLayout()
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(12)
        filled.addWidget(self.table, 1)
        filled.addLayout(self._end)
        for part in (boxed(filled), self.empty):
            self._body.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 20)
        whole.setSpacing(12)
        if above is not None:
            whole.addWidget(above)
        whole.addWidget(self._body, 1)
        self.table.row_chosen.connect(self.opened)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def add_button(self, button: Button) -> None:
        self._end.addWidget(button)

    def show_rows(self, etats: Sequence[EtatDossier]) -> None:
        kept = self.current()
        self.model.set_rows(etats)
        same = self.model.index_of(lambda e: kept is not None and e.patient.id == kept.patient.id)
        self.table.setCurrentIndex(same if same.isValid() else self.model.index(0, 0))
        self._body.setCurrentIndex(0 if etats else 1)
        self._on_selection_changed()

    def current(self) -> EtatDossier | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        etat: EtatDossier = self.model.row(index.row())
        return etat

    def name_anew(self) -> None:
        self.model.name_anew()

    def _on_selection_changed(self, *_: object) -> None:
        etat = self.current()
        self.detail.setText(words.why(etat) if etat is not None else "")
        self.chosen.emit()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Personne", lambda e: self._discretion.name(e.patient), strong=True),
            Column("N°", lambda e: e.patient.dossier, 70),
            Column("Né·e le", lambda e: self._discretion.birth(e.patient), 110, _birth),
            Column("Dernier acte", words.last_act, 125, lambda e: e.dernier or date.max),
            Column("À décider le", words.term, 125, lambda e: e.a_decider_le or date.max),
        )


def _birth(etat: EtatDossier) -> date:
    return etat.patient.naissance
