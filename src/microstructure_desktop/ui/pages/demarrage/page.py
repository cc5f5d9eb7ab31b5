"""DemarragePage: the steps that open a microstructure, what is done and what is left."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.document import DocumentRecu
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import demarrage, pieces
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.demarrage import Demarrage, LigneEtape
from microstructure_desktop.services.demarrage_etapes import etapes
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.pieces import PieceLue
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import NBSP, plain_date
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.bar import Bar
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.page_body import PageBody

from .dialogs import AttachDialog, StepDialog
from .step_card import StepCard

_SHOWN = frozenset({"etape", "document", "membre", "cabinet", "permanence", "synthese"})


class DemarragePage(Page):
    """Route `demarrage`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.cards: list[StepCard] = []
        self.step_dialog: StepDialog | None = None
        self.attach_dialog: AttachDialog | None = None
        self.preview: PrintPreview | None = None
        self.header = HeaderBand(demarrage.TITRE, back="Retour (Échap)")
        self.print_button = Button("Imprimer la liste", icon="printer", shortcut="Ctrl+P")
        self.header.add_action(self.print_button)
        self.banner = Banner()
        self.bar = Bar(tone="ok")
        self.progress = Label("", "strong")
        self._steps = column(spacing=12)
        self._lay_out()
        self.header.back_clicked.connect(context.navigator.back)
        self.print_button.clicked.connect(self._on_print_clicked)
        context.events.store_changed.connect(self._on_store_changed)

    def open(self, _route: Route) -> None:
        self._reload()

    def first_focus(self) -> QWidget | None:
        return self.print_button

    def _lay_out(self) -> None:
        body = PageBody()
        body.fill(self.banner, self._steps)
        aside = body.add_aside(look.size("aside"))
        about = Card("Où l’on en est")
        about.body.addWidget(self.progress)
        about.body.addWidget(self.bar)
        about.body.addWidget(
            Paragraph("L’ordre est indicatif : plusieurs étapes avancent ensemble.")
        )
        known = etapes()
        since = f"Liste du {plain_date(known.depuis)}. Sources{NBSP}: {known.source}."
        about.body.addWidget(Paragraph(since, "caption"))
        aside.addWidget(about)
        aside.addStretch(1)
        self.setLayout(column(self.header, body, spacing=0, grows=body))

    # --- what is shown ----------------------------------------------------------------------

    def _reload(self) -> None:
        self.context.worker.run(demarrage.demarrage, self._on_loaded, self._on_failed)

    def _on_loaded(self, lu: Demarrage) -> None:
        self.header.subtitle.setText(f"{lu.faites} sur {lu.total} étapes faites")
        self.progress.setText(f"{lu.faites} sur {lu.total}")
        self.bar.set_share(lu.faites / lu.total)
        clear(self._steps)
        self.cards = [self._card(ligne, may_write=lu.modifiable) for ligne in lu.lignes]
        for card in self.cards:
            self._steps.addWidget(card)

    def _card(self, ligne: LigneEtape, *, may_write: bool) -> StepCard:
        card = StepCard(ligne, may_write=may_write)
        card.note_asked.connect(partial(self._on_note_asked, ligne))
        card.undone_asked.connect(partial(self._on_undone_asked, ligne))
        card.attach_asked.connect(partial(self._on_attach_asked, ligne))
        card.detach_asked.connect(partial(self._on_detach_asked, ligne))
        card.open_asked.connect(self._on_open_asked)
        card.route_chosen.connect(self.context.navigator.go)
        return card

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _SHOWN:
            self._reload()

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    # --- what is done -----------------------------------------------------------------------

    def _on_note_asked(self, ligne: LigneEtape) -> None:
        self.step_dialog = StepDialog(self, ligne, self.context.now().date())
        self.step_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.step_dialog.accepted.connect(self._on_step_accepted)
        self.step_dialog.open()

    def _on_step_accepted(self) -> None:
        dialog = self.step_dialog
        assert dialog is not None
        note = partial(
            demarrage.noter,
            etape_id=dialog.ligne.definition.id,
            faite_le=dialog.jour.value(),
            note=dialog.note.text(),
        )
        self._do(note, self._on_noted)

    def _on_noted(self, fait: Fait[object]) -> None:
        self.context.undo.offer("Étape notée", fait.changes)

    def _on_undone_asked(self, ligne: LigneEtape) -> None:
        again = partial(
            demarrage.noter, etape_id=ligne.definition.id, faite_le=None, note=ligne.etape.note
        )
        self._do(again, self._on_noted)

    def _on_attach_asked(self, ligne: LigneEtape) -> None:
        self.attach_dialog = AttachDialog(self, ligne, self.context)
        self.attach_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.attach_dialog.asked.connect(partial(self._on_attach_confirmed, ligne))
        self.attach_dialog.open()

    def _on_attach_confirmed(self, ligne: LigneEtape, titre: str, contenu: bytes) -> None:
        join = partial(
            demarrage.joindre, etape_id=ligne.definition.id, titre=titre, contenu=contenu
        )
        self._do(join, self._on_attached, self._on_attach_refused)

    def _on_attached(self, fait: Fait[DocumentRecu]) -> None:
        if self.attach_dialog is not None:
            self.attach_dialog.close_saved()
            self.attach_dialog = None
        self.context.undo.offer("Document joint ; l’original n’a pas changé", fait.changes)

    def _on_attach_refused(self, error: AppError) -> None:
        if self.attach_dialog is not None:
            self.attach_dialog.refuse(error)

    def _on_detach_asked(self, ligne: LigneEtape, document: DocumentRecu) -> None:
        take = partial(demarrage.detacher, etape_id=ligne.definition.id, document_id=document.id)
        self._do(take, self._on_detached)

    def _on_detached(self, fait: Fait[None]) -> None:
        self.context.undo.offer("Document retiré", fait.changes)

    def _do(
        self,
        action: Callable[[Office], object],
        on_done: Callable[[Any], None],
        on_failed: Callable[[AppError], None] | None = None,
    ) -> None:
        self.banner.clear()
        self.context.worker.run(
            partial(noted, action=action), on_done, on_failed or self._on_failed
        )

    # --- what is read or printed ------------------------------------------------------------

    def _on_open_asked(self, document: DocumentRecu) -> None:
        read = partial(pieces.ouvrir, document_id=document.id)
        self.context.worker.run(read, self._on_piece, self._on_failed)

    def _on_piece(self, lue: PieceLue) -> None:
        self._show(lue.apercu, lue.copie)

    def _on_print_clicked(self) -> None:
        self.context.worker.run(demarrage.imprimer, self._on_list, self._on_failed)

    def _on_list(self, document: Document) -> None:
        self._show(document, None)

    def _show(self, document: Document, copy: Document | None) -> None:
        if self.isVisible():
            self.preview = PrintPreview(document, self.context, self, copy=copy)
            self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.preview.open()
