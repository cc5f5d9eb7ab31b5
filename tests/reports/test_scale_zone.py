"""A scale to score by hand: numbers, possible values and credit, never a topic."""

import pytest

from microstructure_desktop.forms.instruments import Mode
from microstructure_desktop.reports.scale_zone import SHEET, scale
from microstructure_desktop.reports.styles import TEXT_WIDTH
from tests.forms.scales import shipped
from tests.reports.blank import said

SCALES = shipped()


def told(name):
    return said(scale(SCALES[name], TEXT_WIDTH))


def test_that_rows_go_by_number_with_the_values_that_they_take():
    numbers = " ".join(str(n) for n in range(1, 11))
    assert told("audit") == (
        f"12 derniers mois. {SHEET} ".replace("\xa0", " ")
        + "Cotes possibles, lignes 1 à 8 : 0, 1, 2, 3 ou 4 ; lignes 9 et 10 : 0, 2 ou 4. "
        + f"{numbers} AUDIT © Organisation mondiale de la santé, 2001"
    )


def test_that_totals_are_named_and_bounded():
    assert "lignes 1 et 2 : de 0 à 21. 1 Anxiété 2 Dépression" in told("had")


def test_that_a_yes_or_no_and_a_long_run_of_values_are_in_words():
    assert "lignes 1 à 4 : oui ou non." in told("deta")
    assert "ligne 1 : oui ou non ; ligne 2 : 0, 2, 3, 4 ou 6" in told("assist_opioides")
    assert "lignes 1 à 9 : de 0 à 7 ; ligne 10 : 0, 1, 2, 3 ou 4." in told("ciwa_ar")


@pytest.mark.parametrize("name", sorted(SCALES))
def test_that_no_topic_is_ever_printed_for_the_patient(name):
    instrument = SCALES[name]
    shown = told(name)
    assert instrument.credit.replace("\xa0", " ") in shown
    if instrument.mode is Mode.ITEMS:
        assert not any(cote.sujet in shown for cote in instrument.cotes)
