"""The figures of a year, and the report made of them."""

import json

import pytest

from microstructure_desktop.animateur.annee import NothingToReport
from microstructure_desktop.animateur.exports import Format
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.pages.chiffres import acts
from tests.animateur.cases import JANVIER


def test_that_a_year_is_read_with_those_that_can_be_turned_to(world):
    cabinet = world.region.cabinet(depuis=Mois(2025, 12))
    world.region.send(cabinet)
    lu = acts.lire(world.desk, None)
    assert (lu.numero, lu.numeros) == (2026, (2025, 2026))
    assert lu.annee is not None
    assert lu.annee.total.file_active == 11
    assert acts.lire(world.desk, 2025).numero == 2025
    assert acts.lire(world.desk, 1999).numero == 2026


def test_that_an_empty_register_has_no_figure(world):
    assert acts.lire(world.desk, None).annee is None
    with pytest.raises(NothingToReport):
        acts.document(world.desk, 2026, ".pdf")


@pytest.mark.parametrize(("suffixe", "start"), [(".pdf", b"%PDF"), (".xlsx", b"PK")])
def test_that_the_year_is_told_as_a_document_and_as_tables(world, suffixe, start):
    world.region.send(world.region.cabinet())
    name, octets = acts.document(world.desk, 2026, suffixe)
    assert name == f"rapport_OCC_2026{suffixe}"
    assert octets.startswith(start)


@pytest.mark.parametrize("format_", list(Format))
def test_that_figures_are_told_to_other_programs(world, format_):
    world.region.send(world.region.cabinet())
    month = acts.donnees(world.desk, JANVIER, format_)
    year = acts.donnees(world.desk, 2026, format_)
    assert month[0] != year[0]
    assert all(json.loads(octets) for _, octets in (month, year))
