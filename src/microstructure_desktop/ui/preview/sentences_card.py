"""SentencesCard: sentences under a title, hidden while there is none."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.note_line import NoteLine

_SIGNS = {"warn": "triangle-alert", "danger": "circle-alert"}


class SentencesCard(Card):
    """tone: warn | danger."""

    def __init__(self, title: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._tone = tone
        self._shown: list[NoteLine] = []
        self._lines = column(spacing=8)
        self.body.addLayout(self._lines)
        self.hide()

    def show_sentences(self, sentences: Iterable[str]) -> None:
        clear(self._lines)
        sign = _SIGNS[self._tone]
        self._shown = [NoteLine(sign, s, "body", self._tone, ink="text") for s in sentences]
        for line in self._shown:
            self._lines.addWidget(line)
        self.setVisible(bool(self._shown))

    def sentences(self) -> list[str]:
        return [line.text() for line in self._shown]
