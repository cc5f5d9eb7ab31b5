"""SourcesLine: the sessions that a situation was copied from, each a way back to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import Situation, Source
from microstructure_desktop.ui import look, texts
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import FlowLayout, clear
from microstructure_desktop.ui.widgets.skins import SKINS

from .names import Names

_SHOWN = 6  # the latest; all of them stay in the record
_COLUMNS = {"medical": "médical", "psychologique": "psychologique", "social": "social"}


class SourcesLine(QWidget):
    """Hidden while nothing was copied.

    Signals:
        source_clicked: Source.
    """

    source_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[Source, ...] = ()
        self._flow = FlowLayout(spacing=4)
        self.setLayout(self._flow)
        self.buttons: list[Button] = []

    def show_sources(self, situation: Situation, names: Names) -> None:
        latest = sorted(situation.sources, key=lambda source: source.jour)
        wanted = tuple(reversed(latest))
        self.setVisible(bool(wanted))
        if wanted == self._sources:
            return
        clear(self._flow)
        self._sources = wanted
        self.buttons = []
        self._say(f"Repris de{NBSP}:")
        for source in wanted[:_SHOWN]:
            self._add(source, names)
        more = len(wanted) - _SHOWN
        if more > 0:
            self._say(f"et {texts.count(more, 'note')} de plus")

    def _say(self, text: str) -> None:
        """On the line of the buttons beside it."""
        label = Label(text, "caption")
        label.setMinimumHeight(look.control_px(SKINS["link"].height))
        self._flow.addWidget(label)

    def _add(self, source: Source, names: Names) -> None:
        day = texts.day_and_month(source.jour)
        button = Button(f"{day}, {names.membre(source.membre)}", "link")
        button.set_tip(f"Ouvrir la séance, point {_COLUMNS[source.colonne]}")
        button.clicked.connect(self._on_clicked)
        self._flow.addWidget(button)
        self.buttons.append(button)

    def _on_clicked(self) -> None:
        at = next(at for at, button in enumerate(self.buttons) if button is self.sender())
        self.source_clicked.emit(self._sources[at])
