"""ItemRow: one question with its editor, its previous answer and what is to say about it."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.forms.model import NR, Item, ItemType
from microstructure_desktop.forms.rules import is_answered
from microstructure_desktop.forms.wording import NOT_SAID
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.chips import ChipButton
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, row
from microstructure_desktop.ui.widgets.note_line import NoteLine

from .answer_text import answer_text, readers
from .editor import NOBODY, Person
from .editors import TextEditor, make_editor

EXPECTED = "Réponse attendue"
UNCHANGED = "Inchangé"


class ItemRow(QWidget):
    """What few questions need is made when they need it: a form has a hundred rows.

    Signals:
    answered: item id, answer.
    finished: item id.
    """

    answered = Signal(str, object)
    finished = Signal(str)

    def __init__(
        self,
        item: Item,
        role: Role | None,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        person: Person = NOBODY,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._earlier: Any = None
        self._answer: Any = None
        self.editor = make_editor(item, today, person, self)
        if isinstance(self.editor, TextEditor):
            self.editor.set_readers(readers(item.partage, role))
        self.field = Field(item.text, self.editor.widget, hint=_hint(item))
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(6)
        self._body.addWidget(self.field)
        self._can_refuse = _can_refuse(item)
        if self._can_refuse:
            self._body.addWidget(self.refusal)
        self.editor.answered.connect(self._on_answered)
        self.editor.finished.connect(self._on_finished)

    @cached_property
    def refusal(self) -> ChipButton:
        made = ChipButton(NOT_SAID, ticked=True, parent=self)
        made.setAccessibleName(f"{self.item.text} : {NOT_SAID.lower()}")
        made.setVisible(self._can_refuse)
        made.clicked.connect(self._on_refused)
        return made

    @cached_property
    def unchanged(self) -> Button:
        made = Button(UNCHANGED, "link", parent=self)
        made.setAccessibleName(f"{self.item.text} : {UNCHANGED.lower()}")
        made.clicked.connect(self.take_earlier)
        return made

    @cached_property
    def _earlier_words(self) -> Label:
        return Label("", "caption", parent=self)

    @cached_property
    def _earlier_row(self) -> QWidget:
        made = boxed(row(self._earlier_words, self.unchanged, None, spacing=4), self)
        self._body.addWidget(made)
        return made

    @cached_property
    def _question(self) -> NoteLine:
        made = NoteLine("circle-question-mark", "", tone="text2", parent=self)
        self._body.insertWidget(2 if self._can_refuse else 1, made)
        return made

    def show_answer(self, value: Any) -> None:
        self._answer = value
        self.editor.show_answer(value)
        if self._can_refuse:
            self.refusal.setChecked(value == NR)
        self._show_earlier(value)

    def show_earlier(self, earlier: Earlier | None) -> None:
        """The last answer known, in grey."""
        if earlier is None:
            self._earlier = None
            if self._has("_earlier_row"):
                self._earlier_row.hide()
            return
        self._earlier = earlier.value
        when = texts.numeric_date(earlier.jour)
        words = f"Le {when} : {answer_text(self.item, earlier.value)}"
        self._earlier_words.setText(words.replace("\n", " "))
        self._earlier_row.show()
        self._show_earlier(self._answer)

    def show_problem(self, sentence: str | None) -> None:
        self.field.set_error(sentence)

    def show_question(self, sentence: str | None) -> None:
        if sentence or self._has("_question"):
            self._question.set_text(sentence or "")

    def can_take_earlier(self) -> bool:
        return self.item.unchanged and is_answered(self._earlier)

    def take_earlier(self) -> None:
        """« Inchangé »: the previous answer is this one's too."""
        self.show_answer(self._earlier)
        self._on_answered(self._earlier)
        self._on_finished()

    def take_focus(self) -> None:
        self.field.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_earlier(self, value: Any) -> None:
        if self._has("_earlier_row"):
            self.unchanged.setVisible(self.can_take_earlier() and not is_answered(value))

    def _has(self, part: str) -> bool:
        """Whether a part has been needed yet."""
        return part in self.__dict__

    def _on_answered(self, value: Any) -> None:
        self._answer = value
        if self._can_refuse and value != NR:
            self.refusal.setChecked(False)
        self._show_earlier(value)
        self.answered.emit(self.item.id, value)

    def _on_finished(self) -> None:
        self.finished.emit(self.item.id)

    def _on_refused(self) -> None:
        value = NR if self.refusal.isChecked() else None
        self.show_answer(value)
        self._on_answered(value)
        self._on_finished()


def _can_refuse(item: Item) -> bool:
    """Choices offer it among their own; the other types get it under the editor."""
    offered = item.type in (ItemType.BOOLEAN, ItemType.CHOICE)
    return item.nr and not offered and not item.read_only


def _hint(item: Item) -> str:
    unit = f"En {item.unit}" if item.unit else ""
    expected = EXPECTED if item.required else ""
    return " · ".join(filter(None, (item.hint, unit, expected)))
