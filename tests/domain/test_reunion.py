"""A meeting is open until it is closed."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Etat


def test_that_a_meeting_begins_open():
    made = Reunion("r", TypeReunion.CRISE, date(2026, 10, 5), time(9))
    assert not made.close
    assert replace(made, etat=Etat.CLOSE).close
