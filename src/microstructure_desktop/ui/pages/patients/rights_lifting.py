"""RightsLifting: take an objection back from the record, undone by Ctrl+Z."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.declaration import Declaration
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import droits_personne
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.ui.context import Context


class RightsLifting(QObject):
    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context

    def lift(self, patient_id: PatientId, cible: Cible) -> None:
        """It no longer holds from today on."""
        said = partial(
            droits_personne.declarer,
            patient_id=patient_id,
            cible=cible,
            oppose=False,
            jour=self._context.now().date(),
        )
        self._context.worker.run(partial(noted, action=said), self._on_lifted, self._on_failed)

    def _on_lifted(self, fait: Fait[Declaration]) -> None:
        self._context.undo.offer("Opposition levée", fait.changes)

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")
