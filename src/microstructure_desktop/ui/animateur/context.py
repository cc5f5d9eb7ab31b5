"""Context: what each page of the animator's window receives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from microstructure_desktop.paths import Home
    from microstructure_desktop.settings import Settings
    from microstructure_desktop.ui.events import Events
    from microstructure_desktop.ui.navigation import Navigator
    from microstructure_desktop.ui.theme import Theme
    from microstructure_desktop.ui.worker import Worker


@dataclass(slots=True)
class Context:
    """`worker` runs actions on the Desk, which no page ever sees."""

    worker: "Worker"
    events: "Events"
    navigator: "Navigator"
    settings: "Settings"
    theme: "Theme"
    home: "Home"
    today: Callable[[], date] = date.today
