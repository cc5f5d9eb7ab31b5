"""A figure is a link when people may be seen behind it, else words."""

import pytest

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.indicateurs.valeur import Nature, Valeur
from microstructure_desktop.ui.pages.activite.figure_cell import FigureCell
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.labels import Label

SOMEBODY = Valeur("plus_90", Nature.PART, 1, 20, qui=frozenset([PatientId("a")]))


@pytest.mark.parametrize("large", [False, True])
def test_that_a_figure_opens_its_people(show, large):
    cell = show(FigureCell("Sans contact", SOMEBODY, opens=True, large=large), 200, 40)
    chosen = []
    cell.chosen.connect(chosen.append)
    assert cell.button.text() == "1 sur 20"
    assert cell.button.accessibleName() == f"Sans contact{NBSP}: 1 sur 20, voir les personnes"
    cell.button.click()
    assert chosen == ["plus_90"]


@pytest.mark.parametrize("large", [False, True])
def test_that_without_people_or_right_it_is_words(show, large):
    for valeur, opens in ((SOMEBODY, False), (Valeur("", Nature.NOMBRE, 3), True)):
        cell = show(FigureCell("Actes", valeur, opens=opens, large=large), 200, 40)
        assert cell.button is None
        assert cell.findChild(Label).text() == ("1 sur 20" if valeur is SOMEBODY else "3")
