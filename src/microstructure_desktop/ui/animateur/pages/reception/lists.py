"""The two lists of the reception: what has just come, and what lies in quarantine."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.themed import show_when

from . import wording
from .acts import Attente, Ligne
from .result_line import ResultLine

_KEPT = (
    "Ce qui a été refusé est gardé ici, sans être compté. Après une inscription ou une correction, "
    f"réessayez{NBSP}; ce qui ne sert plus s’écarte."
)


class ArrivalsCard(Card):
    """What has just come; it stays until the next reception."""

    def __init__(self) -> None:
        super().__init__("Ce qui vient d’arriver")
        self.lines: list[ResultLine] = []
        self._rows = column(spacing=12)
        self.body.addWidget(boxed(self._rows))
        self.hide()

    def show_lines(self, lignes: tuple[Ligne, ...]) -> None:
        clear(self._rows)
        self.lines = [ResultLine(wording.line(each)) for each in lignes]
        _fill(self._rows, self.lines)
        show_when(self, bool(lignes))


class QuarantineCard(Card):
    """Signals:
    retry_asked: try again all of it.
    discard_asked: the Attente that is of no use any more.
    accept_asked: the Attente that its cabinet answers for.
    """

    retry_asked = Signal()
    discard_asked = Signal(object)
    accept_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Quarantaine")
        self.lines: list[ResultLine] = []
        self.discards: list[Button] = []
        self.accepts: list[Button] = []
        self.retry_button = Button("Réessayer", "normal", "refresh-cw")
        self.retry_button.clicked.connect(self.retry_asked)
        self.header.addWidget(self.retry_button)
        self._rows = column(spacing=12)
        self.body.addWidget(Paragraph(_KEPT, "secondary"))
        self.body.addWidget(boxed(self._rows))
        self.hide()

    def show_waiting(self, attentes: tuple[Attente, ...], today: date) -> None:
        clear(self._rows)
        self.lines, self.discards, self.accepts = [], [], []
        for attente in attentes:
            dite = wording.waiting(attente, today)
            button = Button("Écarter…", "link", "trash-2")
            button.setAccessibleName(f"Écarter{NBSP}: {dite.titre}")
            button.clicked.connect(partial(self.discard_asked.emit, attente))
            self.discards.append(button)
            buttons = [button]
            if attente.acceptable:
                buttons.insert(0, self._accept_button(attente, dite.titre))
            self.lines.append(ResultLine(dite, *buttons))
        _fill(self._rows, self.lines)
        show_when(self, bool(attentes))

    def _accept_button(self, attente: Attente, title: str) -> Button:
        button = Button("Accepter quand même…", "link", "check")
        button.setAccessibleName(f"Accepter quand même{NBSP}: {title}")
        button.clicked.connect(partial(self.accept_asked.emit, attente))
        self.accepts.append(button)
        return button


def _fill(rows: QVBoxLayout, lines: list[ResultLine]) -> None:
    for rank, line in enumerate(lines):
        if rank:
            rows.addWidget(Rule())
        rows.addWidget(line)
