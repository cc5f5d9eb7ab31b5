"""Figures of a programme hold between two dates."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.programme import (
    Capacite,
    Prestation,
    Programme,
    Version,
    capacite,
    exclusifs,
)

PROGRAMME = Programme(
    "COVID_SM",
    "Covid / Santé mentale",
    12,
    entourage_imputable=False,
    age_minimal=18,
    versions=(
        Version(date(2021, 2, 1), date(2022, 8, 5), 53700, (), "S0"),
        Version(date(2022, 8, 6), None, 82900, (), "S3"),
    ),
)


def test_that_the_version_in_force_is_the_one_of_the_day():
    amounts = {
        jour: version.montant_centimes
        for jour in (date(2021, 2, 1), date(2022, 8, 5), date(2022, 8, 6), date(2030, 1, 1))
        if (version := PROGRAMME.version(jour)) is not None
    }
    assert list(amounts.values()) == [53700, 53700, 82900, 82900]


def test_that_a_programme_has_no_figures_before_its_first_day():
    assert PROGRAMME.version(date(2021, 1, 31)) is None


def test_that_a_programme_runs_in_the_regions_of_its_versions():
    first, later = PROGRAMME.versions
    dated = replace(
        PROGRAMME, versions=(replace(first, regions=("IDF",)), replace(later, regions=("OCC",)))
    )
    assert (dated.court("IDF"), dated.court("OCC"), dated.court("BFC")) == (True, True, False)
    assert dated.court("")
    assert not dated.versions[0].court("OCC")
    assert PROGRAMME.court("BFC")


def test_that_an_age_is_refused_warned_about_or_usual():
    warned = replace(PROGRAMME, age_minimal=None, age_habituel=18)
    assert [PROGRAMME.trop_jeune(a) for a in (17, 18)] == [True, False]
    assert [warned.trop_jeune(a) for a in (13, 18)] == [False, False]
    assert [warned.age_inhabituel(a) for a in (17, 18)] == [True, False]
    assert not replace(warned, age_minimal=18).age_inhabituel(17)
    assert not PROGRAMME.age_inhabituel(17)


def test_that_places_are_counted_against_the_capacity():
    ranged = replace(PROGRAMME, capacite=Capacite(10, 25, "S0"))
    told = {
        n: (found.manque, found.places, found.depassement)
        for n in (0, 9, 10, 25, 26)
        if (found := capacite(ranged, n)) is not None
    }
    assert told == {0: (10, 25, 0), 9: (1, 16, 0), 10: (0, 15, 0), 25: (0, 0, 0), 26: (0, 0, 1)}
    assert capacite(PROGRAMME, 12) is None


def test_that_programmes_exclude_each_other_when_one_of_them_says_so():
    other = replace(PROGRAMME, code="EQUIPADDICT", exclusif_avec=("COVID_SM",))
    third = replace(PROGRAMME, code="MSMA")
    assert exclusifs(PROGRAMME, other)
    assert exclusifs(other, PROGRAMME)
    assert not exclusifs(third, other)
    assert exclusifs(third, third)


def test_that_what_pays_or_counts_opens_a_forfait():
    paid = PROGRAMME.versions[0]
    assert paid.forfaitaire
    assert not replace(paid, montant_centimes=0).forfaitaire
    counted = (Prestation(Role.PSYCHOLOGUE, (TypeActe.CONS_PSY,), 6),)
    assert replace(paid, montant_centimes=0, prestations=counted).forfaitaire
