"""Worker: run actions on the store's single thread; the only holder of the Office."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from microstructure_desktop import log
from microstructure_desktop.errors import AppError

from .events import Events

T = TypeVar("T")
Action = Callable[[Any], T]

_log = logging.getLogger(__name__)


class UnexpectedFailure(AppError):
    """A defect of ours: the log tells where, the person only that nothing was lost."""

    sentence = "Une erreur imprévue a interrompu l’action ; ce qui était enregistré reste intact."
    way_out = "Recommencez. Si cela se reproduit, transmettez le journal technique à votre support."


class _Reply(QObject):
    done = Signal(object)
    failed = Signal(object)


class Worker(QObject):
    """Holds what pages never touch, and answers them on the interface's thread.

    `changes` is asked after each action for the kinds written since the last time.
    """

    _answered = Signal(object, object)

    def __init__(self, office: Any, changes: Callable[[], frozenset[str]], events: Events) -> None:
        super().__init__()
        self._office = office
        self._changes = changes
        self._events = events
        self._waiting: set[_Reply] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._answered.connect(self._on_answered)

    def run(
        self,
        action: Action[T],
        on_done: Callable[[T], None] | None = None,
        on_failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Queue an action. Callbacks are bound methods of QObjects: one whose owner died
        meanwhile is dropped by Qt, whereas a lambda would run on a dead widget.
        """
        reply = _Reply()
        self._waiting.add(reply)
        for signal, callback in ((reply.done, on_done), (reply.failed, on_failed)):
            if callback is not None:
                _check(callback)
                signal.connect(callback)
        self._pool.start(lambda: self._do(action, reply))

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._waiting)

    def drain(self, seconds: float = 10.0) -> bool:
        """Wait until what was queued is written; False when it takes longer."""
        return self._pool.waitForDone(round(seconds * 1000))

    def _do(self, action: Action[Any], reply: _Reply) -> None:
        try:
            reply.done.emit(action(self._office))
        except AppError as error:
            reply.failed.emit(error)
        except Exception as error:  # noqa: BLE001 -- a border: nothing may kill the store's thread
            _log.error("%s", log.place(error))  # its message may hold patient data
            reply.failed.emit(UnexpectedFailure())
        finally:
            self._answered.emit(reply, self._changes())

    def _on_answered(self, reply: _Reply, kinds: frozenset[str]) -> None:
        self._waiting.discard(reply)
        if kinds:
            self._events.store_changed.emit(kinds)


def _check(callback: Callable[..., None]) -> None:
    if not isinstance(getattr(callback, "__self__", None), QObject):
        raise TypeError("a callback is a bound method of a QObject")  # its repr may hold answers
