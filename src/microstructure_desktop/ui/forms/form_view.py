"""FormView: fill a form in, one rubric at a time, and keep its answers."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.forms.model import Auto, Form, Group
from microstructure_desktop.forms.rules import Problem, enabled, problems, questions
from microstructure_desktop.ui.widgets.layouts import clear

from .editor import NOBODY, Person
from .group_view import GroupView
from .item_row import ItemRow

_ROOM = 60  # pixels left around a question scrolled to


class FormView(QWidget):
    """Rubrics are built when they are first shown. Hidden answers are kept while the fiche is
    open, so that changing one's mind loses nothing; saving leaves them out.

    Signals:
        answers_changed: at each key or click.
        entered: item id, Enter ended its answer.
    """

    answers_changed = Signal()
    entered = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._form: Form | None = None
        self._answers: Answers = {}
        self._earlier: dict[str, Earlier] = {}
        self._auto: dict[Auto, str] = {}
        self._person = NOBODY
        self._problems: dict[str, str] = {}
        self._views: dict[str, GroupView] = {}
        self._current = ""
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)

    def show_form(
        self,
        form: Form,
        answers: Mapping[str, Any],
        earlier: Mapping[str, Earlier] | None = None,
        auto: Mapping[Auto, str] | None = None,
        *,
        person: Person = NOBODY,
    ) -> None:
        """Start with these answers, on the first rubric."""
        clear(self._body)
        self._form = form
        self._answers = dict(answers)
        self._earlier = dict(earlier or {})
        self._auto = dict(auto or {})
        self._person = person
        self._problems = {}
        self._views = {}
        self._current = ""
        self.show_group(form.groups[0].id)

    def show_earlier(self, earlier: Mapping[str, Earlier]) -> None:
        """Other last answers, for a fiche that turns out to be of another day."""
        self._earlier = dict(earlier)
        for view in self._views.values():
            view.show_earlier(self._earlier)

    def show_group(self, group_id: str) -> None:
        for view in self._views.values():
            view.hide()
        if group_id not in self._views:
            self._views[group_id] = self._build(self._group(group_id))
        self._current = group_id
        self._views[group_id].show()

    @property
    def answers(self) -> Answers:
        """All that was answered, hidden questions included."""
        return dict(self._answers)

    @property
    def current(self) -> str:
        return self._current

    def row(self, item_id: str) -> ItemRow | None:
        """The question's row, when its rubric has been shown."""
        return next((v.rows[item_id] for v in self._views.values() if item_id in v.rows), None)

    def group_view(self) -> GroupView:
        return self._views[self._current]

    def show_problems(self, found: Iterable[Problem]) -> None:
        """Write each sentence under its question, and nothing under the others."""
        self._problems = {problem.item: problem.sentence for problem in found}
        for view in self._views.values():
            view.show_problems(self._problems)

    def focus_item(self, item_id: str) -> None:
        """Show the question wherever it is, with the keyboard in it."""
        group = self._form.group_of(item_id) if self._form else None
        if group is None:
            return
        if group.id != self._current:
            self.show_group(group.id)
        self.group_view().complete()
        line = self.row(item_id)
        if line is not None:
            line.take_focus()
            _scroll_to(line)

    def first_focus(self) -> QWidget | None:
        if not self._views:
            return None
        lines = self.group_view().rows.values()
        return next((line.field.editor for line in lines if not line.isHidden()), None)

    def _group(self, group_id: str) -> Group:
        assert self._form is not None
        return next(group for group in self._form.groups if group.id == group_id)

    def _build(self, group: Group) -> GroupView:
        assert self._form is not None
        view = GroupView(group, self._form.role, self._today, self, person=self._person)
        self._body.addWidget(view)
        view.show_earlier(self._earlier)
        view.show_auto(self._auto)
        view.show_problems(self._problems)
        view.show_answers(self._answers, enabled(self._form, self._answers))
        view.answered.connect(self._on_answered)
        view.finished.connect(self._on_finished)
        view.entered.connect(self.entered)
        return view

    def _on_answered(self, item_id: str, value: Any) -> None:
        assert self._form is not None
        if value is None:
            self._answers.pop(item_id, None)
        else:
            self._answers[item_id] = value
        shown = enabled(self._form, self._answers)
        for view in self._views.values():
            view.show_enabled(self._answers, shown)
        self.answers_changed.emit()

    def _on_finished(self, item_id: str) -> None:
        """Say what is wrong with this answer, or stop saying it."""
        line = self.row(item_id)
        if self._form is None or line is None:
            return
        found = problems(self._form, self._answers, complete=False, today=self._today())
        sentence = next((p.sentence for p in found if p.item == item_id), None)
        if sentence is None:
            self._problems.pop(item_id, None)
        else:
            self._problems[item_id] = sentence
        line.show_problem(sentence)
        asked = questions(self._form, self._answers, today=self._today())
        line.show_question(next((q.sentence for q in asked if q.item == item_id), None))


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(widget, 0, _ROOM)
