"""Funders: add, correct and take out a grant, each undone by a key."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.rapport_annuel import Financement
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import rapport_saisie
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.rapport_saisie import FinancementSaisi, LigneFinancement
from microstructure_desktop.ui.context import Context

from .funder_dialog import FunderDialog
from .funders_card import FundersCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from microstructure_desktop.services.office import Office


class Funders(QObject):
    """`card` stands in the section of the means."""

    def __init__(self, context: Context, page: QWidget, annee: int, *, may_write: bool) -> None:
        self.card = FundersCard(annee, may_write=may_write)
        super().__init__(self.card)
        self._context, self._page, self._annee = context, page, annee
        self.dialog: FunderDialog | None = None
        self.some = False
        self.card.add_asked.connect(self._on_add_asked)
        self.card.edit_asked.connect(self._ask)
        self.card.remove_asked.connect(self._on_remove_asked)

    def show_grants(self, lignes: Iterable[LigneFinancement]) -> None:
        shown = tuple(lignes)
        self.some = bool(shown)
        self.card.show_grants(shown)

    def dismiss(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    def _on_add_asked(self) -> None:
        self._ask(None)

    def _ask(self, known: Financement | None) -> None:
        self.dialog = FunderDialog(self._page, self._context, self._annee, known)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.asked.connect(self._on_asked)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self) -> None:
        self.dialog = None

    def _on_asked(self, saisi: FinancementSaisi) -> None:
        keep = partial(rapport_saisie.financer, saisi=saisi)
        action: Callable[[Office], Fait[Financement]] = partial(noted, action=keep)
        done = self._on_added if saisi.id is None else self._on_corrected
        self._context.worker.run(action, done, self._on_refused)

    def _on_added(self, fait: Fait[Financement]) -> None:
        self._kept("Financement ajouté", fait)

    def _on_corrected(self, fait: Fait[Financement]) -> None:
        self._kept("Financement corrigé", fait)

    def _kept(self, said: str, fait: Fait[Financement]) -> None:
        if self.dialog is not None:
            self.dialog.close_saved()
        self._context.undo.offer(said, fait.changes)

    def _on_refused(self, error: AppError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error)

    def _on_remove_asked(self, grant: Financement) -> None:
        take = partial(rapport_saisie.retirer_financement, financement_id=grant.id)
        self._context.worker.run(partial(noted, action=take), self._on_removed, self._on_failed)

    def _on_removed(self, fait: Fait[None]) -> None:
        self._context.undo.offer("Financement retiré", fait.changes)

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")
