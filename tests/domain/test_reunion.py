"""A meeting is open until it is closed."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.reunion import Chiffre, Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Etat


def test_that_a_meeting_begins_open():
    made = Reunion("r", TypeReunion.CRISE, date(2026, 10, 5), time(9))
    assert not made.close
    assert replace(made, etat=Etat.CLOSE).close


def test_that_a_figure_held_back_is_no_zero():
    assert Chiffre("file_active", "2026-10").valeur is None
    assert Chiffre("file_active", "2026-10", 0).valeur == 0
