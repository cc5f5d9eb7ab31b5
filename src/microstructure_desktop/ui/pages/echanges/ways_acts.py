"""WaysActs: set up, try, move and take away the ways to send."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId, new_id
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import canaux, canaux_essai
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.canaux import CanalPropose, Voie
from microstructure_desktop.services.canaux_essai import Essai
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.elsewhere import Elsewhere

from .way_dialog import WayDialog
from .ways_card import WaysCard


class WaysActs(QObject):
    """What the card of the ways asks for; one try at a time.

    Signals:
        failed: AppError.
    """

    failed = Signal(object)

    def __init__(self, context: Context, page: QWidget, card: WaysCard) -> None:
        super().__init__(page)
        self._context, self._page, self._card = context, page, card
        self._trying = ""
        self.elsewhere = Elsewhere(self)
        self.dialog: WayDialog | None = None
        card.add_asked.connect(self._on_add_asked)
        card.edit_asked.connect(self._on_edit_asked)
        card.try_asked.connect(self._on_try_asked)
        card.first_asked.connect(self._on_first_asked)
        card.remove_asked.connect(self._on_remove_asked)

    def close(self) -> None:
        """Out of sight with its page."""
        if self.dialog is not None:
            self.dialog.reject()

    # --- set up -----------------------------------------------------------------------------

    def _on_add_asked(self, offered: CanalPropose | None) -> None:
        empty = Reglage(CanalId(new_id()), TypeCanal.NEXTCLOUD, "", "")
        made = empty if offered is None else canaux.nouveau(offered)
        self._open(made, known=False, protegee=False)

    def _on_edit_asked(self, voie: Voie) -> None:
        self._open(voie.reglage, known=True, protegee=voie.protegee)

    def _open(self, reglage: Reglage, *, known: bool, protegee: bool) -> None:
        dialog = self.dialog = WayDialog(self._page, reglage, known=known, protegee=protegee)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self._on_way_asked)
        dialog.host_asked.connect(self._on_host_asked)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self, _answer: int) -> None:
        self.dialog = None

    def _on_way_asked(self, reglage: Reglage) -> None:
        self._do(partial(canaux.regler, reglage=reglage), self._on_kept, self._on_refused)

    def _on_kept(self, fait: Fait[Voie]) -> None:
        if self.dialog is not None:
            self.dialog.close_saved()
        self._context.undo.offer(f"Voie enregistrée\xa0: {fait.result.reglage.nom}", fait.changes)

    def _on_refused(self, error: AppError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error)

    def _on_host_asked(self, address: str) -> None:
        asked = partial(canaux_essai.cle_hote, address)
        self.elsewhere.run(asked, self._on_host, self._on_failed)

    def _on_host(self, key: str | None) -> None:
        if self.dialog is not None:
            self.dialog.show_host(key)

    # --- order ------------------------------------------------------------------------------

    def _on_first_asked(self, voie: Voie) -> None:
        self._do(partial(canaux.avancer, canal_id=voie.reglage.id), self._on_moved)

    def _on_moved(self, fait: Fait[None]) -> None:
        self._context.undo.offer("Ordre des voies changé", fait.changes)

    def _on_remove_asked(self, voie: Voie) -> None:
        self._do(partial(canaux.retirer, canal_id=voie.reglage.id), self._on_removed)

    def _on_removed(self, fait: Fait[None]) -> None:
        self._context.undo.offer("Voie retirée", fait.changes)

    # --- try --------------------------------------------------------------------------------

    def _on_try_asked(self, voie: Voie) -> None:
        if self._trying:
            return
        self._trying = voie.reglage.id
        self._set_busy(busy=True)
        prepare = partial(canaux_essai.preparer, canal_id=voie.reglage.id)
        self._context.worker.run(prepare, self._on_prepared, self._on_try_failed)

    def _on_prepared(self, essai: Essai) -> None:
        asked = partial(canaux_essai.essayer, essai)
        self.elsewhere.run(asked, self._on_tried, self._on_try_failed)

    def _on_tried(self, outcome: tuple[bool, str]) -> None:
        good, said = outcome
        line = self._card.line_of(self._trying)
        self._over()
        if line is not None:
            line.say(said, good=good)

    def _on_try_failed(self, error: AppError) -> None:
        self._over()
        self._on_failed(error)

    def _over(self) -> None:
        self._set_busy(busy=False)
        self._trying = ""

    def _set_busy(self, *, busy: bool) -> None:
        if (line := self._card.line_of(self._trying)) is not None:
            line.set_busy(busy=busy)

    # --- the store --------------------------------------------------------------------------

    def _do(
        self,
        action: Callable[[Office], object],
        on_done: Callable[[Any], None],
        on_failed: Callable[[AppError], None] | None = None,
    ) -> None:
        done = partial(noted, action=action)
        self._context.worker.run(done, on_done, on_failed or self._on_failed)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)
