"""One month of one structure: all that came, in words."""

from PySide6.QtWidgets import QLabel

from microstructure_desktop.ui.animateur.pages.mois import acts
from microstructure_desktop.ui.animateur.pages.mois.cell_card import CellCard
from tests.animateur.cases import JANVIER, MARS
from tests.ui import a11y


def said(card):
    return " ".join(label.text() for label in card.findChildren(QLabel))


def test_that_each_version_is_listed_and_a_gap_is_told(world, show):
    cabinet = world.region.cabinet()
    made, _ = world.region.send(cabinet)
    world.region.send(cabinet, JANVIER, made, sequence=3)
    lu = acts.lire(world.desk, None)
    card = show(CellCard(), 900)
    card.show_cell(lu.lignes[0], lu.lignes[0].cases[0], lu)
    assert "Version 2, c’est elle qui compte" in said(card)
    assert "Version 1, remplacée" in said(card)
    assert "n°\xa02" in card.gaps.text()
    assert not card.quarantine_button.isVisible()
    assert a11y.problems(card) == []


def test_that_a_refusal_leads_to_the_quarantine(world, show, qtbot):
    cabinet = world.region.cabinet()
    world.region.send(cabinet)
    world.region.send(cabinet, MARS, sequence=1)
    lu = acts.lire(world.desk, None)
    card = show(CellCard(), 900)
    card.show_cell(lu.lignes[0], lu.lignes[0].cases[2], lu)
    with qtbot.waitSignal(card.quarantine_asked):
        card.quarantine_button.click()


def test_that_a_month_that_corrects_what_never_came_says_so(world, show):
    cabinet = world.region.cabinet()
    lost = world.region.bundle(cabinet)
    world.region.send(cabinet, JANVIER, lost)
    lu = acts.lire(world.desk, None)
    card = show(CellCard(), 900)
    card.show_cell(lu.lignes[0], lu.lignes[0].cases[0], lu)
    assert card.chain.isVisible()
    card.show_cell(lu.lignes[0], lu.lignes[0].cases[1], lu)
    assert not card.chain.isVisible()
    assert "Rien n’est arrivé" in said(card)
