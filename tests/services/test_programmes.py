"""Programmes read from their files."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.programme import Prestation, Rythme, exclusifs
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import programmes
from microstructure_desktop.services.regions import REGIONS

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
        ('"GES"', '"MARS"'),
        ("minimum = 10", "minimum = 30"),
        ("maximum = 25", "maximum = 25\nplaces = 3"),
        ("exclut = true", 'exclut = "oui"'),
        ('code = "S1"', 'code = "S 1"'),
        ('code = "S3"', ""),
        ('exclusif_avec = ["EQUIPADDICT"]', 'exclusif_avec = ["EQUIP ADDICT"]'),
        ("age_minimal = 18", 'reserve = "Plus tard"'),
        (
            'role = "travailleur_social"\ntypes = ["ENTRETIEN_TS"',
            'role = "psychologue"\ntypes = ["CONS_PSY"',
        ),
        ("jusqua = 2022-08-05", "jusqua = 2020-01-01"),
        ("montant_euros = 829", "montant_euros = 829\n[[version.autre]]\nmontant_euros = 830"),
    ],
)
def test_that_a_mistake_in_a_programme_is_refused(old, new):
    with pytest.raises(FormError) as caught:
        programmes.load(COVID.replace(old, new))
    assert caught.value.faults


def test_that_every_shipped_programme_says_where_its_figures_come_from():
    for programme in programmes.livres().values():
        assert programme.criteres
        assert all(c.source and c.code for c in programme.criteres)
        assert all(v.source for v in programme.versions)
        assert bool(programme.reserve) is (not programme.versions)


def test_that_two_amounts_are_said_and_one_is_used():
    (version,) = programmes.livres()["EQUIPADDICT"].versions
    assert (version.montant_centimes, [m.centimes for m in version.autres]) == (528_00, [529_00])
    assert version.autres[0].source != version.source


def test_that_each_version_runs_in_its_regions():
    first, later = programmes.livres()["COVID_SM"].versions
    assert first.regions == ("GES", "IDF", "PAC")
    assert set(later.regions) == set(REGIONS)
    assert "PAC" not in programmes.livres()["EQUIPADDICT"].versions[0].regions


def test_that_the_two_forfaits_exclude_each_other():
    known = programmes.livres()
    assert exclusifs(known["COVID_SM"], known["EQUIPADDICT"])
    assert not exclusifs(known["COVID_SM"], known["MSMA_HORS_FORFAIT"])


def test_that_the_young_are_refused_in_one_programme_and_seen_in_others():
    told = {
        code: (p.trop_jeune(17), p.age_inhabituel(17))
        for code, p in programmes.livres().items()
        if not p.reserve
    }
    assert told == {
        "COVID_SM": (True, False),
        "EQUIPADDICT": (False, True),
        "MSMA_HORS_FORFAIT": (False, True),
    }


def test_that_ten_to_twenty_five_people_are_expected_where_it_was_published():
    capacite = programmes.livres()["COVID_SM"].capacite
    assert (capacite.minimum, capacite.maximum) == (10, 25)
    assert programmes.livres()["EQUIPADDICT"].capacite is None


def test_that_a_cabinet_begins_with_what_runs_in_its_region():
    assert [code for code, _ in programmes.au_depart("PAC")] == ["COVID_SM", "MSMA_HORS_FORFAIT"]
    assert len(programmes.au_depart("OCC")) == 3


def test_that_a_file_keeps_what_it_does_not_say_of_a_known_programme():
    known = programmes.livres()
    text = 'code = "COVID_SM"\nlibelle = "Covid, cabinet"'
    read = programmes.load(text, known)
    shipped = known["COVID_SM"]
    assert (read.libelle, read.versions) == ("Covid, cabinet", ())
    assert replace(read, libelle=shipped.libelle, versions=shipped.versions) == shipped
    with pytest.raises(FormError):
        programmes.load(text)


def test_that_a_file_may_change_whom_a_known_programme_is_for():
    text = (
        'code = "EQUIPADDICT"\nentourage_imputable = true\nage_minimal = 16\nage_habituel = 20\n'
        'exclusif_avec = ["PCR"]\n[capacite]\nminimum = 5\nmaximum = 9\nsource = "x"\n'
        '[[critere]]\nphrase = "Adulte"\ncode = "C1"\nsource = "Convention"'
    )
    read = programmes.load(text, programmes.livres())
    assert (read.entourage_imputable, read.age_minimal, read.age_habituel) == (True, 16, 20)
    assert (read.exclusif_avec, read.capacite.maximum) == (("PCR",), 9)
    assert [c.phrase for c in read.criteres] == ["Adulte"]


def test_that_the_year_of_a_known_programme_does_not_change():
    same = programmes.load('code = "COVID_SM"\nduree_mois = 12', programmes.livres())
    assert same.duree_mois == 12
    with pytest.raises(FormError) as caught:
        programmes.load('code = "COVID_SM"\nduree_mois = 6', programmes.livres())
    assert "12 mois" in str(caught.value.faults[0])
