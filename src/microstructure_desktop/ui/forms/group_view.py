"""GroupView: one rubric of a form on a card, its conditional questions behind a bar."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.forms.earlier import Earlier
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

from .editor import NOBODY, Person
from .item_row import ItemRow
from .tab_order import follow_layout

AT_ONCE = 40
"""Questions built before the first picture: more than any screen shows."""
AT_A_TIME = 10
"""Questions built between two events, so that typing never waits."""


class GroupView(Card):
    """A question is built when it is first shown: most of a form's are for a few people only.
    Those below a first screen follow, a few at a time.

    Signals:
        answered: item id, answer.
        finished: item id.
        entered: item id, Enter ended its answer.
    """

    answered = Signal(str, object)
    finished = Signal(str)
    entered = Signal(str)

    def __init__(
        self,
        group: Group,
        role: Role | None,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        person: Person = NOBODY,
    ) -> None:
        super().__init__(parent=parent)
        self.group = group
        self.rows: dict[str, ItemRow] = {}
        self._role = role
        self._today = today
        self._person = person
        self._displays: dict[str, QWidget] = {}
        self._autos: dict[Auto, Paragraph] = {}
        self._said: dict[Auto, str] = {}
        self._earlier: dict[str, Earlier] = {}
        self._slots: dict[str, QVBoxLayout] = {}
        self._blocks: list[tuple[Conditional, list[str]]] = []
        self._answers: Answers = {}
        questions = [i for i in group.items if i.is_question and i.row]
        self._firsts = {item.row: item for item in reversed(questions)}
        self._subjects: Answers = {}
        self._problems: dict[str, str] = {}
        self._waiting: list[Item] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._build_more)
        self.all_unchanged = Button("", "link", "check-check")
        self.all_unchanged.hide()
        self.all_unchanged.clicked.connect(self._on_all_unchanged)
        self.body.setSpacing(18)
        self.body.addLayout(row(Label(group.title, "section"), None, self.all_unchanged))
        self._lay_out()

    def show_answers(self, answers: Answers, shown: frozenset[str]) -> None:
        for item_id, line in self.rows.items():
            line.show_answer(answers.get(item_id))
        self.show_enabled(answers, shown)

    def show_enabled(self, answers: Answers, shown: frozenset[str]) -> None:
        """Show and hide what depends on the answers."""
        self._answers = answers
        self._follow_rows()
        built = self._built
        missing = [i for i in self.group.items if i.id in shown and i.id not in built]
        self._waiting = missing[AT_ONCE:]
        self._build(missing[:AT_ONCE])
        for item_id, widget in built.items():
            if widget.isHidden() is (item_id in shown):  # at each key, and showing again costs
                widget.setVisible(item_id in shown)
        for block, ids in self._blocks:
            block.setVisible(any(item_id in shown for item_id in ids))
        self.all_unchanged.setVisible(self._several_follow(shown))

    def complete(self) -> None:
        """Build at once what was to follow."""
        waiting, self._waiting = self._waiting, []
        self._build(waiting)

    def show_problems(self, sentences: Mapping[str, str]) -> None:
        """Write each under its question, and nothing under the others."""
        self._problems = dict(sentences)
        for item_id, line in self.rows.items():
            line.show_problem(self._problems.get(item_id))

    def show_earlier(self, earlier: Mapping[str, Earlier]) -> None:
        """The last answers known to each question."""
        self._earlier = {i.id: earlier[i.id] for i in self.group.items if i.id in earlier}
        days = {known.jour for known in self._earlier.values()}
        since = f" depuis le {texts.numeric_date(max(days))}" if len(days) == 1 else ""
        self.all_unchanged.setText(f"Inchangé{since}")
        for line in self.rows.values():
            line.show_earlier(self._last(line.item))
        self.all_unchanged.set_tip("Reprendre les dernières réponses connues, une à une")
        follow_layout(self.body)  # « Inchangé » is made where there is something to take back

    def show_auto(self, values: Mapping[Auto, str]) -> None:
        self._said = dict(values)
        for auto, paragraph in self._autos.items():
            paragraph.setText(values.get(auto, ""))

    @property
    def _built(self) -> dict[str, QWidget]:
        return {**self.rows, **self._displays}

    def _lay_out(self) -> None:
        """A place for each item; those that follow a condition stand together behind a bar."""
        behind: set[str] = set()
        block: tuple[Conditional, list[str]] | None = None
        for item in self.group.items:
            place = self._slots[item.id] = QVBoxLayout()
            depends = bool(item.when) and item.type is not ItemType.GROUP
            if not depends and item.under not in behind:
                block = None
                self.body.addLayout(place)
                continue
            behind.add(item.id)
            if block is None:
                block = Conditional(), []
                self._blocks.append(block)
                self.body.addWidget(block[0])
            block[0].body.addLayout(place)
            block[1].append(item.id)

    def _build(self, items: list[Item]) -> None:
        late = bool(self.rows)
        for item in items:
            made = self._question(item) if item.is_question else self._display(item)
            self._slots[item.id].addWidget(made)
            made.show()
        if items and late:
            follow_layout(self.body)
        if self._waiting:
            self._soon.start()

    def _build_more(self) -> None:
        some, self._waiting = self._waiting[:AT_A_TIME], self._waiting[AT_A_TIME:]
        self._build(some)

    def _question(self, item: Item) -> ItemRow:
        made = ItemRow(item, self._role, self._today, self, person=self._person)
        made.show_earlier(self._last(item))
        made.show_answer(self._answers.get(item.id))
        if item.id in self._problems:
            made.show_problem(self._problems[item.id])
        made.answered.connect(self.answered)
        made.finished.connect(self.finished)
        made.editor.entered.connect(partial(self.entered.emit, item.id))
        self.rows[item.id] = made
        return made

    def _display(self, item: Item) -> QWidget:
        made: QWidget
        if item.type is ItemType.GROUP:
            made = Label(item.text, "card")
        elif item.control is Control.ALERTE:
            made = Banner("warn", item.text, item.hint)
        elif item.auto is None:
            words = f"{item.text} {item.hint}".strip()
            made = NoteLine("info", words, "secondary", "text2")
        else:
            self._autos[item.auto] = Paragraph(self._said.get(item.auto, ""), "body")
            made = boxed(column(Label(item.text, "label"), self._autos[item.auto], spacing=4), self)
        self._displays[item.id] = made
        return made

    def _follow_rows(self) -> None:
        """A row that is now about something else has no last answers."""
        subjects = {item.id: self._answers.get(item.id) for item in self._firsts.values()}
        if subjects != self._subjects:
            self._subjects = subjects
            for line in self.rows.values():
                if line.item.row:
                    line.show_earlier(self._last(line.item))

    def _last(self, item: Item) -> Earlier | None:
        first = self._firsts.get(item.row)
        if first is None or first is item:
            return self._earlier.get(item.id)
        now, before = self._answers.get(first.id), self._earlier.get(first.id)
        other = is_answered(now) and (before is None or before.value != now)
        return None if other else self._earlier.get(item.id)

    def _several_follow(self, shown: frozenset[str]) -> bool:
        """Whether answers can be taken back together, those that these would show included."""
        blank = [item for item in self.group.items if self._carries(item)]
        return len(blank) > 1 and any(item.id in shown for item in blank)

    def _carries(self, item: Item) -> bool:
        """A sentence is taken back on its own, never among the others."""
        earlier = self._last(item)
        free = item.type in (ItemType.STRING, ItemType.TEXT)
        known = earlier is not None and is_answered(earlier.value)
        blank = not is_answered(self._answers.get(item.id))
        return item.unchanged and known and blank and not free

    def _on_all_unchanged(self) -> None:
        """In order: an answer taken back may show the next question."""
        self.complete()
        for item in self.group.items:
            line = self.rows.get(item.id)
            if line is not None and not line.isHidden() and self._carries(item):
                line.take_earlier()
