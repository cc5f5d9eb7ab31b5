"""Typist: gives an answer to a question of a form as a person would, by keys and clicks."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop import french
from microstructure_desktop.forms import checks
from microstructure_desktop.forms.model import NR, Item, ItemType
from microstructure_desktop.ui.forms.form_view import FormView
from microstructure_desktop.ui.forms.item_row import ItemRow
from microstructure_desktop.ui.forms.scale_sheet import ScaleSheet, TotalsSheet
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.scale import Scale
from microstructure_desktop.ui.widgets.score_grid import ScoreGrid
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.text_area import TextArea

Type = Callable[[QWidget, str], None]


class Typist:
    """`type_text` types any sign; the view is that of the page shown."""

    def __init__(self, view: FormView, type_text: Type) -> None:
        self._view = view
        self._type = type_text

    def answer(self, item: Item, value: Any) -> None:
        line = self._view.row(item.id)
        assert line is not None
        assert line.isVisible(), item.id
        if value == NR and item.type not in (ItemType.BOOLEAN, ItemType.CHOICE):
            click(line.refusal)
        elif item.instrument is not None:
            self._score(line, value["cotes"])
        else:
            self._give(line, item, value)

    def _give(self, line: ItemRow, item: Item, value: Any) -> None:
        match line.field.editor:
            case Segmented() as tray:
                click(tray.part(_code(value)))
            case ComboField() as field:
                _choose(field, value)
            case Chips() as chips:
                for code in value:
                    click(chips.chip(code))
            case Scale() as scale:
                click(scale.button(value))
            case TextArea() as area:
                self._type(area.editor, value)
            case field:
                self._write(field, _typed(item, value))

    def _write(self, field: QWidget, text: str) -> None:
        """Over what was proposed, then on to the next question."""
        field.selectAll()
        self._type(field, text)
        field.editingFinished.emit()

    def _score(self, line: ItemRow, cotes: dict[str, Any]) -> None:
        [sheet] = line.findChildren(ScaleSheet)
        if isinstance(sheet, TotalsSheet):
            for n, field in zip(sorted(cotes, key=int), sheet.findChildren(LineEdit), strict=True):
                self._write(field, str(cotes[n]).replace(".", ","))
            return
        [grid] = sheet.findChildren(ScoreGrid)
        for n, value in cotes.items():
            grid.set_current(int(n))
            self._type(grid, str(value))


def click(widget: QWidget) -> None:
    """Once it stands where it will be: a question has just shown."""
    if widget.height() < widget.minimumSizeHint().height():
        QApplication.processEvents()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _choose(field: ComboField, code: str) -> None:
    """Down the list, one label at a time."""
    rank = field.findData(code)
    assert rank >= 0, code
    QTest.keyClick(field, Qt.Key.Key_Home)
    for _ in range(rank):
        QTest.keyClick(field, Qt.Key.Key_Down)


def _code(value: Any) -> str:
    return {True: "OUI", False: "NON"}[value] if isinstance(value, bool) else str(value)


def _typed(item: Item, value: Any) -> str:
    if item.type is ItemType.DATE and (day := checks.day(value)):
        return french.numeric_date(day)
    return str(value).replace(".", ",") if item.type is ItemType.DECIMAL else str(value)
