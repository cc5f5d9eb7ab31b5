"""EpisodeSelector: which follow-up of somebody is shown, when there were several."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from microstructure_desktop.domain.ids import InclusionId
from microstructure_desktop.services.episodes import Episode
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.themed import show_when

from .episode_words import episode_name


class EpisodeSelector(Button):
    """Hidden while there is one follow-up or none.

    Signals:
        episode_chosen: InclusionId of the follow-up to show.
    """

    episode_chosen = Signal(str)

    def __init__(self, reference: Reference) -> None:
        super().__init__("", "link", "chevron-down", trailing=True)
        self._reference = reference
        self.menu_ = QMenu(self)
        self.clicked.connect(self._on_clicked)
        show_when(self, False)

    def show_episodes(self, episodes: Sequence[Episode], shown: InclusionId | None) -> None:
        """The latest first in the menu."""
        names = [episode_name(episode, self._reference) for episode in episodes]
        known = [action.text() for action in reversed(self.menu_.actions())]
        if names != known:  # an action must not vanish while it is handled
            self._fill(episodes)
        for episode, action in zip(reversed(episodes), self.menu_.actions(), strict=True):
            here = episode.inclusion.id == shown
            action.setChecked(here)
            if here:
                self.setText(action.text())
                self.setAccessibleName(f"Suivi montré{NBSP}: {action.text()}. Changer")
        show_when(self, len(episodes) > 1)

    def _fill(self, episodes: Sequence[Episode]) -> None:
        self.menu_.clear()
        for episode in reversed(episodes):
            action = self.menu_.addAction(episode_name(episode, self._reference))
            action.setCheckable(True)
            action.triggered.connect(partial(self.episode_chosen.emit, episode.inclusion.id))

    def _on_clicked(self) -> None:
        self.menu_.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
