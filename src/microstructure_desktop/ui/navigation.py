"""Route and Navigator: how one page asks for another."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

_HISTORY = 50


@dataclass(frozen=True, slots=True, init=False)
class Route:
    """The name of a page and what it shows: `Route("dossier", patient_id=…)`."""

    name: str
    params: tuple[tuple[str, Any], ...]

    def __init__(self, name: str, **params: Any) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "params", tuple(sorted(params.items())))

    def get(self, key: str, default: Any = None) -> Any:
        return dict(self.params).get(key, default)

    def __getitem__(self, key: str) -> Any:
        return dict(self.params)[key]


class Navigator(QObject):
    """Where we are and where we came from.

    Signals:
        route_requested: Route, the page to show now.
    """

    route_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._visited: list[Route] = []

    @property
    def current(self) -> Route | None:
        return self._visited[-1] if self._visited else None

    def go(self, route: Route) -> None:
        if route != self.current:
            self._visited = [*self._visited[-_HISTORY:], route]
        self.route_requested.emit(route)

    def replace(self, route: Route) -> None:
        """Go without a way back to the page left: what it showed exists no more."""
        before = self._visited[:-1]
        self._visited = before if before[-1:] == [route] else [*before, route]
        self.route_requested.emit(route)

    def back(self) -> bool:
        """Show the page before this one; False when there is none."""
        if len(self._visited) < 2:  # noqa: PLR2004
            return False
        self._visited.pop()
        self.route_requested.emit(self._visited[-1])
        return True
