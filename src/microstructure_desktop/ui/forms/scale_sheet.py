"""ScaleSheet: where the figures of a scale's paper sheet are typed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.forms import checks, wording
from microstructure_desktop.forms.instruments import Cote, Instrument, Mode
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.score_grid import ScoreGrid, ScoreRow

Cotes = dict[str, int | str]
"""By number of row: a whole figure, or a decimal one as it is kept."""


class ScaleSheet(QWidget):
    """`editor` takes the keyboard.

    Signals:
        changed: Cotes, at each figure.
        finished: the person pressed Enter.
    """

    changed = Signal(object)
    finished = Signal()

    editor: QWidget

    def show_cotes(self, cotes: Mapping[str, Any]) -> None:
        """Show figures without telling anybody."""
        raise NotImplementedError

    def show_refused(self, refused: Mapping[int, str]) -> None:
        raise NotImplementedError

    def show_result(self, words: str) -> None:
        raise NotImplementedError


class ScoreSheet(ScaleSheet):
    """One figure a row, one key a figure."""

    def __init__(self, scale: Instrument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = [ScoreRow(c.n, c.sujet, c.valeurs, yes_no=c.oui_non) for c in scale.cotes]
        self.editor = self._grid = ScoreGrid(rows, scale.nom)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._grid)
        self._grid.changed.connect(self._on_changed)
        self._grid.finished.connect(self.finished)

    def show_cotes(self, cotes: Mapping[str, Any]) -> None:
        whole = {n: v for n, v in cotes.items() if n.isdecimal() and isinstance(v, int)}
        self._grid.set_values({int(n): value for n, value in whole.items()})

    def show_refused(self, refused: Mapping[int, str]) -> None:
        self._grid.set_refused(refused)

    def show_result(self, words: str) -> None:
        self._grid.set_footer(words)

    def _on_changed(self) -> None:
        self.changed.emit({str(n): value for n, value in self._grid.values().items()})


class TotalsSheet(ScaleSheet):
    """Totals worked out on the sheet, typed one by one; what cannot be read stays as typed."""

    def __init__(self, scale: Instrument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = {cote.n: _line(cote) for cote in scale.cotes}
        self._words = Label("", "strong")
        self._words.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        for cote in scale.cotes:
            low, high = map(wording.number, cote.bornes)
            name, bounds = Label(cote.sujet, "body"), Label(f"{low} à {high}", "caption")
            body.addLayout(row(self._lines[cote.n], name, bounds, None, spacing=10))
            self._lines[cote.n].textEdited.connect(self._on_edited)
            self._lines[cote.n].returnPressed.connect(self.finished)
        body.addWidget(self._words)
        self.editor = self._lines[scale.cotes[0].n]

    def show_cotes(self, cotes: Mapping[str, Any]) -> None:
        for n, line in self._lines.items():
            line.setText(str(cotes.get(str(n), "")).replace(".", ","))

    def show_refused(self, refused: Mapping[int, str]) -> None:
        for n, line in self._lines.items():
            line.setToolTip(refused.get(n, ""))

    def show_result(self, words: str) -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def _on_edited(self, _text: str) -> None:
        typed = {str(n): line.text().strip() for n, line in self._lines.items()}
        self.changed.emit({n: _figure(text) for n, text in typed.items() if text})


def sheet(scale: Instrument) -> ScaleSheet:
    return ScoreSheet(scale) if scale.mode is Mode.ITEMS else TotalsSheet(scale)


def _line(cote: Cote) -> LineEdit:
    line = LineEdit(chars=6)
    line.setAccessibleName(cote.sujet)
    return line


def _figure(text: str) -> int | str:
    figure = checks.number(text.replace(",", "."))
    if figure is None:
        return text
    return int(figure) if figure == figure.to_integral_value() else f"{figure:f}"
