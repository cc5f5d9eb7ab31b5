"""Presences and absences are kept, and can be taken back."""

from datetime import date, time

from microstructure_desktop.domain.agenda import Absence, Permanence
from tests import factories as make


def test_that_presences_and_absences_come_back_as_they_were_said(store):
    permanence = Permanence("p", make.AUTHOR, 1, time(9), time(12), date(2026, 1, 5))
    absence = Absence("a", make.AUTHOR, date(2026, 12, 24), date(2027, 1, 2), "CONGES")
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.permanences.save(permanence)
        work.absences.save(absence)
        assert work.permanences.all() == [permanence]
        assert work.absences.all() == [absence]
        work.absences.void("a", "reportée")
        assert work.absences.all() == []
