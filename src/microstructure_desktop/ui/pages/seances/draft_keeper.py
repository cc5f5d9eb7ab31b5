"""DraftKeeper: what is typed in one session is on disk before two seconds have passed."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from microstructure_desktop.domain.ids import ConsultationId, PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import consultations
from microstructure_desktop.ui.worker import Worker

DELAY_MS = 1_200  # with the time to write, under the two seconds promised
RETRY_MS = 10_000


class DraftKeeper(QObject):
    """One per session opened: a late answer never speaks of another person.

    Signals:
        saved: datetime, when the draft was written.
        failed: AppError, it was not; it is tried again by itself.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        worker: Worker,
        seance_id: ConsultationId,
        patient_id: PatientId,
        payload: Callable[[], dict[str, Any]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.seance_id = seance_id
        self.patient_id = patient_id
        self.last: dict[str, Any] = {}  # what was sent last
        self._worker = worker
        self._payload = payload
        self._changed = False
        self._held = False
        self._writing = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def settled(self) -> bool:
        """Whether everything typed is on disk."""
        return not (self._changed or self._writing)

    @property
    def writing(self) -> bool:
        return self._writing > 0

    def touch(self) -> None:
        """Something was typed."""
        self._changed = True
        waiting = self._timer.isActive() and self._timer.interval() == DELAY_MS
        if not (self._held or waiting):  # not started again: steady typing is saved too
            self._timer.start(DELAY_MS)

    def flush(self) -> None:
        """Write now what is not written yet."""
        self._timer.stop()
        if self._held or not self._changed:
            return
        self._changed = False
        self._writing += 1
        self.last = self._payload()
        save = partial(
            consultations.save_draft,
            seance_id=self.seance_id,
            patient_id=self.patient_id,
            payload=self.last,
        )
        self._worker.run(save, self._on_saved, self._on_failed)

    def hold(self) -> None:
        """Write nothing more: the session is being recorded, or its draft given up."""
        self._timer.stop()
        self._held = True

    def release(self) -> None:
        """It was not recorded after all."""
        self._held = False
        if self._changed:
            self.touch()

    def _on_saved(self, at: datetime) -> None:
        self._writing -= 1
        self.saved.emit(at)

    def _on_failed(self, error: AppError) -> None:
        self._writing -= 1
        self._changed = True
        if not self._held:
            self._timer.start(RETRY_MS)
        self.failed.emit(error)
