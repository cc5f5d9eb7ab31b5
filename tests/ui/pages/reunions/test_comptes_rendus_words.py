"""Closed minutes in words."""

from datetime import date

import pytest

from microstructure_desktop.domain.ids import SyntheseId
from microstructure_desktop.services.comptes_rendus import CompteRenduLigne
from microstructure_desktop.ui.pages.reunions import comptes_rendus_words as words
from tests.reports import cases


def line(additifs: int = 0) -> CompteRenduLigne:
    return CompteRenduLigne(SyntheseId("s"), 11, date(2026, 10, 22), 3, 2, additifs)


def test_that_a_meeting_is_called_by_its_month_and_its_number():
    assert words.when(date(2026, 10, 22)) == "Octobre\xa02026 · jeu.\xa022"
    assert words.title(line()) == "Compte rendu n°\xa011"


@pytest.mark.parametrize(
    ("additifs", "told"),
    [(0, "Version 1"), (1, "Version 1 + 1 additif"), (2, "Version 1 + 2 additifs")],
)
def test_that_a_version_counts_what_was_added(additifs, told):
    assert words.version(line(additifs)).replace("\xa0", " ") == told


def test_that_an_addition_is_told_with_who_and_when():
    told = words.signed(cases.additif(2, "Texte"))
    assert told == "Additif\xa02 · C. Morel, le 22/11/2026 à 09:12"


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ((0, 0), ""),
        ((1, 0), "1 situation n’est pas communiquée ici, à la demande de la personne."),
        ((2, 0), "2 situations ne sont pas communiquées ici, à la demande de la personne."),
        ((0, 1), "1 additif n’est pas communiqué ici, à la demande de la personne."),
        ((1, 2), "1 situation et 2 additifs ne sont pas communiqués ici, à la demande de la"),
    ],
)
def test_that_what_is_held_back_is_counted(held, told):
    said = words.held_back(*held).replace("\xa0", " ")
    assert said.startswith(told) if told else said == ""
