"""Field: a label above an editor, a hint between, the error under."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from .labels import Label, Paragraph
from .layouts import row
from .note_line import NoteLine
from .themed import set_flag, show_when


class Field(QWidget):
    """`optional` is said in words; obligatory fields carry no sign."""

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
        self._hint = Paragraph(hint, "caption")
        show_when(self._hint, bool(hint))
        self._error = NoteLine("circle-alert", "", "label", "danger")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(5)
        note = Label("(facultatif)", "caption") if optional else None
        body.addLayout(row(self.label, *([note] if note else []), None, spacing=6))
        body.addWidget(self._hint)
        tall = editor.sizePolicy().verticalPolicy() is not QSizePolicy.Policy.Fixed
        body.addWidget(editor, 1 if tall else 0)
        body.addWidget(self._error)
        if not tall:
            body.addStretch(1)  # room to spare goes under, not between
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._name(label)

    def set_label(self, text: str) -> None:
        self.label.setText(text)
        self._name(text)

    def set_hint(self, text: str) -> None:
        self._hint.setText(text)
        show_when(self._hint, bool(text))
        if not self.error_text:
            self._target().setAccessibleDescription(text)

    def set_error(self, text: str | None) -> None:
        """Say what is wrong and how to mend it; None when it is mended."""
        self.error_text = text or ""
        self._error.set_text(self.error_text)
        target = self._target()
        set_flag(target, "bad", bool(text))
        target.setAccessibleDescription(self.error_text or self._hint.text())
        target.update()

    def _target(self) -> QWidget:
        """The part of a composed editor that takes the keyboard and shows the error."""
        inner = getattr(self.editor, "editor", None)
        return inner if isinstance(inner, QWidget) else self.editor

    def _name(self, label: str) -> None:
        target = self._target()
        target.setAccessibleName(label)
        if not target.accessibleDescription():
            target.setAccessibleDescription(self._hint.text())
