"""A line of the list of patients."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.lignes import Drapeau, PatientLigne
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.patients.row_words import FLAGS, row_text
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY

LINE = PatientLigne(
    PatientId("1"), "LÉGENDE Sophie", "SL", 34, "0027", date(1992, 5, 14),
    date(2026, 11, 12), None, actif=True,
)  # fmt: skip


def test_that_a_line_says_name_age_file_and_last_contact():
    shown = row_text(LINE, TODAY, Discretion())
    assert shown.spoken() == (f"LÉGENDE Sophie, 34{NBSP}ans · n°{NBSP}0027, jeu.{NBSP}12{NBSP}nov.")
    assert not shown.faded


@pytest.mark.parametrize("flag", list(Drapeau))
def test_that_every_flag_has_its_words(flag):
    assert row_text(replace(LINE, drapeau=flag), TODAY, Discretion()).tag == FLAGS[flag]


def test_that_who_left_is_said_to_have_left_and_fades():
    shown = row_text(replace(LINE, actif=False, dernier=None), TODAY, Discretion())
    assert (shown.tag[0], shown.caption, shown.faded) == ("Suivi terminé", "", True)


def test_that_a_discreet_line_keeps_age_file_and_last_contact():
    discretion = Discretion()
    discretion.switch(on=True)
    shown = row_text(LINE, TODAY, discretion)
    assert shown.title == f"S.{NBSP}L."
    assert shown.subtitle == f"34{NBSP}ans · n°{NBSP}0027"
