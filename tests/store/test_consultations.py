"""Consultations and appointments of a period, both days included, in order."""

from datetime import date, datetime, time, timedelta

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.store.tables import CONSULTATION
from tests import factories as make


@pytest.mark.parametrize(
    ("name", "factory"),
    [("consultations", make.a_consultation), ("rendez_vous", make.a_rendez_vous)],
)
def test_that_a_period_includes_both_its_days(store, name, factory):
    days = [date(2026, 5, d) for d in (4, 1, 3, 2, 5)]
    with store.begin(make.AUTHOR, make.NOW) as work:
        records = getattr(work, name)
        for day in days:
            records.save(factory(jour=day, patient=str(day.day)))
        found = records.between(date(2026, 5, 2), date(2026, 5, 4))
        assert [r.jour.day for r in found] == [2, 3, 4]


def test_that_a_day_is_read_in_the_order_of_the_clock(store):
    hours = [time(14, 30), time(9, 5), time(11, 0)]
    with store.begin(make.AUTHOR, make.NOW) as work:
        for number, hour in enumerate(hours):
            work.consultations.save(make.a_consultation(heure=hour, patient=str(number)))
        found = work.consultations.between(date(2026, 11, 18), date(2026, 11, 18))
        assert [c.heure for c in found] == sorted(hours)


def test_that_a_session_written_before_there_were_questions_is_still_read():
    old = make.a_consultation()
    text = CONSULTATION.encode(old).decode()
    later = ',"form":"","form_version":0,"reponses":{},"motif_modification":""}'
    assert text.endswith(later)
    before = text.removesuffix(later) + "}"
    assert CONSULTATION.decode(before) == old


def test_that_answers_come_back_as_they_were_given(store):
    given = {"demarche_1": "LOGEMENT", "services": ["CCAS", "MDPH"], "ordonnance": True, "n": 3}
    made = make.a_consultation(form="seance_sociale", form_version=2, reponses=given)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(made)
        assert work.consultations.get(made.id) == made


def test_that_an_appointment_can_be_cancelled_with_its_reason(store):
    planned = make.a_rendez_vous()
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.rendez_vous.save(planned)
        revision = work.rendez_vous.void(planned.id, "patient prévenu")
        assert work.rendez_vous.of(make.PATIENT) == []
        assert work.revisions.at(revision) == {"motif": "patient prévenu"}


def test_that_questions_come_back_as_instants_in_order(store):
    late = make.a_question(posee_le=make.NOW)
    early = make.a_question(posee_le=make.NOW - timedelta(days=2))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.questions.save(late)
        work.questions.save(early)
        assert work.questions.of(make.PATIENT) == [early, late]
        assert isinstance(work.questions.all()[0].posee_le, datetime)
        assert work.questions.all()[0].posee_le.tzinfo is not None


def test_that_only_kept_sessions_with_answers_are_found_in_order(store):
    asked = {"form": "seance_sociale", "form_version": 1, "reponses": {"demarche_1": "RSA"}}
    made = {
        "second": make.a_consultation(jour=date(2026, 5, 2), heure=time(15), **asked),
        "first": make.a_consultation(jour=date(2026, 5, 2), heure=time(9), **asked),
        "missed": make.a_consultation(
            jour=date(2026, 5, 2), heure=time(8), issue=Issue.ABSENT_EXCUSE, **asked
        ),
        "silent": make.a_consultation(jour=date(2026, 5, 2), heure=time(10)),
        "later": make.a_consultation(jour=date(2026, 5, 4), patient="other", **asked),
    }
    with store.begin(make.AUTHOR, make.NOW) as work:
        for session in made.values():
            work.consultations.save(session)
        found = work.consultations.answered(date(2026, 5, 1), date(2026, 5, 3))
        assert found == [made["first"], made["second"]]
        assert found == work.consultations.answered_of(make.PATIENT)
        work.consultations.void(made["first"].id, "saisie deux fois")
        assert work.consultations.answered_of(make.PATIENT) == [made["second"]]
