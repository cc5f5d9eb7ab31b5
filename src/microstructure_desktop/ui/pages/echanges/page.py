"""EchangesPage: agree with the regional animator once, by telephone, then say how months leave."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import canaux, enrolement, inscription
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.canaux import CanalPropose, Voie
from microstructure_desktop.services.convention_lue import ConventionLue, Etat
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.saving import FileSaver
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody

from . import words
from .convention_card import ConventionCard
from .help_card import HelpCard
from .key_card import KeyCard
from .ways_acts import WaysActs
from .ways_card import WaysCard

_KINDS = {"convention", "cle_signature", "canal", "cabinet"}
_LARGEST = 1_000_000


class FileUnreadable(AppError):
    sentence = "Ce fichier n’a pas pu être lu."
    way_out = "Vérifiez que la clé USB est branchée, puis choisissez-le de nouveau."


@dataclass(frozen=True, slots=True)
class _Shown:
    etat: Etat
    voies: tuple[Voie, ...]
    offered: tuple[CanalPropose, ...]


class EchangesPage(Page):
    """Route `echanges`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._losing = False
        self._focused = False
        self.dialog: QDialog | None = None
        may_write = allowed(context.membre.role, Permission.ECRIRE_PARTAGE)
        self.header = HeaderBand(words.TITLE, words.WHAT, back="Retour (Échap)")
        self.problem = Banner()
        self.convention = ConventionCard(may_write=may_write)
        self.key = KeyCard(may_write=may_write)
        self.ways = WaysCard(may_write=may_write)
        self.help = HelpCard(may_write=may_write)
        self.saver = FileSaver(context, self)
        self.acts = WaysActs(context, self, self.ways)
        self._body = PageBody()
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        del route
        self.problem.clear()
        self._focused = self._losing = False
        self._reload()

    def leave(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        self.acts.close()
        self.saver.close()

    def first_focus(self) -> QWidget | None:
        return self.convention.first()

    def read(self, path: Path) -> None:
        """Open the animator's file; what it says is shown, and waits to be confirmed."""
        self.problem.clear()
        try:
            data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        except OSError:
            self._on_failed(FileUnreadable())
            return
        lost, self._losing = self._losing, False
        action = partial(enrolement.importer, data=data, perte=lost)
        self._do(action, self._on_imported)

    def _lay_out(self) -> None:
        self._body.fill(self.problem, self.convention, self.key, self.ways)
        self._body.fill_aside(self.help)
        self.setLayout(column(self.header, self._body, spacing=0, grows=self._body))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.convention.file_chosen.connect(self._on_file_chosen)
        self.convention.replace_button.clicked.connect(self._on_another_asked)
        self.convention.loss_asked.connect(self._on_loss_asked)
        self.convention.confirm_asked.connect(self._on_confirm_asked)
        self.convention.abandon_asked.connect(self._on_abandon_asked)
        self.convention.code_asked.connect(self._on_code_asked)
        self.key.file_asked.connect(self._on_file_asked)
        self.key.sheet_asked.connect(self._on_sheet_asked)
        self.key.renew_asked.connect(self._on_renew_asked)
        self.acts.failed.connect(self._on_failed)
        self.saver.saved.connect(self._on_saved)
        self.saver.failed.connect(self._on_failed)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what is shown ----------------------------------------------------------------------

    def _reload(self) -> None:
        self.context.worker.run(_read, self._on_loaded, self._on_failed)

    def _on_loaded(self, shown: _Shown) -> None:
        self.convention.show_state(shown.etat)
        self.key.show_state(shown.etat)
        self.ways.show_ways(shown.voies, shown.offered)
        if not self._focused and self.isVisible():
            self._focused = True
            self.convention.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _KINDS:
            self._reload()

    def _on_failed(self, error: AppError) -> None:
        self.problem.show_message("danger", error.sentence, error.way_out)
        self._body.ensureWidgetVisible(self.problem)

    # --- the convention ---------------------------------------------------------------------

    def _on_file_chosen(self, path: Path) -> None:
        self.read(path)

    def _on_imported(self, fait: Fait[ConventionLue]) -> None:
        self._focused = False
        self.context.undo.offer(f"{words.numbered(fait.result)} ouverte", fait.changes)

    def _on_another_asked(self) -> None:
        """A loss that was told, then not followed by a file, is forgotten."""
        self._losing = False

    def _on_loss_asked(self) -> None:
        self._ask(words.LOSS, self._on_loss_accepted)

    def _on_loss_accepted(self) -> None:
        self._losing = True
        self.convention.drop.ask()

    def _on_confirm_asked(self, heard: str) -> None:
        self.problem.clear()
        action = partial(enrolement.confirmer, lus=heard)
        self.context.worker.run(action, self._on_confirmed, self._on_not_confirmed)

    def _on_confirmed(self, _etat: Etat) -> None:
        self.context.events.notify("Convention confirmée")
        self.key.file_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_confirmed(self, error: AppError) -> None:
        if isinstance(error, enrolement.FingerprintDiffers):
            self.convention.phone.refuse(error)
            return
        self.convention.phone.confirm_button.setEnabled(True)
        self._on_failed(error)

    def _on_abandon_asked(self) -> None:
        self._do(enrolement.abandonner, self._on_abandoned)

    def _on_abandoned(self, fait: Fait[None]) -> None:
        self.context.undo.offer("Fichier abandonné", fait.changes)

    def _on_code_asked(self) -> None:
        self.context.navigator.go(Route("reglages", carte="cabinet"))

    # --- the cabinet's own key --------------------------------------------------------------

    def _on_file_asked(self) -> None:
        self.context.worker.run(inscription.fichier, self._on_file, self._on_failed)

    def _on_file(self, document: Document) -> None:
        if self.isVisible():
            self.saver.ask(document)

    def _on_saved(self, path: Path) -> None:
        self.context.events.notify(f"Fichier d’inscription enregistré\xa0: {path.name}")

    def _on_sheet_asked(self) -> None:
        self.context.worker.run(inscription.feuille, self._on_sheet, self._on_failed)

    def _on_sheet(self, document: Document) -> None:
        if self.isVisible():
            self._open(PrintPreview(document, self.context, self))

    def _on_renew_asked(self) -> None:
        self._ask(words.RENEW, self._on_renew_accepted)

    def _on_renew_accepted(self) -> None:
        self.context.worker.run(enrolement.renouveler, self._on_renewed, self._on_failed)

    def _on_renewed(self, _etat: Etat) -> None:
        self.context.events.notify(
            "Clé renouvelée\xa0: donnez à l’animateur le nouveau fichier d’inscription"
        )

    # --- dialogs ----------------------------------------------------------------------------

    def _do(self, action: Callable[[Office], object], on_done: Callable[[Any], None]) -> None:
        self.problem.clear()
        self.context.worker.run(partial(noted, action=action), on_done, self._on_failed)

    def _ask(self, said: tuple[str, str, str], accepted: Callable[[], None]) -> None:
        dialog = Confirm(self, *said, danger=False)
        dialog.accepted.connect(accepted)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self, _answer: int) -> None:
        self.dialog = None


def _read(office: Office) -> _Shown:
    return _Shown(enrolement.etat(office), canaux.canaux(office), canaux.propositions(office))
