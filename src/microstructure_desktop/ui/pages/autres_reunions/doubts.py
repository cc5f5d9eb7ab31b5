"""Doubts: the texts of a meeting that seem to name somebody followed, said where they are."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import noms_cites
from microstructure_desktop.ui.context import Context

from . import words

if TYPE_CHECKING:
    from microstructure_desktop.ui.widgets.note_line import NoteLine

    from .actions_card import ActionsCard
    from .facts_card import FactsCard
    from .people_card import PeopleCard
    from .points_card import PointsCard

DELAY_MS = 800
_PLACE, _GUESTS = "lieu", "invites"


class Doubts(QObject):
    """Asks the store a moment after the last key: no name stays in memory here."""

    def __init__(
        self,
        context: Context,
        facts: "FactsCard",
        people: "PeopleCard",
        points: "PointsCard",
        actions: "ActionsCard",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = context.worker
        self._discretion = context.discretion
        self._found: dict[str, str] = {}
        context.discretion.changed.connect(self._say)
        self._facts, self._people, self._points, self._actions = facts, people, points, actions
        self._asked: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.ask)

    def touch(self) -> None:
        """Something was typed, or shown."""
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def texts(self) -> dict[str, str]:
        """Everything typed that will be printed, by the place it stands at."""
        found = {_PLACE: self._facts.place.text(), _GUESTS: self._people.words()}
        for rank, row in enumerate(self._points.rows):
            point = row.point()
            found[f"point{rank}"] = f"{point.titre}\n{point.texte}"
        for rank, line in enumerate(self._actions.rows):
            action = line.action()
            found[f"action{rank}"] = f"{action.texte}\n{action.echeance}"
        return found

    def ask(self) -> None:
        self._timer.stop()
        self._asked = self.texts()
        ready = partial(noms_cites.cites, textes=self._asked)
        self._worker.run(ready, self._on_found, self._on_failed)

    def _say(self) -> None:
        """Each where it stands, unless what stands there was typed since; no name in the sentence
        while names are hidden.
        """
        now = self.texts()
        for key, line in self._lines().items():
            if now.get(key) == self._asked.get(key):
                told = self._found.get(key)
                line.set_text(words.doubt("" if told and self._discretion.on else told))

    def _lines(self) -> "dict[str, NoteLine]":
        found = {_PLACE: self._facts.doubt, _GUESTS: self._people.doubt}
        found |= {f"point{n}": row.doubt for n, row in enumerate(self._points.rows)}
        return found | {f"action{n}": row.doubt for n, row in enumerate(self._actions.rows)}

    def _on_found(self, found: dict[str, str]) -> None:
        self._found = found
        self._say()

    def _on_failed(self, _error: AppError) -> None:
        """The draft says by itself that the store does not answer."""
