"""MinutesPage: the minutes of every closed meeting, to read, print, extract and add to."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtWidgets import QDialog, QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import comptes_rendus, documents
from microstructure_desktop.services.comptes_rendus import CompteRendu, CompteRenduLigne
from microstructure_desktop.services.documents import Document
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.table_view import TableView

from . import comptes_rendus_words as words
from .comptes_rendus_additif import AdditifDialog, Typed, load_draft
from .comptes_rendus_card import MinutesCard, counted

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import SyntheseId

_COLUMNS = (
    Column("N°", lambda r: str(r.numero), 52, lambda r: r.numero, right=True),
    Column("Réunion", lambda r: words.when(r.jour), sort_key=lambda r: r.jour, strong=True),
    Column("Personnes", lambda r: str(r.patients), 96, lambda r: r.patients, right=True),
    Column("Décisions", lambda r: str(r.decisions), 96, lambda r: r.decisions, right=True),
    Column("Additifs", lambda r: str(r.additifs or ""), 84, lambda r: r.additifs, right=True),
)


class MinutesPage(Page):
    """Route `comptes_rendus`, perhaps with `synthese_id`: the one to show first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = ""
        self._opening = False
        self._found: CompteRendu | None = None
        self._dialog: QDialog | None = None
        self.header = HeaderBand("Comptes rendus", back="Retour (Échap)")
        self.print_button = Button("Ouvrir pour imprimer", "primary", "printer", shortcut="Ctrl+P")
        self.banner = Banner()
        self.model = RowsModel(_COLUMNS, parent=self)
        self.table = TableView("Comptes rendus, le plus récent en premier")
        self.card = MinutesCard(context.discretion)
        self.empty = EmptyState(
            "file-text",
            "Aucun compte rendu",
            "Il paraît ici quand une réunion de synthèse est close.",
            "Aller aux réunions",
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.print_button)
        self.table.setModel(self.model)
        self.body = PageBody()
        self.body.fill(self.banner, self.table, self.empty)
        self.body.fill_aside(self.card)
        for part in (self.table, self.card, self.empty, self.print_button):
            part.hide()
        self.setLayout(column(self.header, self.body, spacing=0, grows=self.body))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self._on_back_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.card.extract_clicked.connect(self._on_extract_clicked)
        self.card.add_clicked.connect(self._on_add_clicked)
        self.empty.action_clicked.connect(self._on_meetings_clicked)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what the window asks ---------------------------------------------------------------

    def open(self, route: Route) -> None:
        self._wanted = route.get("synthese_id") or ""
        self._opening = True
        self.banner.clear()
        self._reload()

    def leave(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    def first_focus(self) -> QWidget | None:
        return self.table

    # --- reading ----------------------------------------------------------------------------

    def _reload(self) -> None:
        self.context.worker.run(comptes_rendus.comptes_rendus, self._on_listed, self._on_failed)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & {"synthese", "additif", "cabinet", "declaration"}:
            self._reload()

    def _on_listed(self, lignes: tuple[CompteRenduLigne, ...]) -> None:
        shown = self._selected()
        wanted = self._wanted or (shown.id if shown else "")
        self._wanted = ""
        self.model.set_rows(lignes)
        some = bool(lignes)
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        self.header.subtitle.setText(counted(len(lignes)))
        index = self.model.index_of(lambda r: r.id == wanted)
        self.table.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self._read()
        if self._opening and self.isVisible():
            first = self.table if some else self.empty.action_button
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._opening = False

    def _selected(self) -> CompteRenduLigne | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        ligne: CompteRenduLigne = self.model.row(index.row())
        return ligne

    def _on_selection_changed(self, _new: QItemSelection | None = None) -> None:
        ligne = self._selected()
        if ligne is not None and (self._found is None or self._found.ligne.id != ligne.id):
            self._read()

    def _read(self) -> None:
        ligne = self._selected()
        if ligne is not None:
            ready = partial(comptes_rendus.compte_rendu, synthese_id=ligne.id)
            self.context.worker.run(ready, self._on_read, self._on_failed)

    def _on_read(self, found: CompteRendu) -> None:
        """What was chosen before another row is dropped."""
        ligne = self._selected()
        if ligne is None or ligne.id != found.ligne.id:
            return
        self._found = found
        self.card.show_minutes(found)
        self.card.show()
        self.print_button.show()

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("warn", error.sentence, error.way_out)

    # --- what the person asks ---------------------------------------------------------------

    def _on_back_clicked(self) -> None:
        self.context.navigator.back()

    def _on_meetings_clicked(self) -> None:
        self.context.navigator.go(Route("reunions"))

    def _on_row_chosen(self, _ligne: CompteRenduLigne) -> None:
        self._on_print_clicked()

    def _on_print_clicked(self) -> None:
        ligne = self._selected()
        if ligne is not None:
            strict = self.card.strict.isChecked()
            ready = partial(documents.minutes, synthese_id=ligne.id, initiales=strict)
            self.context.worker.run(ready, self._on_document, self._on_failed)

    def _on_extract_clicked(self, patient_id: str) -> None:
        if self._found is not None:
            ready = partial(
                documents.extrait,
                synthese_id=self._found.ligne.id,
                patient_id=PatientId(patient_id),
            )
            self.context.worker.run(ready, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        if self.isVisible():
            self._open(PrintPreview(document, self.context, self))

    def _on_add_clicked(self) -> None:
        if self._found is not None:
            synthese_id: SyntheseId = self._found.ligne.id
            ready = partial(load_draft, synthese_id=synthese_id)
            self.context.worker.run(ready, self._on_draft, self._on_failed)

    def _on_draft(self, draft: Typed | None) -> None:
        if self._found is None or not self.isVisible() or self._dialog is not None:
            return
        dialog = AdditifDialog(self, self.context, self._found, draft)
        dialog.signed.connect(self._on_signed)
        self._open(dialog)

    def _on_signed(self, _additif: object) -> None:
        self.context.events.notify("Additif signé, imprimé désormais avec le compte rendu.")

    def _open(self, dialog: QDialog) -> None:
        """One at a time, closed with the page: nothing stays over a locked screen."""
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self._dialog = None
