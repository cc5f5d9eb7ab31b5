"""IndicatorCard: the figures of one indicator, the year before beside, its definition at hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from microstructure_desktop.services import activite_lignes, activite_mots
from microstructure_desktop.services.activite_lignes import Bloc, Ligne
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.rule import Rule

from . import words
from .definition import DefinitionButton
from .figure_cell import FigureCell

_INSIDE = 16
_PAD = 4  # what a link keeps around its words
_FIGURE, _DETAIL, _MANY = 104, 150, 62
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LOW = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom


class IndicatorCard(Card):
    """`ici` and `avant`: what the period and the one before are called.

    Signals:
        chosen: (code, key) of the figure whose people are wanted.
    """

    chosen = Signal(str, str)

    def __init__(self, bloc: Bloc, ici: str, avant: str, *, opens: bool) -> None:
        super().__init__(bloc.titre)
        self.code = bloc.code
        self._titre = bloc.titre
        self._cells: list[FigureCell] = []
        self.definition = DefinitionButton(bloc.titre, bloc.definition)
        self.header.addWidget(self.definition)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(0, 1)
        if bloc.colonnes:
            self._fill_many(bloc)
        elif bloc.utiles:
            self._fill(bloc.utiles, (ici, "", avant), opens=opens)
        self.body.addWidget(self.definition.text_shown)
        self.body.addLayout(self.grid)
        left_out = len(bloc.lignes) - len(bloc.utiles)
        if left_out:
            said = words.hidden(left_out) if bloc.utiles else words.ALL_ZERO
            self.body.addWidget(Paragraph(said, "caption"))

    def cells(self) -> list[FigureCell]:
        return self._cells

    def add_marks(self, marks: Sequence[str]) -> None:
        """Published figures, under ours."""
        for text in marks:
            self.body.addWidget(Paragraph(text, "caption"))

    def _fill(self, lignes: tuple[Ligne, ...], heads: tuple[str, ...], *, opens: bool) -> None:
        self._heads(heads, (_FIGURE, _DETAIL, _FIGURE))
        for head, rows in activite_lignes.groupes(lignes):
            if head:
                self.grid.addWidget(Label(head, "label"), self._rule(), 0)
            for name, ligne in rows:
                self._line(name, ligne, within=bool(head), opens=opens)

    def _line(self, name: str, ligne: Ligne, *, within: bool, opens: bool) -> None:
        """`within`: it stands under what it is about, a little to the right."""
        at = self._rule()
        cell = FigureCell(f"{self._titre}, {ligne.libelle}", ligne.valeur, opens=opens)
        cell.chosen.connect(self._on_chosen)
        self._cells.append(cell)
        label = Paragraph(name, "body")
        label.setContentsMargins(_INSIDE if within else 0, 0, 0, 0)
        self.grid.addWidget(label, at, 0)
        self.grid.addWidget(cell, at, 1)
        self.grid.addWidget(Paragraph(activite_mots.detail(ligne.valeur, self.code)), at, 2)
        before = "" if ligne.avant is None else activite_mots.chiffre(ligne.avant)
        self._put(Label(before, "secondary"), at, 3)

    def _fill_many(self, bloc: Bloc) -> None:
        """Professions across: the figures are acts, nobody is behind them alone."""
        self._heads(bloc.colonnes, (_MANY,) * len(bloc.colonnes))
        for rank, (libelle, valeurs) in enumerate(bloc.rangs):
            at = self._rule()
            whole = rank == len(bloc.rangs) - 1
            self.grid.addWidget(Paragraph(libelle, "strong" if whole else "body"), at, 0)
            for column, valeur in enumerate(valeurs, 1):
                text = activite_mots.INCONNU if valeur is None else activite_mots.chiffre(valeur)
                self._put(Label(text, "strong" if whole else "body"), at, column)

    def _heads(self, heads: tuple[str, ...], widths: tuple[int, ...]) -> None:
        for column, (head, wide) in enumerate(zip(heads, widths, strict=True), 1):
            self.grid.setColumnMinimumWidth(column, look.control_px(wide))
            label = Paragraph(head[:1].upper() + head[1:], "caption")
            label.setAlignment(_LOW)
            label.setMaximumWidth(look.control_px(wide))
            label.setContentsMargins(0, 0, _PAD if widths[0] == _FIGURE and column == 1 else 0, 0)
            self.grid.addWidget(label, 0, column)

    def _rule(self) -> int:
        """The row of the grid for a line, under a thin rule."""
        at = self.grid.rowCount()
        self.grid.addWidget(Rule(), at, 0, 1, self.grid.columnCount())
        return at + 1

    def _put(self, label: QWidget, row: int, column: int) -> None:
        assert isinstance(label, Label)
        label.setAlignment(_RIGHT)
        self.grid.addWidget(label, row, column)

    def _on_chosen(self, cle: str) -> None:
        self.chosen.emit(self.code, cle)
