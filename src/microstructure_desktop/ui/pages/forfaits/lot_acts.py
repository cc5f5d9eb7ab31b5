"""LotActs: print a billing list, write it, hand it over, take it back."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import facturation, facturation_documents
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.facturation import Lot
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs import safe_places
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.dialogs.saving import FileSaver

from . import words

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import LotFacturationId

_WHY = (
    "Ses forfaits seront de nouveau à facturer. La préparation et ses preuves restent, avec votre "
    "motif."
)


class LotActs(QObject):
    """Kept by a page; its dialogs are closed with it.

    Signals:
        failed: AppError, to show on the page.
    """

    failed = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._saver = FileSaver(context, page)
        self._dialog: QDialog | None = None
        self._taking_back: LotFacturationId | None = None
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self.failed)

    def close(self) -> None:
        self._saver.close()
        if self._dialog is not None:
            self._dialog.reject()

    def print(self, lot: Lot) -> None:
        ready = partial(facturation_documents.bordereau, lot_id=lot.id)
        self._context.worker.run(ready, self._on_document, self._on_failed)

    def write(self, lot: Lot) -> None:
        ready = partial(facturation_documents.tableur, lot_id=lot.id)
        self._context.worker.run(ready, self._on_table, self._on_failed)

    def write_list(self) -> None:
        self._context.worker.run(facturation_documents.liste, self._on_table, self._on_failed)

    def send(self, lot: Lot) -> None:
        act = partial(_noted, action=partial(facturation.transmettre, lot_id=lot.id))
        self._context.worker.run(act, self._on_sent, self._on_failed)

    def take_back(self, lot: Lot) -> None:
        self._taking_back = lot.id
        dialog = ReasonDialog(
            self._page,
            f"Reprendre la facturation du {words.lot_title(lot)} ?",
            _WHY,
            "Reprendre la facturation",
            words.MOTIFS_REPRISE,
            readers=lisible(Permission.FORFAITS),
            danger=True,
        )
        dialog.accepted.connect(self._on_reason_given)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None

    def _on_document(self, document: Document) -> None:
        if self._page.isVisible() and self._dialog is None:
            self._open(PrintPreview(document, self._context, self._page))

    def _on_table(self, document: Document) -> None:
        if self._page.isVisible():
            self._saver.ask(document)

    def _on_saved(self, path: Path) -> None:
        self._context.events.notify(f"Tableau enregistré. {safe_places.after(path)}")

    def _on_reason_given(self) -> None:
        assert isinstance(self._dialog, ReasonDialog)
        assert self._taking_back is not None
        back = partial(facturation.annuler, lot_id=self._taking_back, motif=self._dialog.reason())
        self._context.worker.run(partial(_noted, action=back), self._on_taken_back, self._on_failed)

    def _on_taken_back(self, fait: Fait[Lot]) -> None:
        self._context.undo.offer("Facturation reprise", fait.changes)

    def _on_sent(self, fait: Fait[Lot]) -> None:
        self._context.undo.offer("Facturation marquée comme transmise", fait.changes)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _noted(office: Office, *, action: "partial[Lot]") -> Fait[Lot]:
    return noted(office, action)
