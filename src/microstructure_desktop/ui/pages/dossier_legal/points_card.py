"""PointsCard: lines to tick with the day they were checked, and those that the program tells."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.dossier_legal import LignePoint
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.themed import Themed

_BOX, _EDGE, _GAP = 20, 3, 10
"""Where the words of a check box begin; those of the other lines begin under them."""


class _Under(Themed, QWidget):
    def __init__(self, words: Paragraph) -> None:
        super().__init__()
        self._place = column(words)
        self.setLayout(self._place)
        self.restyle()

    def restyle(self) -> None:
        self._place.setContentsMargins(_EDGE + look.control_px(_BOX) + _GAP, 0, 0, 0)


class PointsCard(Card):
    """Signals:
    ticked: the name of a line, and whether it is done.
    """

    ticked = Signal(str, bool)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.body.setSpacing(12)
        self.boxes: dict[str, CheckBox] = {}
        self.seen: dict[str, IconLabel] = {}
        self.states: dict[str, Paragraph] = {}

    def show_points(self, lignes: Iterable[LignePoint], *, may_write: bool) -> None:
        for ligne in lignes:
            name = ligne.point.id
            if name not in self.states:
                self._add(ligne)
            self.states[name].setText(_said(ligne))
            if name in self.seen:
                sign = ("circle-check", "ok") if ligne.fait else ("circle-alert", "warn")
                self.seen[name].set_icon(*sign)
                continue
            box = self.boxes[name]
            box.setChecked(ligne.fait)
            box.setEnabled(may_write)
            box.setAccessibleDescription(_said(ligne))

    def _add(self, ligne: LignePoint) -> None:
        point = ligne.point
        self.states[point.id] = state = Paragraph("", "caption")
        self.body.addWidget(boxed(column(self._head(ligne), _Under(state), spacing=1)))

    def _head(self, ligne: LignePoint) -> QWidget:
        point = ligne.point
        if point.constat is None:
            self.boxes[point.id] = box = CheckBox(point.titre)
            box.clicked.connect(partial(self._on_box_clicked, point.id))
            return box
        self.seen[point.id] = sign = IconLabel("circle-check", "ok", _BOX)
        line = row(sign, Paragraph(point.titre, "body"), spacing=_GAP, margins=(_EDGE, 2, 0, 2))
        line.setStretch(1, 1)
        return boxed(line)

    def _on_box_clicked(self, name: str) -> None:
        self.ticked.emit(name, self.boxes[name].isChecked())


def _said(ligne: LignePoint) -> str:
    """An empty box tells by itself that nothing is noted."""
    told = ligne.etat if ligne.le is not None or ligne.point.constat is not None else ""
    dotted = f"{told.removesuffix('.')}." if told else ""
    return " ".join(filter(None, (dotted, ligne.point.comment)))
