"""Papers: print the period shown, or hand it over as a table."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import activite_classeur, activite_documents
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.documents import Document
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs import safe_places
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.saving import FileSaver
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.themed import show_when

XLSX, CSV = "Classeur Excel ou LibreOffice (XLSX)", "Tableau simple (CSV)"
_SAVED = "Le tableau est enregistré."


class Papers(QObject):
    """Two buttons for a page's header; who may not take tables out has only the first."""

    def __init__(self, context: Context, page: QWidget, periode: Callable[[], Periode]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._periode = periode
        self._saver = FileSaver(context, page)
        self._preview: PrintPreview | None = None
        self.print_button = Button("Imprimer", "primary", "printer", shortcut="Ctrl+P")
        self.export_button = IconButton("download", "Exporter le tableau")
        self.menu = QMenu(page)
        self.menu.addAction(XLSX).triggered.connect(partial(self._export, activite_classeur.xlsx))
        self.menu.addAction(CSV).triggered.connect(partial(self._export, activite_classeur.csv))
        may = allowed(context.membre.role, Permission.DONNEES)
        show_when(self.export_button, may)
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.export_button.clicked.connect(self._on_export_clicked)

    def dismiss(self) -> None:
        self._saver.close()
        if self._preview is not None:
            self._preview.reject()

    def _on_print_clicked(self) -> None:
        draw = partial(activite_documents.imprimer, periode=self._periode())
        self._context.worker.run(draw, self._on_printed, self._on_failed)

    def _on_printed(self, document: Document) -> None:
        if not self._page.isVisible():
            return
        self._preview = PrintPreview(document, self._context, self._page)
        self._preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview.finished.connect(self._on_preview_finished)
        self._preview.open()

    def _on_preview_finished(self) -> None:
        self._preview = None

    def _on_export_clicked(self) -> None:
        button = self.export_button
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _export(self, make: Callable[..., Document]) -> None:
        ask = partial(make, periode=self._periode())
        self._context.worker.run(ask, self._on_table, self._on_failed)

    def _on_table(self, document: Document) -> None:
        if not self._page.isVisible():
            return
        self._saver.ask(document)

    def _on_saved(self, path: Path) -> None:
        self._context.events.notify(f"{_SAVED} {safe_places.after(path)}")

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")
