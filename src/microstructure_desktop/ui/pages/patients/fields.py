"""Fields: the editors of a short form by name, what was typed in them, what is wrong with it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.dialogs.piece_picker import PiecePicker
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.text_area import TextArea

Typed = dict[str, str]
TICKED = "oui"
NOT_A_DATE = "{} : écrivez une date comme 14/05/2026 ou 140526."


class Fields(QObject):
    """Signals:
    edited: the name of the field that the person has just changed.
    """

    edited = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._editors: dict[str, QWidget] = {}

    def add(
        self, name: str, label: str, editor: QWidget, *, hint: str = "", optional: bool = False
    ) -> Field:
        field = Field(label, editor, hint=hint, optional=optional)
        self._fields[name] = field
        self.watch(name, editor)
        return field

    def watch(self, name: str, editor: QWidget) -> None:
        """Keep what is typed in an editor that carries its own label."""
        self._editors[name] = editor

        def tell(*_: object) -> None:
            self._on_edited(name)

        match editor:
            case LineEdit():
                editor.textChanged.connect(tell)
            case CheckBox():
                editor.toggled.connect(tell)
            case ComboField() | Segmented():
                editor.changed.connect(tell)
            case TextArea():
                editor.text_changed.connect(tell)
            case PiecePicker():
                editor.picked.connect(tell)

    def editor(self, name: str) -> QWidget:
        return self._editors[name]

    def field(self, name: str) -> Field:
        return self._fields[name]

    def typed(self) -> Typed:
        """Every editor as it stands, unreadable dates included."""
        return {name: _read(editor) for name, editor in self._editors.items()}

    def set_typed(self, typed: Mapping[str, str]) -> None:
        """As if the person had typed each; a name that the form has no more is left out."""
        for name, text in typed.items():
            if name in self._editors and self.text(name) != text:
                _write(self._editors[name], text)
                self._on_edited(name)

    def first(self) -> QWidget:
        return next(iter(self._editors.values()))

    def text(self, name: str) -> str:
        return _read(self._editors[name])

    def day(self, name: str) -> date | None:
        editor = self._editors[name]
        assert isinstance(editor, DateField)
        return editor.value()

    def unreadable(self) -> dict[str, str]:
        """The dates typed that are no dates."""
        return {
            name: NOT_A_DATE.format(self._fields[name].label.text())
            for name, editor in self._editors.items()
            if isinstance(editor, DateField) and not editor.is_readable()
        }

    def show_problems(self, problems: Mapping[str, str]) -> list[tuple[str, QWidget]]:
        """Say each at its field; the same words with their widgets, for a summary."""
        for name, field in self._fields.items():
            field.set_error(problems.get(name))
        return [(text, self._editors[name]) for name, text in problems.items()]

    def _on_edited(self, name: str) -> None:
        if name in self._fields and self._fields[name].error_text:
            self._fields[name].set_error(None)
        self.edited.emit(name)


def _read(editor: QWidget) -> str:
    match editor:
        case LineEdit():
            return editor.text()
        case CheckBox():
            return TICKED if editor.isChecked() else ""
        case ComboField() | Segmented():
            return editor.value()
        case TextArea():
            return editor.text()
        case PiecePicker():
            return ""  # a content is never a draft
    raise TypeError(editor)


def _write(editor: QWidget, text: str) -> None:
    match editor:
        case LineEdit():
            editor.setText(text)
        case CheckBox():
            editor.setChecked(text == TICKED)
        case ComboField() | Segmented():
            editor.set_value(text)
        case TextArea():
            editor.set_text(text)
