"""Elsewhere: what waits for a network, on threads that neither the window nor the store awaits."""

import logging
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from microstructure_desktop import log
from microstructure_desktop.errors import AppError

from .worker import UnexpectedFailure

T = TypeVar("T")

_log = logging.getLogger(__name__)


class _Answer(QObject):
    done = Signal(object)
    failed = Signal(object)
    over = Signal(object)


class Elsewhere(QObject):
    """Runs actions that touch nothing of the store, each on a thread of its own.

    A thread is left behind when the window closes: a server that never answers keeps nobody.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[_Answer] = set()

    @property
    def busy(self) -> bool:
        return bool(self._waiting)

    def run(
        self,
        action: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[AppError], None],
    ) -> None:
        """Callbacks are bound methods of QObjects: one whose owner died meanwhile is dropped."""
        answer = _Answer()
        self._waiting.add(answer)
        answer.done.connect(on_done)
        answer.failed.connect(on_failed)
        answer.over.connect(self._on_over)
        threading.Thread(target=_do, args=(action, answer), daemon=True).start()

    def _on_over(self, answer: _Answer) -> None:
        self._waiting.discard(answer)


def _do(action: Callable[[], Any], answer: _Answer) -> None:
    try:
        answer.done.emit(action())
    except AppError as error:
        answer.failed.emit(error)
    except Exception as error:  # noqa: BLE001 -- a border: a defect is said, not lost with its thread
        _log.error("%s", log.place(error))  # its message may hold an address
        answer.failed.emit(UnexpectedFailure())
    finally:
        answer.over.emit(answer)
