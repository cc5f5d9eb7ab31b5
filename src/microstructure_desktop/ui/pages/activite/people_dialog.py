"""PeopleDialog: who is behind a figure; each line opens a record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.indicateurs import Personnes
from microstructure_desktop.services.lignes import PatientLigne
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.table_view import TableView

from . import words

_WIDE = 620


class PeopleDialog(DialogFrame):
    """Show it with `open()`. Names follow the discreet mode while it is there.

    Signals:
        patient_chosen: id of the person whose record is wanted.
    """

    patient_chosen = Signal(str)

    def __init__(
        self, parent: QWidget, titre: str, found: Personnes, discretion: Discretion
    ) -> None:
        said = words.people(len(found.lignes), found.fermes)
        super().__init__(parent, "users", "text2", titre, said, _WIDE)
        self.model = RowsModel(
            (
                Column("Personne", discretion.bare, strong=True),
                Column("N°", lambda row: row.dossier, 76),
                Column("Âge", _age, 84, sort_key=lambda row: row.age, right=True),
                Column("Dernier acte", _last, 132, sort_key=lambda row: str(row.dernier or "")),
            ),
            parent=self,
        )
        self.model.set_rows(found.lignes)
        self.table = TableView(titre)
        self.table.setModel(self.model)
        self.body.addSpacing(6)
        self.body.addWidget(self.table, 1)
        self.close_button = self.add_button("Fermer", accepts=False)
        self.open_button = self.add_button("Ouvrir le dossier", "primary", accepts=True)
        self.open_button.setVisible(bool(found.lignes))
        self.table.setVisible(bool(found.lignes))
        self.table.row_chosen.connect(self._on_row_chosen)
        discretion.changed.connect(self.model.name_anew)

    def accept(self) -> None:
        """The record of the line where the keyboard is."""
        here = self.table.currentIndex()
        if here.isValid():
            self._on_row_chosen(self.model.row(here.row()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.model.rows():
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_chosen(self, row: PatientLigne) -> None:
        super().accept()
        self.patient_chosen.emit(row.id)


def _age(row: PatientLigne) -> str:
    return f"{row.age} ans"


def _last(row: PatientLigne) -> str:
    return numeric_date(row.dernier) if row.dernier is not None else "—"
