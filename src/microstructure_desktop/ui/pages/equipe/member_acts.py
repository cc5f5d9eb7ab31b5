"""MemberActs: what opens and closes the cabinet: the sheet, a passphrase given, a removal."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import retrait, secours
from microstructure_desktop.services.retrait import Consequences
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.recovery_sheet import RecoverySheet

from .passphrase_dialog import PassphraseDialog
from .removal_dialog import RemovalDialog


class MemberActs(QObject):
    """Kept by the page, which opens its dialogs one at a time.

    Signals:
        changed: the page is to read everything again.
        failed: AppError, before any dialog was open.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, context: Context, page: QWidget, open_dialog: Callable[[QDialog], None]
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._open = open_dialog
        self._membre: Membre | None = None
        self._dialog: PassphraseDialog | RemovalDialog | None = None

    # --- the recovery sheet -----------------------------------------------------------------

    def print_sheet(self) -> None:
        dialog = RecoverySheet(self._page, self._context)
        dialog.proved.connect(self._on_proved)
        dialog.finished.connect(self._on_sheet_closed)
        self._open(dialog)

    def _on_proved(self) -> None:
        self._context.events.notify("Feuille de secours prouvée")

    def _on_sheet_closed(self, _answer: int) -> None:
        self.changed.emit()

    # --- a passphrase -----------------------------------------------------------------------

    def ask_passphrase(self, membre: Membre) -> None:
        self._membre = membre
        dialog = self._dialog = PassphraseDialog(self._page, membre)
        dialog.asked.connect(self._on_passphrase_asked)
        self._open(dialog)

    def _on_passphrase_asked(self, passphrase: str) -> None:
        if self._membre is not None:
            give = partial(secours.donner_phrase, membre_id=self._membre.id, passphrase=passphrase)
            self._context.worker.run(give, self._on_given, self._on_refused)

    def _on_given(self, membre: Membre) -> None:
        if self._dialog is not None:
            self._dialog.close_saved()
        self._context.events.notify(f"Nouvelle phrase de passe pour {membre.nom_complet}")

    # --- a removal --------------------------------------------------------------------------

    def ask_removal(self, membre: Membre) -> None:
        self._membre = membre
        look = partial(retrait.consequences, membre_id=membre.id)
        self._context.worker.run(look, self._on_consequences, self._on_not_shown)

    def _on_consequences(self, said: Consequences) -> None:
        dialog = self._dialog = RemovalDialog(self._page, said)
        dialog.asked.connect(self._on_removal_asked)
        self._open(dialog)

    def _on_removal_asked(self, seen: bool) -> None:  # noqa: FBT001 -- Qt's signal
        if self._membre is not None:
            remove = partial(retrait.retirer, membre_id=self._membre.id, feuille_vue=seen)
            self._context.worker.run(remove, self._on_removed, self._on_refused)

    def _on_removed(self, _membre: Membre) -> None:
        if self._dialog is not None:
            self._dialog.close_saved()
        self._context.events.store_replaced.emit()

    def _on_not_shown(self, error: AppError) -> None:
        self.failed.emit(error)

    def _on_refused(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.refuse(error)
            if isinstance(self._dialog, RemovalDialog) and isinstance(error, retrait.NotReplaced):
                self._dialog.only_close()
                self._dialog.finished.connect(self._context.events.store_replaced)
