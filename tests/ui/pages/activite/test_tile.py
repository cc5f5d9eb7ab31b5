"""A tile: one figure, what it is made of, the year before."""

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.indicateurs.valeur import Nature, Valeur
from microstructure_desktop.services.activite_lignes import Bloc, Ligne
from microstructure_desktop.ui.pages.activite.tile import Tile
from microstructure_desktop.ui.texts import NBSP

WHO = frozenset([PatientId("a")])
NOW = Valeur("", Nature.PART, 12, 20, 3, WHO)


def a_tile(show, avant=None):
    ligne = Ligne("", "Nouvelles", NOW, avant)
    bloc = Bloc("A03", "Nouvelles personnes", "Qui vient pour la première fois.", (ligne,))
    return show(Tile(bloc, ligne, "2025", opens=True), 300, 200)


def test_that_a_tile_says_its_figure_and_the_year_before(show):
    tile = a_tile(show, Valeur("", Nature.PART, 3, 10))
    assert tile.figure.button.text() == "12 sur 20"
    said = f"60{NBSP}% · 3{NBSP}non renseignés · 2025{NBSP}: 3 sur 10"
    assert tile.caption.text() == said
    assert tile.definition.toolTip() == "Qui vient pour la première fois."


def test_that_a_tile_says_which_figure_is_wanted(show):
    tile = a_tile(show)
    chosen = []
    tile.chosen.connect(lambda code, cle: chosen.append((code, cle)))
    tile.figure.button.click()
    assert chosen == [("A03", "")]
