"""QuestionsCard: the questions of one kind of session, behind one line until they are wanted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.forms.model import Form, Group, Item, ItemType
from microstructure_desktop.forms.rules import Problem
from microstructure_desktop.ui.forms.form_view import FormView
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card

from . import words

KEYS = "Ctrl+D"


class QuestionsCard(QWidget):
    """Nothing is built before it is unfolded: a session that needs no more costs no more.

    Signals:
    edited: an answer changed.
    grown: there are more places for the keyboard than before.
    """

    edited = Signal()
    grown = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.form: Form | None = None
        self._answers: Answers = {}
        self._asked = 0  # questions on screen
        self.folded = Card(" ")
        self.unfold_button = Button("", "link", "plus", shortcut=KEYS)
        self.folded.header.addWidget(self.unfold_button)
        self.view = FormView(today)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        for part in (self.folded, self.view):
            body.addWidget(part)
        self.unfold_button.clicked.connect(self._on_unfold_clicked)
        self.view.answers_changed.connect(self._on_answers_changed)
        self.show_form(None, {})

    def show_form(self, form: Form | None, answers: Answers) -> None:
        """Other questions, folded unless something was answered; none without a form."""
        self.form, self._answers = form, dict(answers)
        self.setVisible(form is not None)
        self._asked = 0
        self.folded.show()
        self.view.hide()
        if form is None:
            return
        assert self.folded.title is not None
        self.folded.title.setText(form.title)
        self.unfold_button.setText(words.unfolding(group.title for group in form.groups))
        if answers:
            self._unfold(form)

    @property
    def answers(self) -> Answers:
        return self._answers if self.view.isHidden() else self.view.answers

    def show_problems(self, found: list[Problem]) -> None:
        if not self.view.isHidden():
            self.view.show_problems(found)

    def focus_item(self, item_id: str) -> None:
        self.view.focus_item(item_id)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order read; it grows as answers call for others."""
        if self.view.isHidden():
            return [self.unfold_button]
        items = self.view.group_view().group.items
        rows = (row for item in items if (row := self.view.row(item.id)) is not None)
        inside = (widget for row in rows for widget in row.findChildren(QWidget))
        return [w for w in inside if _takes_keys(w) and w.window() is self.window()]

    def _on_unfold_clicked(self) -> None:
        assert self.form is not None
        self._unfold(self.form)
        self.focus_item(self.form.questions[0].id)

    def _on_answers_changed(self) -> None:
        self._tell_growth()
        self.edited.emit()

    def _unfold(self, form: Form) -> None:
        self.view.show_form(_in_one_rubric(form), self._answers)
        self.folded.hide()
        self.view.show()
        self._tell_growth()

    def _tell_growth(self) -> None:
        asked = len(self.view.group_view().rows)
        if asked != self._asked:
            self._asked = asked
            self.grown.emit()


def _takes_keys(widget: QWidget) -> bool:
    """By any means: a tray moves its place in the order to the part chosen."""
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


def _in_one_rubric(form: Form) -> Form:
    """The same questions under one title, each rubric a heading: a session shows them at once."""
    items = tuple(item for group in form.groups for item in _headed(group, len(form.groups)))
    return replace(form, groups=(Group(form.id, form.title, items),))


def _headed(group: Group, groups: int) -> Iterator[Item]:
    if groups > 1 and group.repeat == 1:  # a repeated one heads each of its rows
        yield Item(group.id, group.title, ItemType.GROUP)
    yield from group.items
