"""Extractor: one person's part of the minutes of a meeting, opened to print over a page."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import PatientId, SyntheseId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents
from microstructure_desktop.services.documents import Document
from microstructure_desktop.ui.context import Context

from .print_preview import PrintPreview

TITLE = "Extrait du compte rendu…"


class Extractor(QObject):
    """What is refused is told at the bottom of the window."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._asked: tuple[str, str] | None = None

    def show(self, synthese_id: str, patient_id: str) -> None:
        self._asked = (synthese_id, patient_id)
        ask = partial(
            documents.extrait,
            synthese_id=SyntheseId(synthese_id),
            patient_id=PatientId(patient_id),
        )
        self._context.worker.run(ask, self._on_made, self._on_failed)

    def _on_made(self, document: Document) -> None:
        if (document.objet, document.patient) != self._asked or not self._page.isVisible():
            return
        preview = PrintPreview(document, self._context, self._page)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds what was read
        preview.open()

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")
