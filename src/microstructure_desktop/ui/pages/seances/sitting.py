"""Sitting: one session on screen, from its draft to its record."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import consultations
from microstructure_desktop.services.consultations import SeanceOuverte
from microstructure_desktop.ui.draft_keeper import DraftKeeper
from microstructure_desktop.ui.worker import Action, Worker

from .finishing import Outcome, Request, finish
from .form import SeanceForm
from .typed import as_typed, to_payload

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.services.seance_checks import Doute


class Sitting(QObject):
    """One per opening, so that what belongs to one person never reaches another.

    Signals:
        doubted: tuple[Doute], to put to the person before recording.
        recorded: Outcome, what was recorded.
        dropped: the draft is given up.
        refused: AppError, neither; what was typed is still on screen and in the draft.
    """

    doubted = Signal(object)
    recorded = Signal(object)
    dropped = Signal()
    refused = Signal(object)

    def __init__(
        self, worker: Worker, opened: SeanceOuverte, form: SeanceForm, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self.amended = opened.based_on is not None
        self.start = as_typed(opened.saisie)
        self.motif = ""  # why a finished session is corrected
        self.busy = False  # nothing else may be asked meanwhile
        self._worker = worker
        self._form = form
        self._accepted: frozenset[Doute] = frozenset()
        self.keeper = DraftKeeper(worker, self.payload, self.saving, self)

    def payload(self) -> dict[str, Any]:
        return to_payload(self._form.typed(), self.start, self.opened.based_on)

    def saving(self, payload: dict[str, Any]) -> Action["datetime"]:
        """The action that keeps this as the draft."""
        return partial(
            consultations.save_draft,
            seance_id=self.opened.id,
            patient_id=self.opened.patient.id,
            payload=payload,
        )

    def finish(self) -> None:
        """Record what stands in the form, or ask about it first."""
        self.keeper.flush()
        self._begin()
        request = Request(
            self.opened.id,
            self.opened.patient.id,
            replace(self._form.saisie(), motif_modification=self.motif),
            self.opened.based_on,
            self._accepted,
        )
        self._worker.run(partial(finish, request=request), self._on_answered, self._on_refused)

    def drop(self) -> None:
        self._begin()
        drop = partial(consultations.drop_draft, seance_id=self.opened.id)
        self._worker.run(drop, self._on_dropped, self._on_refused)

    def _begin(self) -> None:
        self.busy = True
        self.keeper.hold()

    def _on_answered(self, outcome: Outcome) -> None:
        self.busy = False
        self.keeper.release()
        if outcome.doutes:
            self._accepted |= set(outcome.doutes)
            self.doubted.emit(outcome.doutes)
            return
        self.keeper.flush()  # what was typed meanwhile becomes the draft of a correction
        self.recorded.emit(outcome)

    def _on_dropped(self, _nothing: None) -> None:
        self.dropped.emit()

    def _on_refused(self, error: AppError) -> None:
        self.busy = False
        self.keeper.release()
        self.refused.emit(error)

    @property
    def settled(self) -> bool:
        """Whether the store has everything, and nothing is under way."""
        return self.keeper.settled and not self.busy
