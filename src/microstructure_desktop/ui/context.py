"""Context: what every page receives."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .discretion import Discretion
from .undo_stack import UndoStack

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.paths import Home
    from microstructure_desktop.settings import Settings

    from .events import Events
    from .navigation import Navigator
    from .theme import Theme
    from .worker import Worker


def local_now() -> datetime:
    return datetime.now().astimezone()


@dataclass(slots=True)
class Context:
    """`settings` and `reference` are replaced when they change; the rest stays for the session."""

    worker: "Worker"
    events: "Events"
    navigator: "Navigator"
    settings: "Settings"
    theme: "Theme"
    home: "Home"
    membre: "Membre"
    reference: Any = None
    now: Callable[[], datetime] = local_now
    discretion: Discretion = field(default_factory=Discretion)
    undo: UndoStack = field(init=False)

    def __post_init__(self) -> None:
        self.undo = UndoStack(self.worker, self.events)
