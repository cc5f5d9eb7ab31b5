"""Records are listed in the order of their dates, and follow when a date changes."""

from dataclasses import replace
from datetime import date, time

from tests import factories as make


def test_that_records_follow_the_order_of_their_dates(store):
    days = [date(2026, 3, 1), date(2025, 3, 1), date(2027, 3, 1)]
    with store.begin(make.AUTHOR, make.NOW) as work:
        for day in days:
            work.inclusions.save(make.an_inclusion(debut=day))
            work.fiches.save(make.a_fiche(jour=day))
        assert [i.debut for i in work.inclusions.all()] == sorted(days)
        assert [f.jour for f in work.fiches.of(make.PATIENT)] == sorted(days)


def test_that_a_record_that_changes_date_changes_place_and_is_there_once(store):
    first, second = make.a_fiche(jour=date(2026, 1, 1)), make.a_fiche(jour=date(2026, 2, 1))
    moved = replace(first, jour=date(2026, 3, 1))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.fiches.save(first)
        work.fiches.save(second)
        work.fiches.save(moved)
        assert work.fiches.of(make.PATIENT) == [second, moved]
        assert work.fiches.all() == [second, moved]
    assert store.verify() == []


def test_that_a_record_given_to_another_patient_leaves_the_first(store):
    consultation = make.a_consultation()
    moved = replace(consultation, patient="b2", heure=time(9, 0))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(consultation)
        work.consultations.save(moved)
        assert work.consultations.of(make.PATIENT) == []
        assert work.consultations.of("b2") == [moved]
    assert store.verify() == []


def test_that_a_save_gives_the_revision_the_next_one_is_based_on(store):
    fiche = make.a_fiche()
    with store.begin(make.AUTHOR, make.NOW) as work:
        first = work.fiches.save(fiche, None)
        second = work.fiches.save(replace(fiche, complete=True), first)
        assert work.revisions.head(fiche.id) == second != first
