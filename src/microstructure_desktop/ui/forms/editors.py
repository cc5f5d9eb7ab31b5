"""Editors: for each type and control, a widget of the kit, an answer in and an answer out."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from microstructure_desktop.forms import checks
from microstructure_desktop.forms.model import NR, Control, Item, ItemType
from microstructure_desktop.forms.wording import NO, NOT_SAID, YES
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.scale import Scale
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.text_area import TextArea
from microstructure_desktop.ui.widgets.typed_text import clean

from .answer_text import NONE, answer_text
from .editor import NOBODY, Editor, Person
from .scale_editor import ScaleEditor

FEW = 6  # choices that a tray holds on one line
_BOOLEANS = {"OUI": True, "NON": False, NR: NR}
_WHOLE = re.compile(r"[+-]?\d{1,9}")

Choices = list[tuple[str, str]]


class ChoiceEditor(Editor):
    """One code, in a tray or in a list; a code of another version is added, never lost."""

    def __init__(self, item: Item, parent: QObject | None = None) -> None:
        self._choices = _choices(item)
        in_tray = item.control is Control.SEGMENTS or (
            item.control is None and len(self._choices) <= FEW
        )
        self._widget: Segmented | ComboField
        if in_tray:
            self._widget = Segmented(self._choices, clearable=True, name=item.text)
        else:
            self._widget = ComboField([("", NONE), *self._choices])
        super().__init__(item, self._widget, parent)
        self._widget.changed.connect(self._on_changed)

    def _show(self, value: Any) -> None:
        code = self._code(value)
        known = [known for known, _ in self._choices]
        if code and code not in known:
            self._choices.append((code, code))
            blank = [] if isinstance(self._widget, Segmented) else [("", NONE)]
            self._widget.set_choices([*blank, *self._choices])
        self._widget.set_value(code)

    def _code(self, value: Any) -> str:
        if self.item.type is ItemType.BOOLEAN:
            codes = (code for code, known in _BOOLEANS.items() if value is known or value == code)
            return next(codes, "")
        return value if isinstance(value, str) else ""

    def _on_changed(self, code: str) -> None:
        value = _BOOLEANS.get(code) if self.item.type is ItemType.BOOLEAN else code
        self._decide(value if code else None)


class ChipsEditor(Editor):
    """Several codes; « aucun » or « ne souhaite pas répondre » excludes the others."""

    def __init__(self, item: Item, parent: QObject | None = None) -> None:
        self._choices = _choices(item)
        self._chips = Chips(self._choices, name=item.text)
        super().__init__(item, self._chips, parent)
        self._shown: tuple[str, ...] = ()
        self._chips.changed.connect(self._on_changed)

    def _show(self, value: Any) -> None:
        codes = [code for code in value if isinstance(code, str)] if _is_list(value) else []
        known = {code for code, _ in self._choices}
        if unknown := [code for code in codes if code not in known]:
            self._choices += [(code, code) for code in unknown]
            self._chips.set_choices(self._choices)
        self._chips.set_selected(codes)
        self._shown = self._chips.selected()

    def _on_changed(self, codes: tuple[str, ...]) -> None:
        kept = self._consistent(codes)
        if kept != codes:
            codes = kept
            self._chips.set_selected(codes)
        self._shown = codes
        self._decide(list(codes) or None)

    def _consistent(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The last code chosen wins over those that cannot stand beside it."""
        alone = {option.code for option in self.item.options if option.alone}
        chosen = [code for code in codes if code not in self._shown]
        if chosen and chosen[-1] in alone:
            return (chosen[-1],)
        return codes if len(codes) == 1 else tuple(c for c in codes if c not in alone)


class GraduatedEditor(Editor):
    def __init__(self, item: Item, parent: QObject | None = None) -> None:
        self._scale = Scale(int(item.min or 0), int(item.max or 0), name=item.text)
        super().__init__(item, self._scale, parent)
        self._scale.changed.connect(self._decide)

    def _show(self, value: Any) -> None:
        whole = isinstance(value, int) and not isinstance(value, bool)
        self._scale.set_value(value if whole else None)


