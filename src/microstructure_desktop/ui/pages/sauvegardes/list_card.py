"""ListCard: the backups of this computer, each with when, why, and what is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from microstructure_desktop.services.sauvegardes import Sauvegarde
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.table_view import TableView
from microstructure_desktop.ui.widgets.themed import show_when

VERIFYING = "Vérification : le fichier est relu en entier…"
_KEPT = (
    "Chaque sauvegarde est relue avant de recevoir son nom. Sont gardées toutes celles de la "
    "journée, puis une pour chacun de 7 jours, de 4 semaines et de 12 mois."
)
_VERIFIED, _DAMAGED = ("Vérifiée", "ok"), ("Abîmée", "danger")


@dataclass(frozen=True, slots=True)
class Row:
    sauvegarde: Sauvegarde
    octets: int


class ListCard(Card):
    """Signals:
    verify_asked, restore_asked: the Sauvegarde.
    file_asked: restore a file that is not in this list.
    """

    verify_asked = Signal(object)
    restore_asked = Signal(object)
    file_asked = Signal()

    def __init__(self, *, may_verify: bool, may_restore: bool) -> None:
        super().__init__("Sauvegardes de cet ordinateur")
        self.model = RowsModel(_COLUMNS, parent=self)
        self.table = TableView("Sauvegardes de cet ordinateur")
        self.table.setModel(self.model)
        self.banner = Banner()
        self.progress = NoteLine("search-check", "", "secondary", "info", ink="text2")
        self.verify_button = Button("Vérifier", icon="search-check")
        self.restore_button = Button("Restaurer…", icon="archive-restore")
        self.file_button = Button("Restaurer un autre fichier…", "link")
        for part in (self.table, self.banner, self.progress):
            self.body.addWidget(part)
        self.body.addLayout(
            flow(self.verify_button, self.restore_button, self.file_button, spacing=10)
        )
        self.body.addWidget(Paragraph(_KEPT, "caption"))
        show_when(self.verify_button, may_verify)
        for button in (self.restore_button, self.file_button):
            show_when(button, may_restore)
        self.verify_button.clicked.connect(self._on_verify_clicked)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.file_button.clicked.connect(self.file_asked)
        self.table.selectionModel().selectionChanged.connect(self._show_choice)
        self._show_choice()

    def show_rows(self, rows: Sequence[Row]) -> None:
        kept = self.chosen()
        self.model.set_rows(rows)
        index = self.model.index_of(
            lambda r: kept is not None and r.sauvegarde.faite_le == kept.faite_le
        )
        self.table.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        show_when(self.table, bool(rows))
        self._show_choice()

    def chosen(self) -> Sauvegarde | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        found: Row = self.model.row(index.row())
        return found.sauvegarde

    def show_busy(self, words: str) -> None:
        """Empty when it is over."""
        self.progress.set_text(words)
        if words:
            self.banner.clear()
        self._show_choice()

    def _show_choice(self) -> None:
        chosen, busy = self.chosen(), bool(self.progress.text())
        self.verify_button.setEnabled(chosen is not None and not busy)
        self.restore_button.setEnabled(chosen is not None and not chosen.abimee and not busy)

    def _on_verify_clicked(self) -> None:
        self.verify_asked.emit(self.chosen())

    def _on_restore_clicked(self) -> None:
        self.restore_asked.emit(self.chosen())


_COLUMNS = (
    Column(
        "Date",
        lambda r: backup_words.moment(r.sauvegarde.faite_le),
        160,
        lambda r: r.sauvegarde.faite_le,
        strong=True,
    ),
    Column("Pourquoi", lambda r: backup_words.REASONS[r.sauvegarde.genre]),
    Column(
        "État",
        lambda r: (_DAMAGED if r.sauvegarde.abimee else _VERIFIED)[0],
        90,
        tag=lambda r: _DAMAGED if r.sauvegarde.abimee else _VERIFIED,
    ),
    Column("Taille", lambda r: backup_words.size(r.octets), 70, lambda r: r.octets, right=True),
)
