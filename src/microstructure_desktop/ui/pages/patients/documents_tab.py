"""DocumentsTab: what was received and what was written about the person, latest first."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents, lettres, pieces
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.services.pieces import PieceLue
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.layouts import boxed, row
from microstructure_desktop.ui.widgets.themed import show_when

from .alerts import form_route
from .papers_list import PapersList, Papier

_SHOWN = frozenset({"document", "lettre"})


@dataclass(frozen=True, slots=True)
class Loaded:
    patient: PatientId
    papiers: tuple[Papier, ...]


class DocumentsTab(QWidget):
    """Reads by itself what it shows.

    Signals:
        route_chosen: Route of the form to fill.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._patient: PatientId | None = None
        self._members: dict[MembreId, str] = {}
        self._wanted = ""
        self._asked = ""
        self.preview: PrintPreview | None = None
        self.banner = Banner()
        self.papers = PapersList(context)
        self.add_button = Button("Ajouter un document", icon="file-plus")
        self.write_button = Button("Écrire une lettre", icon="pen-line")
        self._bar = boxed(row(self.add_button, self.write_button, None, spacing=10))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 0)
        head.setSpacing(12)
        head.addWidget(self._bar)
        head.addWidget(self.banner)
        whole.addLayout(head)
        whole.addWidget(self.papers, 1)
        show_when(self._bar, allowed(context.membre.role, Permission.ECRIRE_DOCUMENTS))
        self.add_button.clicked.connect(partial(self._go, Formulaire.DOCUMENT, ""))
        self.write_button.clicked.connect(partial(self._go, Formulaire.LETTRE, ""))
        self.papers.open_asked.connect(self._on_open_asked)
        self.papers.edit_asked.connect(self._on_edit_asked)
        context.events.store_changed.connect(self._on_store_changed)

    def show_dossier(self, dossier: Dossier) -> None:
        """Somebody else's papers never stay while these are read."""
        if dossier.patient.id != self._patient:
            self._patient = dossier.patient.id
            self.papers.set_papers((), {})
        self._members = {m.id: m.nom_affiche for m in dossier.membres.values()}
        self._reload()

    def choose(self, paper_id: str) -> None:
        """Show that one once it is read."""
        self._wanted = paper_id

    def _reload(self) -> None:
        if self._patient is not None:
            load = partial(_load, patient_id=self._patient)
            self.context.worker.run(load, self._on_loaded, self._on_failed)

    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.patient != self._patient:
            return
        self.banner.clear()
        self.papers.set_papers(loaded.papiers, self._members)
        if self._wanted:
            self.papers.choose(self._wanted)
            self._wanted = ""

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _SHOWN:
            self._reload()

    # --- what is done -----------------------------------------------------------------------

    def _go(self, form: Formulaire, paper_id: str) -> None:
        if self._patient is not None:
            self.route_chosen.emit(form_route(self._patient, form, paper_id))

    def _on_edit_asked(self, papier: Papier) -> None:
        form = Formulaire.LETTRE if isinstance(papier, Lettre) else Formulaire.DOCUMENT
        self._go(form, papier.id)

    def _on_open_asked(self, papier: Papier) -> None:
        self.banner.clear()
        self._asked = papier.id
        if isinstance(papier, Lettre):
            draw = partial(documents.lettre, lettre_id=papier.id)
            self.context.worker.run(draw, self._on_letter, self._on_failed)
        else:
            read = partial(pieces.ouvrir, document_id=papier.id)
            self.context.worker.run(read, self._on_piece, self._on_failed)

    def _on_letter(self, document: Document) -> None:
        self._show(document, None)

    def _on_piece(self, lue: PieceLue) -> None:
        self._show(lue.apercu, lue.copie)

    def _show(self, document: Document, copy: Document | None) -> None:
        """Only the latest asked for, and while the page is there."""
        if document.objet != self._asked or not self.isVisible():
            return
        self.preview = PrintPreview(document, self.context, self, copy=copy)
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.open()


def _load(office: Office, *, patient_id: PatientId) -> Loaded:
    received: tuple[DocumentRecu, ...] = pieces.documents(office, patient_id)
    written = lettres.lettres(office, patient_id)
    every: list[Papier] = [*written, *received]
    return Loaded(patient_id, tuple(sorted(every, key=lambda p: p.jour, reverse=True)))
