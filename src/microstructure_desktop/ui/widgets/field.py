"""Field: a label above an editor, a hint between, the error under."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from .labels import Label, Paragraph
from .layouts import column, row
from .note_line import NoteLine
from .themed import set_flag, show_when


class Field(QWidget):
    """`optional` is said in words; obligatory fields carry no sign.

    The hint and the error are made when they have something to say: a form has eighty fields.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = Label(label, "label")
        self.label.setBuddy(editor)
        self.error_text = ""
        self.hint_text = ""
        self._hint: Paragraph | None = None
        self._error: NoteLine | None = None
        tall = editor.sizePolicy().verticalPolicy() is not QSizePolicy.Policy.Fixed
        head: QWidget | QLayout = self.label
        if optional:
            head = row(self.label, Label("(facultatif)", "caption"), None, spacing=6)
        self._body = column(head, editor, spacing=5)
        self._body.setStretch(1, 1 if tall else 0)
        if not tall:
            self._body.addStretch(1)  # room to spare goes under, not between
        self.setLayout(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_label(label)
        self.set_hint(hint)

    def set_label(self, text: str) -> None:
        self.label.setText(text)
        self._target().setAccessibleName(text)

    def set_hint(self, text: str) -> None:
        self.hint_text = text
        if self._hint is None and text:
            self._hint = Paragraph("", "caption")
            self._body.insertWidget(1, self._hint)
        if self._hint is not None:
            self._hint.setText(text)
            show_when(self._hint, bool(text))
        self._describe()

    def set_error(self, text: str | None) -> None:
        """Say what is wrong and how to mend it; None when it is mended."""
        self.error_text = text or ""
        if self._error is None and text:
            self._error = NoteLine("circle-alert", "", "label", "danger")
            self._body.insertWidget(self._body.indexOf(self.editor) + 1, self._error)
        if self._error is not None:
            self._error.set_text(self.error_text)
        set_flag(self._target(), "bad", bool(text))
        self._target().update()
        self._describe()

    def _describe(self) -> None:
        words = self.error_text or self.hint_text
        if words or self._hint is not None or self._error is not None:
            self._target().setAccessibleDescription(words)

    def _target(self) -> QWidget:
        """The part of a composed editor that takes the keyboard and shows the error."""
        inner = getattr(self.editor, "editor", None)
        return inner if isinstance(inner, QWidget) else self.editor


def show_problems(fields: Mapping[str, Field], problems: Mapping[str, str]) -> bool:
    """Say each at its field, and go to the first; False when there is none."""
    for name, field in fields.items():
        field.set_error(problems.get(name))
    first = next((field for name, field in fields.items() if name in problems), None)
    if first is not None:
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return bool(problems)
