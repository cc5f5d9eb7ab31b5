"""Print a fiche, as it is saved or blank: what a page with a form offers behind one button."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from microstructure_desktop.domain.ids import FicheId, PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context

from .print_preview import PrintPreview

SAVED = "Imprimer la fiche enregistrée"
BLANK = "Imprimer une fiche vierge"


class FichePrinting(QObject):
    """Opens the preview over `page`; `failed`, a method of a widget, is told what is refused."""

    def __init__(self, context: Context, page: QWidget, failed: Callable[[AppError], None]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._failed = failed
        self._latest: _Request | None = None

    def forget(self) -> None:
        """The page is about something else: what was asked for does not open any more."""
        self._latest = None

    def print_saved(self, fiche_id: FicheId) -> None:
        self._draw(partial(documents.fiche, fiche_id=fiche_id))

    def print_blank(self, form_id: str, patient_id: PatientId | None = None) -> None:
        """About anybody, or about somebody with their last answers."""
        self._draw(partial(documents.fiche_vierge, form_id=form_id, patient_id=patient_id))

    def open(self, request: "_Request", document: Document) -> None:
        if request is not self._latest or not self._page.isVisible():
            return
        preview = PrintPreview(document, self._context, self._page)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds what was read
        preview.open()

    def _draw(self, make: Callable[[Office], Document]) -> None:
        self._latest = _Request(self)
        self._context.worker.run(make, self._latest.on_document, self._failed)


class _Request(QObject):
    """One document asked for; only the latest opens."""

    def __init__(self, printing: FichePrinting) -> None:
        super().__init__(printing)
        self._printing = printing

    def on_document(self, document: Document) -> None:
        self._printing.open(self, document)
        self.deleteLater()


class PrintMenu(QMenu):
    """The two ways to print one form about somebody; `show_for` says which, each time."""

    def __init__(self, context: Context, page: QWidget, failed: Callable[[AppError], None]) -> None:
        super().__init__(page)
        self._printing = FichePrinting(context, page, failed)
        self._form_id = ""
        self._patient_id: PatientId | None = None
        self._fiche_id: FicheId | None = None
        self.saved_action = self._action(SAVED, self._on_saved_chosen)
        self.blank_action = self._action(BLANK, self._on_blank_chosen)

    def show_for(
        self, form_id: str, patient_id: PatientId | None, fiche_id: FicheId | None
    ) -> None:
        """`fiche_id` None: nothing is saved yet, only a blank fiche can be printed."""
        if fiche_id != self._fiche_id or patient_id != self._patient_id:
            self._printing.forget()
        self._form_id = form_id
        self._patient_id = patient_id
        self._fiche_id = fiche_id
        self.saved_action.setEnabled(fiche_id is not None)

    def open_under(self, button: QWidget) -> None:
        """Its right edge below that of the button, which stands at the right of a header."""
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 2))
        self.popup(corner - QPoint(self.sizeHint().width(), 0))

    def _action(self, text: str, chosen: Callable[[], None]) -> QAction:
        made = self.addAction(text)
        made.triggered.connect(chosen)
        return made

    def _on_saved_chosen(self) -> None:
        if self._fiche_id is not None:
            self._printing.print_saved(self._fiche_id)

    def _on_blank_chosen(self) -> None:
        self._printing.print_blank(self._form_id, self._patient_id)
