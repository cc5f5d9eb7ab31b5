"""GridModel: structures by months; the heading of a month says how complete it is."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from microstructure_desktop.animateur.completeness import Case, LigneTableau
from microstructure_desktop.ui.cell_roles import ROW_ROLE
from microstructure_desktop.ui.texts import NBSP

from . import wording
from .acts import Lu

UNDER_ROLE = ROW_ROLE + 20  # under a heading: the code of a structure, « 27/30 » of a month
_MONTHS = (
    "janv.", "févr.", "mars", "avril", "mai", "juin",
    "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip

_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, UNDER_ROLE)
_Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """ROW_ROLE of a cell is (row, case)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lu: Lu | None = None

    def show_year(self, lu: Lu) -> None:
        self.beginResetModel()
        self._lu = lu
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() or self._lu is None else len(self._lu.lignes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() or self._lu is None else len(self._lu.mois)

    def cell(self, index: _Index) -> tuple[LigneTableau, Case] | None:
        if self._lu is None or not index.isValid():
            return None
        ligne = self._lu.lignes[index.row()]
        return ligne, ligne.cases[index.column()]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = self.cell(index)
        if shown is None:
            return None
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                return wording.spoken(*shown)
            case Qt.ItemDataRole.DisplayRole:
                return wording.short(shown[1])
            case _:
                return shown if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self._lu is None or role not in _SAID:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._month(self._lu, section, role)
        structure = self._lu.lignes[section].structure
        return structure.id if role == UNDER_ROLE else structure.nom

    @staticmethod
    def _month(lu: Lu, section: int, role: int) -> str:
        whole, name = lu.completudes[section], _MONTHS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if whole is None:
            return "" if role == UNDER_ROLE else name
        if role == UNDER_ROLE:
            return f"{whole.recues}/{whole.attendues}"
        return f"{name}{NBSP}: {whole.phrase}"
