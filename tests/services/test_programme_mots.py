"""What a programme is, in sentences; an age is a question, never a refusal here."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.services import programme_mots as mots
from microstructure_desktop.services.reference import load

REFERENCE = load()
COVID, EQUIP, FREE = (
    REFERENCE.programmes[c] for c in ("COVID_SM", "EQUIPADDICT", "MSMA_HORS_FORFAIT")
)
BORN = date(2010, 11, 23)


@pytest.mark.parametrize(
    ("programme", "le", "said"),
    [
        (EQUIP, date(2026, 11, 22), "15\u00a0ans ce jour-là\u00a0: ce programme reçoit"),
        (EQUIP, date(2028, 11, 22), "17\u00a0ans"),
        (EQUIP, date(2028, 11, 23), ""),
        (COVID, date(2028, 11, 22), "17\u00a0ans ce jour-là\u00a0: ce programme est réservé"),
        (None, date(2026, 11, 22), ""),
        (EQUIP, date(2010, 11, 22), ""),
    ],
)
def test_that_an_age_is_looked_at_on_the_day(programme, le, said):
    found = mots.prudence(programme, BORN, le)
    assert found.startswith(said)
    assert bool(found) == bool(said)


def test_that_an_unknown_birth_says_nothing():
    assert mots.prudence(EQUIP, None, date(2026, 11, 22)) == ""


def test_that_what_excludes_the_other_is_said_from_both_sides():
    assert mots.exclusivite(REFERENCE, COVID) == "Pas en même temps que\u00a0: Equip’Addict."
    assert COVID.libelle in mots.exclusivite(REFERENCE, EQUIP)
    assert mots.exclusivite(REFERENCE, FREE) == ""


def test_that_a_capacity_is_a_mark():
    assert mots.capacite(COVID).startswith("10 à 25\u00a0personnes")
    assert mots.capacite(FREE) == ""


def test_that_a_version_says_its_days_its_amount_and_its_regions():
    first, second = COVID.versions
    assert mots.periode(first) == "Du 01/02/2021 au 05/08/2022"
    assert mots.periode(second) == "Depuis le 06/08/2022"
    assert mots.forfait(FREE.versions[0]) == "Sans forfait par personne."
    assert mots.regions(first) == (
        "Régions\u00a0: Grand-Est, Île-de-France, Provence-Alpes-Côte d’Azur."
    )
    assert mots.regions(FREE.versions[0]) == "Dans toutes les régions."


def test_that_expected_times_are_marks():
    assert "psychiatre 2\u00a0h par mois" in mots.temps(REFERENCE, COVID.versions[0])
    assert mots.temps(REFERENCE, replace(COVID.versions[0], temps=())) == ""


def test_that_other_amounts_have_their_source():
    (said,) = mots.autres(EQUIP.versions[0])
    assert said.startswith("Ailleurs\u00a0: 529\u00a0€ (fecop.fr")


def test_that_a_place_where_it_does_not_run_is_said():
    elsewhere = replace(REFERENCE, region="PDL")
    assert mots.etat(elsewhere, COVID) == "Pas dans votre région"
    assert mots.etat(replace(REFERENCE, region="OCC"), COVID) == ""
    assert mots.etat(REFERENCE, REFERENCE.reserves["PCR"]) == "Réservé"
