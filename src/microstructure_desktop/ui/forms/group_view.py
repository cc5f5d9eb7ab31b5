"""GroupView: one rubric of a form on a card, its conditional questions behind a bar."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.forms.model import Auto, Control, Group, Item, ItemType
from microstructure_desktop.forms.rules import is_answered
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine

from .item_row import ItemRow, Previous


class GroupView(Card):
    """Signals:
    answered: item id, answer.
    finished: item id.
    """

    answered = Signal(str, object)
    finished = Signal(str)

    def __init__(
        self, group: Group, role: Role, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.group = group
        self.rows: dict[str, ItemRow] = {}
        self._displays: dict[str, QWidget] = {}
        self._autos: dict[Auto, Paragraph] = {}
        self._blocks: list[tuple[Conditional, list[str]]] = []
        self._answers: Answers = {}
        self.all_unchanged = Button("", "link", "check-check")
        self.all_unchanged.hide()
        self.all_unchanged.clicked.connect(self._on_all_unchanged)
        self.body.setSpacing(18)
        self.body.addLayout(row(Label(group.title, "section"), None, self.all_unchanged))
        self._build(role, today)

    def show_answers(self, answers: Answers, shown: frozenset[str]) -> None:
        for item_id, line in self.rows.items():
            line.show_answer(answers.get(item_id))
        self.show_enabled(answers, shown)

    def show_enabled(self, answers: Answers, shown: frozenset[str]) -> None:
        """Show and hide what depends on the answers."""
        self._answers = answers
        for item_id, widget in (*self.rows.items(), *self._displays.items()):
            widget.setVisible(item_id in shown)
        for block, ids in self._blocks:
            block.setVisible(any(item_id in shown for item_id in ids))
        self.all_unchanged.setVisible(len(list(self._carried(shown))) > 1)

    def show_earlier(self, previous: Previous) -> None:
        for line in self.rows.values():
            line.show_earlier(previous)
        when = texts.numeric_date(previous.jour)
        self.all_unchanged.setText(f"Inchangé depuis le {when}")
        self.all_unchanged.set_tip("Reprendre les réponses de la fiche précédente, une à une")

    def show_auto(self, values: dict[Auto, str]) -> None:
        for auto, paragraph in self._autos.items():
            paragraph.setText(values.get(auto, ""))

    def _build(self, role: Role, today: Callable[[], date]) -> None:
        block: tuple[Conditional, list[str]] | None = None
        for item in self.group.items:
            made = self._question(item, role, today) if item.is_question else self._display(item)
            if not item.when:
                block = None
                self.body.addWidget(made)
                continue
            if block is None:
                block = Conditional(), []
                self._blocks.append(block)
                self.body.addWidget(block[0])
            block[0].body.addWidget(made)
            block[1].append(item.id)

    def _question(self, item: Item, role: Role, today: Callable[[], date]) -> ItemRow:
        made = ItemRow(item, role, today, self)
        made.answered.connect(self.answered)
        made.finished.connect(self.finished)
        self.rows[item.id] = made
        return made

    def _display(self, item: Item) -> QWidget:
        made: QWidget
        if item.control is Control.ALERTE:
            made = Banner("warn", item.text, item.hint)
        elif item.auto is None:
            words = f"{item.text} {item.hint}".strip()
            made = NoteLine("info", words, "secondary", "text2")
        else:
            self._autos[item.auto] = Paragraph("", "body")
            made = boxed(column(Label(item.text, "label"), self._autos[item.auto], spacing=4), self)
        self._displays[item.id] = made
        return made

    def _carried(self, shown: frozenset[str]) -> Iterator[ItemRow]:
        for item_id, line in self.rows.items():
            if item_id in shown and self._carries(line):
                yield line

    def _carries(self, line: ItemRow) -> bool:
        """A sentence is taken back on its own, never among the others."""
        free = line.item.type in (ItemType.STRING, ItemType.TEXT)
        blank = not is_answered(self._answers.get(line.item.id))
        return blank and not free and line.can_take_earlier()

    def _on_all_unchanged(self) -> None:
        """In order: an answer taken back may show the next question."""
        for line in self.rows.values():
            if not line.isHidden() and self._carries(line):
                line.take_earlier()
