"""Rows are as wide as the widest, and those that say nothing are left out."""

import pytest

from microstructure_desktop.services.reprise_lignes import (
    MAX_COLONNES,
    MAX_LIGNES,
    Ligne,
    TableauTropGrand,
    TableauVide,
    droites,
)


def test_that_rows_keep_their_number_and_share_one_width():
    rows = [(1, ["nom", "prénom", "né le"]), (2, ["", "  "]), (3, ["Légende", "", " "])]
    assert droites(rows) == (
        Ligne(1, ("nom", "prénom", "né le")),
        Ligne(3, ("Légende", "", "")),
    )


def test_that_nothing_is_said_and_too_much_is_refused():
    with pytest.raises(TableauVide):
        droites([(1, [" ", ""]), (2, [])])
    assert len(droites([(n, ["x"]) for n in range(MAX_LIGNES)])) == MAX_LIGNES
    with pytest.raises(TableauTropGrand):
        droites([(n, ["x"]) for n in range(MAX_LIGNES + 1)])
    with pytest.raises(TableauTropGrand):
        droites([(1, ["x"] * (MAX_COLONNES + 1))])
