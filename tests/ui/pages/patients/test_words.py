"""How a person, an act and an absence are named."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.patients import words
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY
from tests.factories import a_consultation, a_patient, an_inclusion


def patient(sexe):
    return a_patient(numero=27, naissance=date(1992, 5, 14), sexe=sexe)


@pytest.mark.parametrize(
    ("sexe", "born", "included"),
    [("F", "Née", "incluse"), ("H", "Né", "inclus"), ("AUTRE", "Né·e", "inclus·e"),
     ("NR", "Né·e", "inclus·e")],
)  # fmt: skip
def test_that_the_line_under_the_name_agrees_with_the_person(sexe, born, included):
    line = words.identity_line(
        patient(sexe), 34, an_inclusion(debut=date(2026, 3, 3)), Discretion()
    )
    assert line == (
        f"{born} le 14/05/1992 · 34{NBSP}ans · dossier n°{NBSP}0027 · {included} le 03/03/2026"
    )


def test_that_a_discreet_line_has_an_age_and_no_birth():
    discretion = Discretion()
    discretion.switch(on=True)
    line = words.identity_line(patient("F"), 34, None, discretion)
    assert line == f"34{NBSP}ans · dossier n°{NBSP}0027"


def test_that_an_alias_says_a_year_and_a_joined_record_its_old_number():
    alias = a_patient(numero=27, naissance=date(1992, 1, 1), sexe="F", anonyme=True)
    line = words.identity_line(replace(alias, anciens_numeros=(42,)), 34, None, Discretion())
    assert line == (
        f"Suivie sous alias · année 1992 · 34{NBSP}ans · dossier n°{NBSP}0027 · ancien n°{NBSP}0042"
    )


def test_that_a_departure_is_said_and_an_absence_of_inclusion_is_silent():
    ended = an_inclusion(debut=date(2026, 3, 3), fin=date(2026, 9, 1))
    assert words.identity_line(patient("H"), 34, ended, Discretion()).endswith(
        "sorti le 01/09/2026"
    )
    assert words.identity_line(patient("H"), 34, None, Discretion()).endswith("0027")


def test_that_the_state_of_a_follow_up_is_a_word_and_a_colour():
    open_ = an_inclusion(debut=date(2026, 3, 3))
    ended = an_inclusion(debut=date(2026, 3, 3), fin=date(2026, 9, 1))
    assert words.status(open_, "F", TODAY) == ("Suivi en cours", "ok")
    assert words.status(ended, "F", TODAY) == ("Suivi terminé", "mute")
    assert words.status(None, "F", TODAY) == ("Non incluse", "warn")


@pytest.mark.parametrize(
    ("issue", "said"),
    [(Issue.HONORE, ""), (Issue.ABSENT_EXCUSE, "Absente excusée"),
     (Issue.ABSENT_NON_EXCUSE, "Absente"), (Issue.REPORTE, "Reportée"),
     (Issue.ANNULE_PRO, "Annulée par le professionnel")],
)  # fmt: skip
def test_that_an_absence_is_named_after_the_person(issue, said):
    assert words.absence(issue, "F")[0] == said


def test_that_acts_and_places_use_the_words_of_the_lists(team):
    acte, reference = a_consultation(lieu="VISIO"), team.medecin.reference
    assert words.act_title(acte, reference) == "Consultation psychologique"
    assert words.place(acte, reference) == "en visio"


def test_that_only_what_is_known_is_joined():
    assert words.joined(("a", "", "b")) == "a · b"