class LineEditor(Editor):
    """One typed line; what cannot be read stays as it was typed."""

    def __init__(self, item: Item, parent: QObject | None = None, *, chars: int = 0) -> None:
        self._line = LineEdit(chars=chars)
        super().__init__(item, self._line, parent)
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self.finished)

    def _show(self, value: Any) -> None:
        self._line.setText("" if value in (None, NR) else str(value))

    def _on_edited(self, text: str) -> None:
        self.answered.emit(self._read(clean(text)))

    def _read(self, text: str) -> Any:
        return text or None


class NumberEditor(LineEditor):
    def __init__(self, item: Item, parent: QObject | None = None) -> None:
        super().__init__(item, parent, chars=8)

    def _show(self, value: Any) -> None:
        decimal = self.item.type is ItemType.DECIMAL and isinstance(value, str)
        super()._show(value.replace(".", ",") if decimal else value)

    def _read(self, text: str) -> Any:
        typed = text.replace(texts.NBSP, "").replace(" ", "").replace("−", "-")
        if self.item.type is ItemType.INTEGER:
            return int(typed) if _WHOLE.fullmatch(typed) else text or None
        figure = checks.number(typed.replace(",", "."))
        return text or None if figure is None else f"{figure:f}"


class DateEditor(Editor):
    def __init__(
        self, item: Item, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        self._field = DateField(today=today)
        super().__init__(item, self._field, parent)
        self._field.textEdited.connect(self._on_edited)
        self._field.changed.connect(self._on_changed)
        self._field.editingFinished.connect(self.finished)

    def _show(self, value: Any) -> None:
        day = checks.day(value)
        self._field.set_value(day)
        if day is None and value not in (None, NR):
            self._field.setText(str(value))

    def _on_edited(self, _text: str) -> None:
        self.answered.emit(self._answer())

    def _on_changed(self, _day: date | None) -> None:
        self._decide(self._answer())

    def _answer(self) -> str | None:
        day = self._field.value()
        return day.isoformat() if day else clean(self._field.text()) or None


class TextEditor(Editor):
    def __init__(self, item: Item, parent: QObject | None = None) -> None:
        self._area = TextArea(lines=3, name=item.text)
        super().__init__(item, self._area, parent)
        self._area.text_changed.connect(self._on_changed)

    def set_readers(self, text: str) -> None:
        self._area.set_note_circle(text)

    def _show(self, value: Any) -> None:
        text = "" if value in (None, NR) else str(value)
        if text != self._area.text():
            self._area.set_text(text)

    def _on_changed(self) -> None:
        self.answered.emit(self._area.text() or None)
        self.finished.emit()


class FixedEditor(Editor):
    """An answer that is shown and never typed."""

    def __init__(self, item: Item, parent: QObject | None = None) -> None:
        self._words = Paragraph("", "body")
        super().__init__(item, self._words, parent)

    def _show(self, value: Any) -> None:
        self._words.setText(answer_text(self.item, value))


def make_editor(
    item: Item,
    today: Callable[[], date],
    person: Person = NOBODY,
    parent: QObject | None = None,
) -> Editor:
    """The editor of a question."""
    if item.read_only:
        return FixedEditor(item, parent)
    if item.type is ItemType.INSTRUMENT:
        return ScaleEditor(item, person, parent)
    if item.type is ItemType.DATE:
        return DateEditor(item, today, parent)
    if item.type is ItemType.CHOICE and item.repeats:
        return ChipsEditor(item, parent)
    if item.control is Control.ECHELLE:
        return GraduatedEditor(item, parent)
    return _EDITORS[item.type](item, parent)


_EDITORS: dict[ItemType, Callable[[Item, QObject | None], Editor]] = {
    ItemType.BOOLEAN: ChoiceEditor,
    ItemType.CHOICE: ChoiceEditor,
    ItemType.INTEGER: NumberEditor,
    ItemType.DECIMAL: NumberEditor,
    ItemType.STRING: LineEditor,
    ItemType.TEXT: TextEditor,
}


def _choices(item: Item) -> Choices:
    if item.type is ItemType.BOOLEAN:
        return [("NON", NO), ("OUI", YES), *([(NR, NOT_SAID)] if item.nr else [])]
    return [(option.code, option.label) for option in item.offered]


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)
