"""Tile: the one figure that stands for an indicator."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from microstructure_desktop.services import activite_mots
from microstructure_desktop.services.activite_lignes import Bloc, Ligne
from microstructure_desktop.ui import look
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import LINE_HEIGHT, Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.themed import Themed

from .definition import DefinitionButton
from .figure_cell import FigureCell

_WIDE = 212


class Tile(Themed, Card):
    """`avant`: what the period before is called.

    Signals:
        chosen: (code, key) of the figure whose people are wanted.
    """

    chosen = Signal(str, str)

    def __init__(self, bloc: Bloc, ligne: Ligne, avant: str, *, opens: bool) -> None:
        super().__init__()
        self.code = bloc.code
        self.body.setContentsMargins(12, 8, 8, 12)
        self.body.setSpacing(2)
        self.definition = DefinitionButton(bloc.titre, bloc.definition)
        self._title = Paragraph(bloc.titre)
        title = row(self._title, self.definition)
        title.setStretch(0, 1)
        title.setContentsMargins(4, 0, 0, 0)
        self.figure = FigureCell(bloc.titre, ligne.valeur, opens=opens, large=True)
        self.figure.chosen.connect(self._on_chosen)
        said = [activite_mots.detail(ligne.valeur, bloc.code)]
        if ligne.avant is not None:
            said.append(f"{avant}{NBSP}: {activite_mots.chiffre(ligne.avant)}")
        self.caption = Paragraph(" · ".join(part for part in said if part) or NBSP, "caption")
        self.caption.setContentsMargins(4, 0, 0, 0)
        self.body.addLayout(title)
        for part in (self.figure, self.caption, self.definition.text_shown):
            self.body.addWidget(part)
        self.restyle()

    def restyle(self) -> None:
        """Room for two lines of words, so that figures side by side stand on one line."""
        self.setFixedWidth(look.control_px(_WIDE))
        line = self._title.fontMetrics().height() * LINE_HEIGHT // 100
        self._title.setMinimumHeight(2 * line)

    def add_marks(self, marks: Sequence[str]) -> None:
        """Published figures, under ours."""
        for text in marks:
            mark = Paragraph(text, "caption")
            mark.setContentsMargins(4, 6, 0, 0)
            self.body.addWidget(mark)

    def _on_chosen(self, cle: str) -> None:
        self.chosen.emit(self.code, cle)
