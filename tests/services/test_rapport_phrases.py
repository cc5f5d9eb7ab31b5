"""Sentences made of the figures of a hand-counted year."""

from datetime import date

import pytest

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_chiffres
from microstructure_desktop.services.rapport_phrases import phrases
from tests.reports.reading import plain

from .rapport_scene import counted


def said(team, section, annee=2026):
    chiffres = rapport_chiffres.compter(team.medecin, annee)
    return [plain(phrase) for phrase in phrases(section, chiffres)]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (
            Section.FILE_ACTIVE,
            [
                "2 personnes vues en 2026, dont 1 nouvelle et 1 vue une seule fois.",
                "C’est 1 de plus qu’en 2025 (1).",
            ],
        ),
        (
            Section.ACTIVITE,
            ["3 actes honorés, soit 2 h.", "0 rendez-vous manqué sur 3."],
        ),
        (Section.ENTOURAGE, ["Aucun proche n’a été reçu."]),
        (Section.COORDINATION, ["Aucune réunion de synthèse n’a été close."]),
        (Section.PARCOURS, ["1 suivi commencé, 0 terminé dans l’année."]),
        (Section.PROFIL, []),
    ],
)
def test_that_a_year_is_said_in_sentences(team, section, expected):
    counted(team)
    assert said(team, section) == expected


def test_that_a_year_like_the_one_before_is_said_so(team):
    people = counted(team)
    team.seance(people["sophie"].id, date(2025, 12, 1))
    assert said(team, Section.FILE_ACTIVE)[1] == "C’est autant qu’en 2025."


def test_that_forfaits_are_said_with_what_they_are_worth(team):
    counted(team)
    # Sophie's began in March 2026, Luc's second one in February.
    found = said(team, Section.FORFAITS)
    assert found == ["2 forfaits ouverts (1 658 € en théorie), 1 terminé."]


def test_that_an_empty_year_says_so(team):
    assert said(team, Section.FILE_ACTIVE) == ["Aucune personne n’a été vue en 2026."]
    assert said(team, Section.FORFAITS) == []
