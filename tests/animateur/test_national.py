"""A region's real register reaches the national coordination, and nobody else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from microstructure_desktop.animateur import annee, enrol, national
from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.animateur.national import (
    ConventionNotHeard,
    RegionUnknown,
    SameYearTwice,
)
from microstructure_desktop.exchange import convention as convention_file
from microstructure_desktop.exchange.contents import LigneForfaits
from microstructure_desktop.exchange.errors import NotForUs
from microstructure_desktop.exchange.seal import SigningKey, fingerprint

from .cases import FEVRIER, JANVIER, JOUR, Region, new_keys

AVRIL = date(2026, 4, 20)
CNRMS = new_keys()
NATIONALE = convention_file.write(
    convention_file.Convention(
        "FRA", "CNRMS", "contact@example.org", CNRMS.signature.public, CNRMS.destinataires
    ),
    CNRMS.signature,
)
HEARD = fingerprint(CNRMS.signature.public)


@pytest.fixture
def year(region):
    """January of two cabinets, and a February of a third with forfaits of two amounts."""
    for code in ("OCC-34-002", "OCC-31-001"):
        region.send(region.cabinet(code))
    cabinet = region.cabinet("OCC-31-003")
    rows = (
        LigneForfaits("2026-02", 2, 2, 0, Decimal(529), 0, 0, 0),
        LigneForfaits("2026-02", 1, 1, 0, Decimal(829), 0, 0, 0),
    )
    region.send(cabinet, FEVRIER, forfaits=rows)
    return read(region)


def read(region):
    with region.register.read() as work:
        return annee.lire(work, 2026, AVRIL)


def known(region):
    return convention_file.read(region.convention)


def test_that_a_year_is_opened_by_whom_it_is_for(year, region):
    made = national.prepare(year, region.cles, NATIONALE, [HEARD.lower()], 1)
    assert made.nom.startswith("MSMA_OCC_2026_0001_")
    found = national.ouvrir(made.octets, CNRMS.identites, [known(region)])
    assert (found.region, found.annee, found.recues, found.attendues) == ("OCC", 2026, 0, 3)
    assert [s for s, _ in found.lignes["forfaits"]] == [
        "OCC-31-001", "OCC-31-003", "OCC-31-003", "OCC-34-002",
    ]  # fmt: skip
    held = sorted(year.lignes.fonctionnement, key=lambda row: row.structure)
    assert [row.valeur for row in held] == [row for _, row in found.lignes["fonctionnement"]]
    with pytest.raises(NotForUs):
        national.ouvrir(made.octets, region.cles.identites, [known(region)])


def test_that_only_a_known_region_is_believed(year, region):
    made = national.prepare(year, region.cles, NATIONALE, [HEARD], 1)
    other = replace(known(region), cle=SigningKey.generate().public)
    elsewhere = replace(known(region), region="PAC")
    for believed in ([], [other], [elsewhere], [other, elsewhere]):
        with pytest.raises(RegionUnknown):
            national.ouvrir(made.octets, CNRMS.identites, believed)
    assert national.ouvrir(made.octets, CNRMS.identites, [other, known(region)]).region == "OCC"


def test_that_a_convention_nobody_read_aloud_seals_nothing(year, region):
    for heard in ((), ("3F2A " * 8,), (fingerprint(region.cles.signature.public),)):
        with pytest.raises(ConventionNotHeard):
            national.prepare(year, region.cles, NATIONALE, heard, 1)


def test_that_the_same_year_makes_the_same_name(year, region):
    names = {
        national.prepare(year, region.cles, NATIONALE, [HEARD], numero).nom for numero in (1, 1, 2)
    }
    assert len(names) == 2


def test_that_each_year_of_each_region_comes_once(year):
    first = national.cumul(year)
    second, before = replace(first, region="PAC"), replace(first, annee=2025)
    assert national.ensemble([second, first, before]) == (before, first, second)
    with pytest.raises(SameYearTwice):
        national.ensemble([first, second, first])


def test_that_a_renewed_key_is_the_one_believed(register):
    region = Region.made(register)
    region.send(region.cabinet(), JANVIER)
    projet = Projet("OCC", "RAMIP", "")
    keys = replace(new_keys(), precedente=region.cles.signature)
    renewed = convention_file.read(enrol.faire_convention(register, keys, projet, JOUR))
    made = national.prepare(read(region), keys, NATIONALE, [HEARD], 1)
    assert national.ouvrir(made.octets, CNRMS.identites, [known(region), renewed]).region == "OCC"
