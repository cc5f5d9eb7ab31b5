"""UndoStack: what the person did since the window opened, to take back and to do again."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from .texts import NBSP

if TYPE_CHECKING:
    from collections.abc import Callable

    from microstructure_desktop.domain.revision import Change
    from microstructure_desktop.errors import AppError

    from .events import Events
    from .worker import Worker

_DEEPEST = 20
UNDO = "Annuler"
REDO = "Rétablir"
UNDO_KEYS = "Ctrl+Z"
REDO_KEYS = "Ctrl+Maj+Z"


@dataclass(frozen=True, slots=True)
class Act:
    """`said` when it is done, `undone` when it is taken back."""

    said: str
    undone: str
    changes: "tuple[Change, ...]"


class UndoStack(QObject):
    """One per unlocked window: a lock ends it with the process."""

    def __init__(self, worker: "Worker", events: "Events") -> None:
        super().__init__()
        self._worker = worker
        self._events = events
        self._done: list[Act] = []
        self._undone: list[Act] = []

    def offer(
        self,
        said: str,
        changes: "tuple[Change, ...]",
        *,
        undone: str = "",
        action: str = UNDO,
        on_action: "Callable[[], None] | None" = None,
    ) -> None:
        """Say what was done, and keep how to take it back.

        `on_action`: the button leads on instead; Ctrl+Z still takes the act back.
        """
        if not changes:
            self._events.notify(said, action if on_action else "", on_action)
            return
        self._done = [*self._done[-_DEEPEST + 1 :], Act(said, undone or _back(said), changes)]
        self._undone = []
        keys = f"{UNDO_KEYS} annule" if on_action is not None else UNDO_KEYS
        self._events.notify(said, action, on_action or self.undo, keys=keys)

    def undo(self) -> None:
        """Take back the last act."""
        if not self._done:
            self._events.notify("Rien à annuler.", kind="info")
            return
        act = self._done.pop()
        self._worker.run(partial(_undo, act=act), self._on_undone, self._on_refused)

    def redo(self) -> None:
        """Do again the last act taken back."""
        if not self._undone:
            self._events.notify("Rien à rétablir.", kind="info")
            return
        act = self._undone.pop()
        self._worker.run(partial(_undo, act=act), self._on_redone, self._on_refused)

    def _on_undone(self, act: Act) -> None:
        self._undone.append(act)
        self._events.notify(act.undone, REDO, self.redo, keys=REDO_KEYS)

    def _on_redone(self, act: Act) -> None:
        self._done.append(act)
        self._events.notify(act.said, UNDO, self.undo, keys=UNDO_KEYS)

    def _on_refused(self, error: "AppError") -> None:
        self._events.notify(f"{error.sentence} {error.way_out}", kind="danger")


def _undo(office: Any, *, act: Act) -> Act:
    """The same act, with what undoing it changed: undoing that does it again."""
    from microstructure_desktop.services import annulation

    return Act(act.said, act.undone, annulation.undo(office, act.changes))


def _back(said: str) -> str:
    """« Annulé : séance enregistrée. »."""
    return f"Annulé{NBSP}: {said[:1].lower()}{said[1:]}"
