"""EquipePage: the accounts of the team, and what each role may do."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId, RendezVousId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import comptes, droits_imprimes, equipe, relais, secours
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.comptes import Compte
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.relais import Relais
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.tabs import Tabs
from microstructure_desktop.ui.widgets.themed import show_when

from . import words
from .account_dialog import AccountDialog
from .accounts_card import AccountsCard
from .handover_card import HandoverCard
from .member_acts import MemberActs
from .member_dialog import MemberDialog
from .rights_panel import RightsPanel
from .sheet_card import SheetCard

EQUIPE, DROITS = "equipe", "droits"
_KINDS = {"membre", "rendez_vous", "patient", "consultation"}


@dataclass(frozen=True, slots=True)
class _Shown:
    comptes: tuple[Compte, ...]
    may_manage: bool
    relais: Relais
    feuille: secours.Etat | None


class EquipePage(Page):
    """Route `equipe`; with `onglet` « droits », who may do what."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._may_manage = False
        self._towards: MembreId | None = None
        self._known: Membre | None = None
        self._taker: Membre | None = None
        self.dialog: QDialog | None = None
        self.header = HeaderBand(words.TITLE, words.WHAT, back="Retour (Échap)")
        self.add_button = Button("Ajouter un compte", "primary", "user-plus")
        self.print_button = Button("Imprimer", icon="printer", shortcut="Ctrl+P")
        self.tabs = Tabs([(EQUIPE, "L’équipe"), (DROITS, "Qui peut quoi")], name="Équipe et droits")
        self.problem = Banner()
        reads_log = allowed(context.membre.role, Permission.JOURNAL_TOUT)
        self.accounts = AccountsCard(context.membre.id, reads_log=reads_log)
        self.handover = HandoverCard(context.discretion)
        self.sheet = SheetCard()
        self.rights = RightsPanel()
        self.acts = MemberActs(context, self, self._open)
        self._propose = False
        self._parts = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_part()

    def open(self, route: Route) -> None:
        self.tabs.set_current(route.get("onglet", EQUIPE))
        self._propose = bool(route.get("feuille", ""))
        self._show_part()
        self.problem.clear()
        self._reload()

    def leave(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    def first_focus(self) -> QWidget | None:
        return self.accounts.table if self.tabs.current() == EQUIPE else self.rights.table

    def _lay_out(self) -> None:
        body = PageBody()
        body.fill(self.problem, self.accounts, self.handover, self.sheet)
        self._parts.addWidget(body)
        self._parts.addWidget(self.rights)
        self.header.add_action(self.print_button)
        self.header.add_action(self.add_button)
        self.header.add_tabs(self.tabs)
        self.setLayout(column(self.header, self._parts, spacing=0, grows=self._parts))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.tabs.changed.connect(self._show_part)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.accounts.edit_asked.connect(self._on_edit_asked)
        self.accounts.suspend_asked.connect(self._on_suspend_asked)
        self.accounts.reactivate_asked.connect(self._on_reactivate_asked)
        self.accounts.passphrase_asked.connect(self.acts.ask_passphrase)
        self.accounts.remove_asked.connect(self.acts.ask_removal)
        self.sheet.asked.connect(self.acts.print_sheet)
        self.acts.changed.connect(self._reload)
        self.acts.failed.connect(self._on_failed)
        self.handover.colleague_chosen.connect(self._on_colleague_chosen)
        self.handover.given.connect(self._on_given)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what is shown ----------------------------------------------------------------------

    def _show_part(self, _key: str = "") -> None:
        team = self.tabs.current() == EQUIPE
        self._parts.setCurrentIndex(0 if team else 1)
        show_when(self.add_button, team and self._may_manage)
        show_when(self.print_button, not team)

    def _reload(self) -> None:
        read = partial(_read, towards=self._towards)
        self.context.worker.run(read, self._on_loaded, self._on_failed)

    def _on_loaded(self, shown: _Shown) -> None:
        self._may_manage = shown.may_manage
        active = sum(c.membre.actif for c in shown.comptes)
        self.header.subtitle.setText(f"{count(active, 'compte actif', 'comptes actifs')}")
        self.accounts.show_comptes(shown.comptes, may_manage=shown.may_manage)
        self.handover.show_relais(shown.relais)
        self.sheet.show_state(shown.feuille)
        self._show_part()
        if self._propose and shown.feuille is not None and self.isVisible():
            self._propose = False
            self.acts.print_sheet()

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _KINDS:
            self._reload()

    def _on_failed(self, error: AppError) -> None:
        self.problem.show_message("danger", error.sentence, error.way_out)

    # --- accounts ---------------------------------------------------------------------------

    def _on_add_clicked(self) -> None:
        dialog = AccountDialog(self)
        dialog.asked.connect(self._on_account_asked)
        self._open(dialog)

    def _on_account_asked(self, nouveau: NouveauMembre, passphrase: str) -> None:
        add = partial(equipe.add, nouveau=nouveau, passphrase=passphrase)
        self._do(add, self._on_added, self._on_refused)

    def _on_added(self, fait: Fait[Membre]) -> None:
        self._close_saved()
        self.context.undo.offer(f"Compte créé pour {fait.result.nom_complet}", fait.changes)

    def _on_edit_asked(self, membre: Membre) -> None:
        self._known = membre
        dialog = MemberDialog(self, membre)
        dialog.asked.connect(self._on_member_asked)
        self._open(dialog)

    def _on_member_asked(self, saisi: NouveauMembre) -> None:
        if self._known is not None:
            edit = partial(comptes.edit, membre_id=self._known.id, saisi=saisi)
            self._do(edit, self._on_edited, self._on_refused)

    def _on_edited(self, fait: Fait[Membre]) -> None:
        self._close_saved()
        if fait.changes and self._known is not None:
            self.context.undo.offer(words.edited(self._known, fait.result), fait.changes)

    def _on_suspend_asked(self, membre: Membre) -> None:
        self._known = membre
        title = f"Suspendre le compte de {membre.nom_complet}"
        dialog = Confirm(self, title, words.SUSPENDED, "Suspendre le compte", danger=False)
        dialog.accepted.connect(self._on_suspend_accepted)
        self._open(dialog)

    def _on_suspend_accepted(self) -> None:
        if self._known is not None:
            suspend = partial(comptes.suspend, membre_id=self._known.id)
            self._do(suspend, self._on_suspended, self._on_failed)

    def _on_suspended(self, fait: Fait[Membre]) -> None:
        said = f"Compte de {fait.result.nom_complet} suspendu"
        self.context.undo.offer(said, fait.changes)

    def _on_reactivate_asked(self, membre: Membre) -> None:
        reactivate = partial(comptes.reactivate, membre_id=membre.id)
        self._do(reactivate, self._on_reactivated, self._on_failed)

    def _on_reactivated(self, fait: Fait[Membre]) -> None:
        said = f"Compte de {fait.result.nom_complet} réactivé"
        self.context.undo.offer(said, fait.changes)

    # --- appointments to take over ----------------------------------------------------------

    def _on_colleague_chosen(self, membre: str) -> None:
        self._towards = MembreId(membre)
        self._reload()

    def _on_given(self, rendez_vous: tuple[RendezVousId, ...], membre: Membre) -> None:
        self._taker = membre
        give = partial(relais.confier, rendez_vous=rendez_vous, membre_id=membre.id)
        self._do(give, self._on_taken, self._on_failed)

    def _on_taken(self, fait: Fait[tuple[object, ...]]) -> None:
        given = count(len(fait.result), "rendez-vous confié", "rendez-vous confiés")
        said = f"{given} à {self._taker.nom_affiche}" if self._taker is not None else given
        self.context.undo.offer(said, fait.changes)

    # --- paper ------------------------------------------------------------------------------

    def _on_print_clicked(self) -> None:
        self.context.worker.run(droits_imprimes.document, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        if self.isVisible():
            self._open(PrintPreview(document, self.context, self))

    def _do(
        self,
        action: Callable[[Office], object],
        on_done: Callable[[Any], None],
        on_failed: Callable[[AppError], None],
    ) -> None:
        self.problem.clear()
        self.context.worker.run(partial(noted, action=action), on_done, on_failed)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self, _answer: int) -> None:
        self.dialog = None

    def _close_saved(self) -> None:
        if isinstance(self.dialog, (AccountDialog, MemberDialog)):
            self.dialog.close_saved()

    def _on_refused(self, error: AppError) -> None:
        if isinstance(self.dialog, (AccountDialog, MemberDialog)):
            self.dialog.refuse(error)


def _read(office: Office, *, towards: MembreId | None) -> _Shown:
    found = comptes.comptes(office)
    membres = tuple(compte.membre for compte in found)
    may_manage = equipe.may_manage(office.membre, membres)
    left = Relais((), (), None)
    if relais.may_hand_over(office.membre, membres):
        left = relais.relais(office, towards)
    return _Shown(found, may_manage, left, secours.etat(office) if may_manage else None)
