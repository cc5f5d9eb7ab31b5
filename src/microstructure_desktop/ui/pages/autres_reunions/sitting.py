"""Sitting: one meeting on screen, from its draft to its minutes, one action at a time."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import autres_reunions
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.autres_reunions import ReunionOuverte
from microstructure_desktop.ui.draft_keeper import DraftKeeper
from microstructure_desktop.ui.worker import Action, Worker

if TYPE_CHECKING:
    from datetime import datetime

Writing = Callable[..., ReunionOuverte]


class Sitting(QObject):
    """One per opening: a late answer never reaches another meeting.

    `typed` reads the meeting as it stands on screen.

    Signals:
        written: Fait of ReunionOuverte, and the meeting that was sent.
        merged: ReunionOuverte, a colleague's version was brought in; nothing is saved yet.
        refused: AppError; what was typed is still on screen and in the draft.
    """

    written = Signal(object, object)
    merged = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        worker: Worker,
        opened: ReunionOuverte,
        typed: Callable[[], Reunion],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self.busy = False
        self._worker = worker
        self._typed = typed
        self._sent: Reunion | None = None
        self.keeper: DraftKeeper[Reunion] = DraftKeeper(worker, typed, self._saving, self)

    @property
    def settled(self) -> bool:
        """Whether the store has everything, and nothing is under way."""
        return self.keeper.settled and not self.busy

    def write(self, action: Writing) -> None:
        """Append a revision: save, begin or close."""
        if self.busy:
            return
        self.busy = True
        self.keeper.flush()
        self.keeper.hold()
        self._sent = self._typed()
        ready = partial(action, reunion=self._sent, based_on=self.opened.based_on)
        self._worker.run(partial(noted, action=ready), self._on_written, self._on_refused)

    def merge(self) -> None:
        """Bring in what a colleague saved."""
        self.keeper.flush()
        ready = partial(
            autres_reunions.reunir, reunion=self._typed(), based_on=self.opened.based_on
        )
        self._worker.run(ready, self._on_merged, self._on_refused)

    def _saving(self, reunion: Reunion) -> "Action[datetime]":
        return partial(autres_reunions.save_draft, reunion=reunion, based_on=self.opened.based_on)

    def _on_merged(self, ouverte: ReunionOuverte) -> None:
        self.merged.emit(ouverte)

    def _on_written(self, fait: Fait[ReunionOuverte]) -> None:
        self.busy = False
        self.opened = fait.result
        self.keeper.release()
        self.written.emit(fait, self._sent)

    def _on_refused(self, error: AppError) -> None:
        self.busy = False
        self.keeper.release()
        self.refused.emit(error)
