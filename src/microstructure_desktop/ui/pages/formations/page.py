"""FormationsPage: the register of the team's trainings."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.document import DocumentRecu
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import formations, pieces
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.formations import (
    FormationSaisie,
    LigneFormation,
    Registre,
    SuiviMembre,
)
from microstructure_desktop.services.pieces import PieceLue
from microstructure_desktop.services.reseau import reseau
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import NBSP, count, plain_date
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.page_body import PageBody

from .member_card import MemberCard
from .training_dialog import TrainingDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from microstructure_desktop.services.office import Office

_SHOWN = frozenset({"formation", "membre", "document"})


class FormationsPage(Page):
    """Route `formations`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.cards: list[MemberCard] = []
        self.dialog: TrainingDialog | None = None
        self.preview: PrintPreview | None = None
        self._lu: Registre | None = None
        self.header = HeaderBand(formations.TITRE, back="Retour (Échap)")
        self.print_button = Button("Imprimer le registre", "normal", "printer", shortcut="Ctrl+P")
        self.add_button = Button(
            "Ajouter une formation", "primary", "plus", shortcut="Ctrl+Shift+N"
        )
        self.banner = Banner()
        self.year = Label("", "figure")
        self.year_words = Paragraph("", "secondary")
        self._members = column(spacing=12)
        self._lay_out()
        self.header.back_clicked.connect(context.navigator.back)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.add_button.clicked.connect(self._on_add_clicked)
        context.events.store_changed.connect(self._on_store_changed)

    def _lay_out(self) -> None:
        for button in (self.print_button, self.add_button):
            self.header.add_action(button)
        self.add_button.hide()
        body = PageBody()
        body.fill(self.banner, self._members)
        aside = body.add_aside(look.size("aside"))
        self.about = Card("Cette année")
        self.about.body.addWidget(self.year)
        self.about.body.addWidget(self.year_words)
        known = reseau()
        since = f"Attendues au {plain_date(known.depuis)}. Sources{NBSP}: {known.source}."
        self.about.body.addWidget(Paragraph(since, "caption"))
        aside.addWidget(self.about)
        aside.addStretch(1)
        self.setLayout(column(self.header, body, spacing=0, grows=body))

    def open(self, _route: Route) -> None:
        self._reload()

    def leave(self) -> None:
        for dialog in (self.dialog, self.preview):
            if dialog is not None:
                dialog.reject()

    def first_focus(self) -> QWidget | None:
        return self.add_button if self.add_button.isVisible() else self.print_button

    # --- what is shown ----------------------------------------------------------------------

    def _reload(self) -> None:
        self.context.worker.run(formations.registre, self._on_loaded, self._on_failed)

    def _on_loaded(self, lu: Registre) -> None:
        self._lu = lu
        self.banner.clear()
        lacking = sum(bool(s.manque) for s in lu.suivis)
        self.header.subtitle.setText(_lacking(lacking))
        self.add_button.setVisible(lu.modifiable)
        self.year.setText(count(lu.annee.formations, "formation"))
        self.year_words.setText(
            f"{formations.heures(lu.annee.heures)}, {count(lu.annee.formes, 'membre')}"
        )
        clear(self._members)
        self.cards = [self._card(suivi, may_write=lu.modifiable) for suivi in lu.suivis]
        for card in self.cards:
            self._members.addWidget(card)

    def _card(self, suivi: SuiviMembre, *, may_write: bool) -> MemberCard:
        card = MemberCard(suivi, self.context.reference, may_write=may_write)
        card.add_asked.connect(partial(self._ask, suivi.membre.id))
        card.edit_asked.connect(self._on_edit_asked)
        card.remove_asked.connect(self._on_remove_asked)
        card.open_asked.connect(self._on_open_asked)
        return card

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _SHOWN:
            self._reload()

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    # --- what is done -----------------------------------------------------------------------

    def _on_add_clicked(self) -> None:
        self._ask(self.context.membre.id)

    def _on_edit_asked(self, ligne: LigneFormation) -> None:
        self._ask(ligne.formation.membre, ligne)

    def _ask(self, membre: MembreId, ligne: LigneFormation | None = None) -> None:
        assert self._lu is not None
        membres = [s.membre for s in self._lu.suivis]
        known = ligne.formation if ligne is not None else None
        self.dialog = TrainingDialog(self, self.context, membres, membre, known)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.asked.connect(self._on_asked)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_asked(self, saisie: FormationSaisie, contenu: bytes | None) -> None:
        known = self.dialog.known if self.dialog is not None else None
        keep = partial(
            formations.enregistrer,
            saisie=saisie,
            contenu=contenu,
            formation_id=known.id if known is not None else None,
        )
        done = self._on_corrected if known is not None else self._on_added
        action: Callable[[Office], Fait[Formation]] = partial(noted, action=keep)
        self.context.worker.run(action, done, self._on_refused)

    def _on_added(self, fait: Fait[Formation]) -> None:
        self._kept("Formation ajoutée", fait)

    def _on_corrected(self, fait: Fait[Formation]) -> None:
        self._kept("Formation corrigée", fait)

    def _kept(self, said: str, fait: Fait[Formation]) -> None:
        if self.dialog is not None:
            self.dialog.close_saved()
        self.context.undo.offer(said, fait.changes)

    def _on_refused(self, error: AppError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error)

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_remove_asked(self, ligne: LigneFormation) -> None:
        take = partial(formations.retirer, formation_id=ligne.formation.id)
        self.context.worker.run(partial(noted, action=take), self._on_removed, self._on_failed)

    def _on_removed(self, fait: Fait[None]) -> None:
        self.context.undo.offer("Formation retirée", fait.changes)

    # --- what is read or printed ------------------------------------------------------------

    def _on_open_asked(self, document: DocumentRecu) -> None:
        read = partial(pieces.ouvrir, document_id=document.id)
        self.context.worker.run(read, self._on_piece, self._on_failed)

    def _on_piece(self, lue: PieceLue) -> None:
        self._show(lue.apercu, lue.copie)

    def _on_print_clicked(self) -> None:
        self.context.worker.run(formations.imprimer, self._on_register, self._on_failed)

    def _on_register(self, document: Document) -> None:
        self._show(document, None)

    def _show(self, document: Document, copy: Document | None) -> None:
        if self.isVisible():
            self.preview = PrintPreview(document, self.context, self, copy=copy)
            self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.preview.finished.connect(self._on_preview_finished)
            self.preview.open()

    def _on_preview_finished(self) -> None:
        self.preview = None


def _lacking(members: int) -> str:
    if not members:
        return "Chacun a suivi les thèmes attendus avant le démarrage"
    return f"Il reste des thèmes à suivre pour {count(members, 'membre')}"
