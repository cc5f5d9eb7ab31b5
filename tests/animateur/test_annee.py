"""A year is read whole, at one moment, from a real register."""

from datetime import date

import pytest

from microstructure_desktop.animateur import annee, enrol
from microstructure_desktop.animateur.annee import NothingToReport
from microstructure_desktop.animateur.completeness import Completude, EtatCase
from microstructure_desktop.animateur.errors import NoConvention
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import LigneProfil
from microstructure_desktop.exchange.profil import nomenclature

from .cases import FEVRIER, JANVIER, MARS, PROJET

AVRIL = date(2026, 4, 20)


@pytest.fixture
def filled(region):
    """One sends December to March, one that left in December sends that month, one is silent."""
    december = Mois(2025, 12)
    one, two = region.cabinet("OCC-31-001", december), region.cabinet("OCC-31-002", december)
    region.cabinet("OCC-31-003", FEVRIER)
    for mois in (december, JANVIER, FEVRIER, MARS):
        region.send(one, mois)
    region.send(two, december)
    enrol.retirer(region.register, two.code, december)
    return region


def read(region, year, today=AVRIL):
    with region.register.read() as work:
        return annee.lire(work, year, today)


def test_that_a_year_holds_its_own_months_and_structures(filled):
    found = read(filled, 2026)
    assert found.convention.animateur == "RAMIP"
    assert found.tableau.mois == (JANVIER, FEVRIER, MARS)
    assert [row.structure.id for row in found.tableau.lignes] == ["OCC-31-001", "OCC-31-003"]
    assert [case.etat for case in found.tableau.lignes[1].cases] == [
        EtatCase.HORS, EtatCase.MANQUANT, EtatCase.MANQUANT,
    ]  # fmt: skip
    assert found.total.completude == Completude(1, 2)
    assert [each.periode for each in found.mois] == ["2026-01", "2026-02", "2026-03"]
    assert [structure.id for structure, _ in found.structures] == ["OCC-31-001", "OCC-31-003"]
    assert len(found.lignes.activite) == 6
    assert [len(x) for x in (found.lignes.forfaits, found.lignes.file_active)] == [3, 3]
    assert len(found.lignes.fonctionnement) == 3


def test_that_a_year_not_over_says_where_it_stops(filled):
    assert read(filled, 2026).arretee == MARS
    assert read(filled, 2025).arretee is None
    assert read(filled, 2025).tableau.mois == (Mois(2025, 12),)


def test_that_a_year_of_nothing_is_refused(filled):
    for year in (2024, 2027):
        with pytest.raises(NothingToReport):
            read(filled, year)


def test_that_nothing_is_read_before_a_convention(register):
    with register.read() as work, pytest.raises(NoConvention):
        annee.lire(work, 2026, AVRIL)


def test_that_the_convention_in_force_names_the_file(filled):
    enrol.faire_convention(filled.register, filled.cles, PROJET, AVRIL)
    found = read(filled, 2026)
    assert found.convention.numero == 2
    assert annee.nom(found, ".pdf") == "rapport_OCC_2026.pdf"


def test_that_structures_that_told_a_profile_are_counted_for_its_year(region):
    codes = nomenclature()["profil_entrants"]["sexe"][-1]
    level = len(nomenclature()["profil_entrants"]["sexe"])
    told = tuple(sorted(LigneProfil(2025, "sexe", level, code, 20) for code in codes))
    for code in ("OCC-31-001", "OCC-31-002", "OCC-31-003"):
        cabinet = region.cabinet(code, Mois(2025, 12))
        joined = {} if code == "OCC-31-003" else {"profil_entrants": told}
        region.send(cabinet, Mois(2025, 12))
        region.send(cabinet, **joined)
    assert (read(region, 2025).profils, read(region, 2026).profils) == (2, 0)
