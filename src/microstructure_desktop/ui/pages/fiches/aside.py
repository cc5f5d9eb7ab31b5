"""Aside: the figures of the rubric shown, and how answers are gathered."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.forms import wording
from microstructure_desktop.forms.checks import number
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.forms.model import Control, Group, Item, ItemType
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.forms.answer_text import NONE
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row

TOGETHER = (
    "« Ne souhaite pas répondre » est une réponse : elle compte comme les autres et n’est "
    "jamais relancée."
)


class Aside(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = Card("Repères")
        self._lines = column(spacing=8)
        self.figures.body.addLayout(self._lines)
        together = Card("Recueilli avec la personne")
        together.body.addWidget(Paragraph(TOGETHER))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(self.figures)
        body.addWidget(together)
        body.addStretch(1)

    def show_figures(
        self, group: Group, answers: Mapping[str, Any], previous: Mapping[str, Earlier]
    ) -> None:
        """Each figure of the rubric that is followed, on its maximum, with the previous one."""
        clear(self._lines)
        before = {item_id: known.value for item_id, known in previous.items()}
        for item in group.items:
            if _is_followed(item):
                self._add(item, _figure(item, answers), _figure(item, before))
        days = {previous[item.id].jour for item in group.items if item.id in previous}
        if days and self._lines.count():
            when = texts.numeric_date(max(days))
            self._lines.addWidget(Label(f"Entre parenthèses : le {when}", "caption"))
        self.figures.setVisible(bool(self._lines.count()))

    def _add(self, item: Item, now: Decimal | None, before: Decimal | None) -> None:
        if now is None and before is None:
            return
        name = Paragraph(item.text)
        value = Label(NONE if now is None else wording.number(now), "strong")
        most = Label(f"/ {wording.number(item.max or Decimal())}", "caption")
        earlier = Label("" if before is None else f"({wording.number(before)})", "caption")
        line = row(name, value, most, earlier, spacing=4)
        line.setStretch(0, 1)
        self._lines.addLayout(line)


def _is_followed(item: Item) -> bool:
    """A maximum behind a softer one only guards against slips: nobody is « 45 on 240 »."""
    ends = item.type is ItemType.INTEGER and item.max is not None and item.soft_max is None
    return ends and (item.trajectoire or item.control is Control.ECHELLE)


def _figure(item: Item, answers: Mapping[str, Any]) -> Decimal | None:
    """The figure answered; one that is to correct is none."""
    found = number(answers.get(item.id))
    low, high = item.min or Decimal(), item.max or Decimal()
    return found if found is not None and low <= found <= high else None
