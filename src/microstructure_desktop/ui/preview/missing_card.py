"""MissingCard: what is left to answer before the fiche can be marked complete, as one types."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.forms import wording
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.rules import Problem
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.error_summary import ErrorLink
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column

NOTHING = "Rien\u00a0: la fiche peut être marquée complète."


class MissingCard(Card):
    """Signals:
    chosen: the id of the question the person wants.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Pour marquer complète", parent=parent)
        self._lines = column(spacing=2)
        self._shown: list[Problem] | None = None
        self.links: list[ErrorLink] = []
        self.body.addLayout(self._lines)

    def show_problems(self, form: Form, found: Iterable[Problem]) -> None:
        """Made again only when the list is another: one types in the same window."""
        problems = list(found)
        if problems == self._shown:
            return
        self._shown = problems
        clear(self._lines)
        self.links = []
        for problem in problems:
            item = form.item(problem.item)
            text = item.text if item else problem.item
            wrong = problem.sentence != wording.ANSWER_MISSING
            link = ErrorLink(f"{text}{texts.NBSP}: {problem.sentence}" if wrong else text)
            link.clicked.connect(partial(self.chosen.emit, problem.item))
            self._lines.addWidget(link)
            self.links.append(link)
        if not problems:
            self._lines.addWidget(Paragraph(NOTHING))
