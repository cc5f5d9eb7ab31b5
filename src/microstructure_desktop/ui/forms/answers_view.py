"""AnswersView: read answers, or two revisions side by side."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from microstructure_desktop.forms.answers import difference
from microstructure_desktop.forms.model import Form, Item
from microstructure_desktop.forms.nesting import leading_to
from microstructure_desktop.forms.rules import is_answered
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear
from microstructure_desktop.ui.widgets.tag import Tag

from .answer_text import answer_text

CHANGED = "Modifié"
_QUESTION, _FIRST, _SECOND, _MARK = range(4)
_MARK_ROOM = 72


class AnswersView(QWidget):
    """One card per rubric; questions without an answer are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(16)

    def show_answers(self, form: Form, answers: Mapping[str, Any]) -> None:
        self._show(form, ("",), (answers,))

    def show_difference(
        self,
        form: Form,
        before: tuple[str, Mapping[str, Any]],
        after: tuple[str, Mapping[str, Any]],
    ) -> None:
        """Each side is (its title, its answers); what changed is marked in words."""
        self._show(form, (before[0], after[0]), (before[1], after[1]))

    def _show(
        self, form: Form, titles: tuple[str, ...], sides: tuple[Mapping[str, Any], ...]
    ) -> None:
        clear(self._body)
        changed = {change.item for change in difference(form, sides[0], sides[-1])}
        for group in form.groups:
            answered = [
                item
                for item in group.items
                if item.is_question and any(is_answered(side.get(item.id)) for side in sides)
            ]
            if answered:
                items = leading_to(group, answered)
                self._body.addWidget(_card(group.title, items, titles, sides, changed))
        self._body.addStretch(1)


def _card(
    title: str,
    items: list[Item],
    titles: tuple[str, ...],
    sides: tuple[Mapping[str, Any], ...],
    changed: set[str],
) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(10)
    for column in range(_FIRST + len(sides)):
        grid.setColumnStretch(column, 2 if column else 1)
    if len(sides) > 1:
        grid.setColumnMinimumWidth(_MARK, look.px(_MARK_ROOM))  # the same on every card
    for rank, heading in enumerate(titles):
        if heading:
            grid.addWidget(Label(heading, "over"), 0, _FIRST + rank)
    top = Qt.AlignmentFlag.AlignTop
    for line, item in enumerate(items, start=1):
        if not item.is_question:
            grid.addWidget(Label(item.text, "strong"), line, _QUESTION, 1, _FIRST + len(sides))
            continue
        grid.addWidget(Paragraph(item.text, "secondary"), line, _QUESTION, top)
        for rank, side in enumerate(sides):
            tone = "strong" if rank and item.id in changed else "body"
            grid.addWidget(
                Paragraph(answer_text(item, side.get(item.id)), tone), line, _FIRST + rank, top
            )
        if item.id in changed:
            grid.addWidget(Tag(CHANGED, "info"), line, _MARK, top)
    card.body.addLayout(grid)
    return card
