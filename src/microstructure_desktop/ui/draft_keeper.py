"""DraftKeeper: what is typed on a page is on disk before two seconds have passed."""

from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from microstructure_desktop.errors import AppError

from .worker import Action, Worker

DELAY_MS = 1_200  # with the time to write, under the two seconds promised
RETRY_MS = 10_000

T = TypeVar("T")


class DraftKeeper(QObject, Generic[T]):
    """One per thing opened: a late answer never speaks of another person.

    `typed` reads what stands on screen; `save` makes of it the action that writes the draft.

    Signals:
        saved: datetime, when the draft was written.
        failed: AppError, it was not; it is tried again by itself.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        worker: Worker,
        typed: Callable[[], T],
        save: Callable[[T], Action[datetime]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.last: T | None = None  # what was sent last
        self._worker = worker
        self._typed = typed
        self._save = save
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
        typed = self.last = self._typed()
        self._worker.run(self._save(typed), self._on_saved, self._on_failed)

    def let_go(self) -> None:
        """The page is about to show something else: what stands on it is tried until written."""
        if self._changed:
            self.last = self._typed()
        last = self.last
        if last is not None:
            self._typed = lambda: last
        self.flush()

    def hold(self) -> None:
        """Write nothing more: the draft is being recorded or given up."""
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
