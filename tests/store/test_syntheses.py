"""Meetings are listed by day, whole."""

from datetime import date, time

from microstructure_desktop.domain.synthese import Decision, Etat, Reprise, Suite
from tests import factories as make


def test_that_a_closed_meeting_comes_back_whole(store):
    decision = Decision("d1", "Appeler la CPAM", make.AUTHOR, "avant le 04/12", Suite.FAITE)
    synthese = make.a_synthese(
        etat=Etat.CLOSE,
        fin=time(14, 30),
        reprises=(Reprise(make.PATIENT, decision, date(2026, 10, 1)),),
        prochaine=date(2026, 12, 22),
        close_le=make.NOW,
    )
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.syntheses.save(synthese)
        assert work.syntheses.get(synthese.id) == synthese


def test_that_meetings_are_listed_by_day(store):
    days = [date(2026, 11, 24), date(2026, 9, 22), date(2026, 10, 27)]
    with store.begin(make.AUTHOR, make.NOW) as work:
        for day in days:
            work.syntheses.save(make.a_synthese(jour=day))
        assert [s.jour for s in work.syntheses.all()] == sorted(days)
