"""ThemeView: the cards of one theme: figures alone first, then charts, then lists of figures."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.services import (
    activite_graphiques,
    activite_lignes,
    activite_mots,
    reperes,
)
from microstructure_desktop.services.activite import Activite, Autour, un_an_avant
from microstructure_desktop.services.activite_graphiques import Cible, Image
from microstructure_desktop.services.activite_lignes import Bloc
from microstructure_desktop.services.activite_themes import QUI, Theme
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.dialogs.chart_card import ChartCard
from microstructure_desktop.ui.widgets.layouts import boxed, flow

from .figure_cell import FigureCell
from .indicator_card import IndicatorCard
from .tile import Tile


class ThemeView(QWidget):
    """Built whole for a period and a theme.

    Signals:
        chosen: Cible, the figure whose people are wanted.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, reference: Reference, found: Activite, beside: Autour | None
    ) -> None:
        super().__init__()
        self._found = found
        self._names = (
            activite_mots.court(found.periode),
            activite_mots.court(un_an_avant(found.periode)),
        )
        self.tiles: list[Tile] = []
        self.cards: list[IndicatorCard] = []
        self.charts: list[ChartCard] = []
        before = beside.avant if beside is not None else None
        definitions = reference.indicateurs.definitions
        blocs = [
            activite_lignes.bloc(reference, definitions[code], found.bilan, before)
            for code in theme.codes
            if code in definitions and code in found.bilan.resultats
        ]
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        self._add_tiles(body, (b for b in blocs if theme.cle == QUI or len(b.lignes) == 1))
        self._charts = activite_graphiques.images(theme.cle, reference, found, beside)
        for image in self._charts:
            self._add_chart(body, image)
        for bloc in blocs:
            if len(bloc.lignes) != 1:
                self._add_card(body, bloc)

    def show_marks(self, reference: Reference) -> None:
        """Published figures, each once: under the details, else under the total."""
        detailed = {card.code for card in self.cards}
        shown: list[IndicatorCard | Tile] = [t for t in self.tiles if t.code not in detailed]
        for card in (*shown, *self.cards):
            card.add_marks(reperes.phrases(reference, card.code))

    def cells(self) -> Iterator[tuple[str, FigureCell]]:
        """Every figure, with the code of its indicator."""
        for tile in self.tiles:
            yield tile.code, tile.figure
        for card in self.cards:
            for cell in card.cells():
                yield card.code, cell

    def cible_of(self, widget: QWidget) -> Cible | None:
        """The figure that a button is, if it is one of these."""
        found = (
            Cible(code, c.cle, self._found.periode)
            for code, c in self.cells()
            if c.button is widget
        )
        return next(found, None)

    def focus_on(self, cible: Cible) -> None:
        """Go back where somebody was before their list was opened."""
        for code, cell in self.cells():
            if (code, cell.cle) == (cible.code, cible.cle) and cell.button is not None:
                cell.button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _add_tiles(self, body: QVBoxLayout, blocs: Iterable[Bloc]) -> None:
        """Who comes begins with the totals of all that is detailed below."""
        for bloc in blocs:
            ligne = bloc.total or (bloc.lignes[0] if len(bloc.lignes) == 1 else None)
            if ligne is None:
                continue
            tile = Tile(bloc, ligne, self._names[1], opens=bloc.code in self._found.listes)
            tile.chosen.connect(self._on_chosen)
            self.tiles.append(tile)
        if self.tiles:
            body.addWidget(boxed(flow(*self.tiles, spacing=16)))

    def _add_chart(self, body: QVBoxLayout, image: Image) -> None:
        codes = {cible.code for cible in image.cibles.values()}
        card = ChartCard(image.graphique, choosable=bool(codes) and codes <= self._found.listes)
        card.chosen.connect(self._on_point_chosen)
        self.charts.append(card)
        body.addWidget(card)

    def _add_card(self, body: QVBoxLayout, bloc: Bloc) -> None:
        card = IndicatorCard(bloc, *self._names, opens=bloc.code in self._found.listes)
        card.chosen.connect(self._on_chosen)
        self.cards.append(card)
        body.addWidget(card)

    def _on_chosen(self, code: str, cle: str) -> None:
        self.chosen.emit(Cible(code, cle, self._found.periode))

    def _on_point_chosen(self, index: int, rank: int) -> None:
        at = next(n for n, card in enumerate(self.charts) if card is self.sender())
        cible = self._charts[at].cibles.get((index, rank))
        if cible is not None:
            self.chosen.emit(cible)
