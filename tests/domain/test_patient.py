"""How a person is shown, and when an episode is open."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.ids import InclusionId, PatientId
from microstructure_desktop.domain.patient import Inclusion, Patient
from tests.factories import an_inclusion


def test_that_a_person_is_shown_with_the_family_name_first_and_a_file_number():
    patient = Patient(PatientId("1"), 27, "Légende", "Élodie", date(1992, 5, 14))
    assert patient.nom_affiche == "LÉGENDE Élodie"
    assert patient.dossier == "0027"
    assert patient.initiales == "ÉL"


def test_that_an_alias_is_shown_alone():
    patient = Patient(PatientId("1"), 27, "Mistral", "", date(1990, 1, 1), anonyme=True)
    assert (patient.nom_affiche, patient.initiales) == ("MISTRAL", "M")


def test_that_the_numbers_of_the_records_joined_to_this_one_are_shown_alike():
    patient = Patient(PatientId("1"), 27, "Légende", "", date(1992, 5, 14), anciens_numeros=(3, 42))
    assert patient.anciens_dossiers == ("0003", "0042")


def test_that_an_episode_may_begin_on_the_day_that_ends_another():
    first = an_inclusion(debut=date(2026, 3, 3), fin=date(2026, 9, 1))
    after = an_inclusion(debut=date(2026, 9, 1))
    assert not first.chevauche(after)
    assert not after.chevauche(first)
    for debut in (date(2026, 8, 31), date(2026, 3, 3), date(2025, 1, 1)):
        assert first.chevauche(replace(after, debut=debut))
        assert replace(after, debut=debut).chevauche(first)
    assert not first.chevauche(replace(after, debut=date(2025, 1, 1), fin=date(2026, 3, 3)))
    assert after.chevauche(replace(after, debut=date(2027, 1, 1)))


def test_that_an_episode_is_open_from_its_first_to_its_last_day():
    episode = Inclusion(
        InclusionId("1"), PatientId("1"), "COVID_SM", date(2026, 3, 3), fin=date(2026, 9, 1)
    )
    assert not episode.ouverte(date(2026, 3, 2))
    assert episode.ouverte(date(2026, 3, 3))
    assert episode.ouverte(date(2026, 9, 1))
    assert not episode.ouverte(date(2026, 9, 2))
