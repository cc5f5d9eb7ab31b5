"""Programmes read from their files."""

from datetime import date

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.programme import Prestation, Rythme
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import programmes

ELSEWHERE = (TypeActe.VAD, TypeActe.TELECONSULTATION)
COVID = assets.text("programmes", "covid_sm.toml")


def test_that_the_figures_of_2022_apply_from_their_publication():
    version = programmes.load(COVID).version(date(2022, 8, 6))
    assert version.montant_centimes == 829_00
    assert version.prestations == (
        Prestation(Role.MEDECIN, (TypeActe.CONS_MG_LONGUE,), 1),
        Prestation(Role.PSYCHOLOGUE, (TypeActe.CONS_PSY, *ELSEWHERE), 6),
        Prestation(Role.TRAVAILLEUR_SOCIAL, (TypeActe.ENTRETIEN_TS, *ELSEWHERE), 7),
    )


def test_that_the_first_figures_have_an_amount_and_no_published_counts():
    version = programmes.load(COVID).version(date(2022, 8, 5))
    assert version.montant_centimes == 537_00
    assert version.prestations == ()


def test_that_nothing_applied_before_the_launch():
    assert programmes.load(COVID).version(date(2021, 1, 31)) is None


def test_that_the_programme_is_for_adults():
    assert programmes.load(COVID).age_minimal == 18


def test_that_equip_addict_has_an_amount_and_no_published_counts():
    found = programmes.load(assets.text("programmes", "equipaddict.toml"))
    assert found.version(date(2026, 1, 1)).montant_centimes == 528_00
    assert found.version(date(2026, 1, 1)).prestations == ()


def test_that_a_follow_up_without_forfait_costs_nothing():
    found = programmes.load(assets.text("programmes", "msma_hors_forfait.toml"))
    assert found.version(date(2026, 1, 1)).montant_centimes == 0


def test_that_the_time_expected_of_each_profession_has_its_source():
    version = programmes.load(COVID).version(date(2026, 1, 1))
    psychiatre, psychologue = (
        version.attendu(role) for role in (Role.PSYCHIATRE, Role.PSYCHOLOGUE)
    )
    assert (psychiatre.minutes, psychiatre.par) == (120, Rythme.MOIS)
    assert (psychologue.minutes, psychologue.par) == (180, Rythme.SEMAINE)
    assert psychiatre.source
    assert version.attendu(Role.MEDECIN) is None


def test_that_a_follow_up_without_forfait_expects_no_psychiatrist():
    version = programmes.load(assets.text("programmes", "msma_hors_forfait.toml")).versions[0]
    assert version.attendu(Role.PSYCHIATRE) is None
    assert version.attendu(Role.TRAVAILLEUR_SOCIAL).minutes == 180


def test_that_cents_are_exact():
    text = COVID.replace("829", "829.10")
    assert programmes.load(text).version(date(2023, 1, 1)).montant_centimes == 82_910


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("829", "829.105"),
        ("829", "-829"),
        ("829", '"829"'),
        ("montant_euros = 829", ""),
        ("jusqua = 2022-08-05", ""),
        ("jusqua = 2022-08-05", "jusqua = 2022-08-06"),
        ('"CONS_PSY"', '"ENTRETIEN_TS"'),
        ('["CONS_MG_LONGUE"]', "[]"),
        ('"psychologue"', '"secretariat"'),
        ("nombre = 6", "nombre = 0"),
        ("nombre = 6", "nombre = 6\nprix = 3"),
        ("age_minimal = 18", "age_minimal = 180"),
        ('code = "COVID_SM"', ""),
        ("minutes = 120", "minutes = 0"),
        ('par = "mois"', 'par = "jour"'),
        ('par = "mois"', 'par = "mois"\nsemaines = 4'),
    ],
)
def test_that_a_mistake_in_a_programme_is_refused(old, new):
    with pytest.raises(FormError) as caught:
        programmes.load(COVID.replace(old, new))
    assert caught.value.faults
