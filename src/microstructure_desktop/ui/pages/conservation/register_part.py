"""RegisterPart: who was erased, said without a name, and the copies that are still to do."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.services import certificat_effacement
from microstructure_desktop.services.effacement_copies import AReprendre
from microstructure_desktop.services.effacement_registre import LigneEfface
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.table_view import TableView
from microstructure_desktop.ui.widgets.themed import show_when

from . import words

_NOTHING = (
    "archive",
    "Personne n’a été effacé",
    "Chaque effacement sera noté ici, sans aucun nom.",
)
_TO_DO = "Des copies contiennent encore ce qui a été effacé"
_AGAIN = "Reprendre maintenant"


class RegisterPart(QWidget):
    """Signals:
    certificate_asked: the LigneEfface to print.
    again_asked: the copies of this computer are to be done again.
    """

    certificate_asked = Signal(object)
    again_asked = Signal()

    def __init__(self, *, may_decide: bool) -> None:
        super().__init__()
        self._may_decide = may_decide
        self.to_do = Banner()
        self.model = RowsModel(_COLUMNS, parent=self)
        self.table = TableView("Effacements")
        self.table.setModel(self.model)
        self.detail = Paragraph("")
        self.certificate_button = Button("Certificat", "normal", "printer")
        self.empty = EmptyState(*_NOTHING)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 20)
        whole.setSpacing(12)
        end = row(self.detail, self.certificate_button, spacing=10)
        end.setStretch(0, 1)
        whole.addWidget(self.to_do)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.empty, 1)
        whole.addLayout(end)
        self.to_do.action_clicked.connect(self.again_asked)
        self.certificate_button.clicked.connect(self._on_certificate_clicked)
        self.table.row_chosen.connect(self.certificate_asked)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def show_register(self, lines: Sequence[LigneEfface], left: AReprendre) -> None:
        self.model.set_rows(lines)
        self.table.setCurrentIndex(self.model.index(0, 0))
        show_when(self.table, bool(lines))
        show_when(self.empty, not lines)
        show_when(self.certificate_button, bool(lines))
        self._tell()
        if not left:
            self.to_do.clear()
            return
        told = " ; ".join(certificat_effacement.a_faire(left))
        action = _AGAIN if left.ici and self._may_decide else ""
        self.to_do.show_message("warn", _TO_DO, f"À reprendre : {told}.", action)

    def current(self) -> LigneEfface | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        line: LigneEfface = self.model.row(index.row())
        return line

    def _tell(self) -> None:
        line = self.current()
        self.detail.setText(line.effacement.motif if line is not None else "")

    def _on_row_changed(self, _new: QModelIndex, _old: QModelIndex) -> None:
        self._tell()

    def _on_certificate_clicked(self) -> None:
        line = self.current()
        if line is not None:
            self.certificate_asked.emit(line)


_COLUMNS = (
    Column("Dossier", words.numbers, 120, strong=True),
    Column("Effacé le", words.when, 115, lambda x: x.le),
    Column("Par", words.author, 130),
    Column("Fondement", words.ground),
)
