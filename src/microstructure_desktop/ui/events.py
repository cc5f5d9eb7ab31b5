"""Events: what pages listen to, and what they tell the window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """A line shown for ten seconds at the bottom of the window, with a way to undo.

    kind: ok | info | danger. keys: what is written beside the action when the keyboard does not
    do that action itself.
    """

    text: str
    action: str = ""
    on_action: Callable[[], None] | None = None
    kind: str = "ok"
    keys: str | None = None


class Events(QObject):
    """One per unlocked window.

    Signals:
        store_changed: frozenset[str], the kinds written by the action just done.
        saved: datetime, when a draft or a record was last written.
        notice_requested: Notice, to show at the bottom of the window.
        settings_changed: Settings, chosen by the person; they apply at once.
        lock_requested: somebody, or the idle watch, wants the screen locked.
        store_replaced: the store is closed, and another is in its place: start afresh.
        session_locked: the data are out of reach; nothing may be shown any more.
        backups_changed: one was made, verified or found damaged.
        restore_prepared: Preparee, a store ready to take the place of the open one.
    """

    store_changed = Signal(object)
    saved = Signal(object)
    notice_requested = Signal(object)
    settings_changed = Signal(object)
    lock_requested = Signal()
    store_replaced = Signal()
    session_locked = Signal()
    backups_changed = Signal()
    restore_prepared = Signal(object)

    def notify(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        kind: str = "ok",
        keys: str | None = None,
    ) -> None:
        self.notice_requested.emit(Notice(text, action, on_action, kind, keys))

    def mark_saved(self, at: "datetime") -> None:
        self.saved.emit(at)
