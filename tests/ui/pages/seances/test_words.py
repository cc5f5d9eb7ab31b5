"""Sessions are spoken of as the profession and the person want it."""

from datetime import datetime

import pytest

from microstructure_desktop.domain.consultation import TYPES_PAR_ROLE, Issue
from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.domain.forfait import Compteur
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.ui.pages.seances import words

PSY, SOCIAL, GP = Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.MEDECIN
NOW = datetime(2026, 11, 19, 14, 40).astimezone()


@pytest.mark.parametrize(
    ("sexe", "expected"),
    [
        (Sexe.F, ["Présente", "Absente excusée", "Absente", "Reportée", "Annulée"]),
        (Sexe.H, ["Présent", "Absent excusé", "Absent", "Reportée", "Annulée"]),
        (Sexe.AUTRE, ["Présent·e", "Absent·e excusé·e", "Absent·e", "Reportée", "Annulée"]),
        (Sexe.NR, ["Présent·e", "Absent·e excusé·e", "Absent·e", "Reportée", "Annulée"]),
    ],
)
def test_that_presence_follows_the_person(sexe, expected):
    assert [label for _, label in words.presences(sexe)] == expected


def test_that_the_rubrics_are_named_before_they_are_opened():
    assert words.unfolding(["Démarches", "Santé"]) == "Compléter\xa0: démarches, santé"


def test_that_every_outcome_can_be_noted():
    assert {code for code, _ in words.presences(Sexe.F)} == set(Issue)


def test_that_evolution_is_that_of_the_person():
    said = [words.evolution(sexe).rpartition(" par ")[2] for sexe in Sexe]
    assert said == ["la patiente", "le patient", "la personne", "la personne"]


def test_that_every_profession_has_a_title_and_short_kinds():
    titles = [words.title(role) for role in SOIGNANTS]
    assert len(set(titles)) == 4
    kinds = [[words.kind(t) for t in TYPES_PAR_ROLE[role]] for role in SOIGNANTS]
    assert all(len(found) == len(set(found)) for found in kinds)
    assert words.title(Role.COORDINATION) == "Séance"


@pytest.mark.parametrize(
    ("role", "counted", "said"),
    [
        (PSY, (6, 4), "5ᵉ consultation sur 6 du forfait"),
        (SOCIAL, (7, 0), "1ᵉʳ entretien sur 7 du forfait"),
        (GP, (1, 0), "1ʳᵉ consultation longue sur 1 du forfait"),
        (PSY, (6, 6), "7ᵉ consultation, le forfait en compte 6"),
    ],
)
def test_that_the_rank_of_a_session_is_said(role, counted, said):
    assert words.rank(role, Compteur(role, *counted)) == said


@pytest.mark.parametrize(
    ("role", "included", "done", "said"),
    [
        (PSY, 6, 5, "Il restera 1\xa0consultation jusqu’au 02/03/2027"),
        (GP, 3, 1, "Il restera 2\xa0consultations longues jusqu’au 02/03/2027"),
        (SOCIAL, 7, 7, "Il ne restera aucun entretien jusqu’au 02/03/2027"),
        (PSY, 6, 6, "Il ne restera aucune consultation jusqu’au 02/03/2027"),
        (PSY, 6, 8, "2\xa0consultations au-delà du forfait, jusqu’au 02/03/2027"),
    ],
)
def test_that_what_the_forfait_will_leave_is_said(role, included, done, said):
    assert words.left(role, Compteur(role, included, 0), done, "02/03/2027") == said


def test_that_the_readers_of_a_note_are_named():
    assert words.readers(()) == "Lisible par vous. Jamais exportée."
    assert words.readers(["Dr Exemple"]) == "Lisible par vous, Dr\xa0Exemple. Jamais exportée."
    assert words.readers(["Dr Exemple", "N. Témoin", "Dr Gabarit"]) == (
        "Lisible par vous, Dr\xa0Exemple, N.\xa0Témoin et Dr\xa0Gabarit. Jamais exportée."
    )


def test_that_the_time_of_saving_names_the_day_when_it_is_not_today():
    assert words.saved(NOW.replace(hour=9, minute=5), NOW) == "Enregistré à 09:05"
    assert words.saved(NOW.replace(day=18), NOW) == "Enregistré hier à 14:40"
