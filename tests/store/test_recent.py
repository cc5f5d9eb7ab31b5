"""What was written since an instant, found without reading the rest."""

from datetime import timedelta

import pytest

from tests import factories as make

HOUR = timedelta(hours=1)
KINDS = ("fiche", "consultation")
OTHER = "0192f0000000700080000000000000a2"


@pytest.fixture
def write(store):
    """Save a record some hours after the beginning, as somebody."""

    def written(record, hours, author=make.AUTHOR, kind="fiches"):
        with store.begin(author, make.NOW + hours * HOUR) as work:
            getattr(work, kind).save(record)
        return record

    return written


def since(store, hours):
    with store.read() as work:
        found = work.recent.since(make.NOW + hours * HOUR, KINDS)
    return [(w.entity, w.author, w.new) for w in found]


def test_that_what_is_later_is_found_latest_first(store, write):
    old = write(make.a_fiche(), 0)
    first = write(make.a_fiche(), 2)
    last = write(make.a_consultation(), 3, OTHER, "consultations")
    assert since(store, 0) == [(last.id, OTHER, True), (first.id, make.AUTHOR, True)]
    assert since(store, -1)[-1] == (old.id, make.AUTHOR, True)
    assert since(store, 3) == []


def test_that_a_correction_is_not_new_and_says_who_made_it(store, write):
    fiche = write(make.a_fiche(), 0)
    write(fiche, 5, OTHER)
    assert since(store, 1) == [(fiche.id, OTHER, False)]


def test_that_what_is_new_stays_its_author_s_and_its_first_hour(store, write):
    fiche = write(make.a_fiche(), 2)
    other = write(make.a_fiche(), 3)
    write(fiche, 5, OTHER)
    assert since(store, 1) == [(other.id, make.AUTHOR, True), (fiche.id, make.AUTHOR, True)]


def test_that_what_was_voided_is_not_there(store, write):
    fiche = write(make.a_fiche(), 2)
    with store.begin(make.AUTHOR, make.NOW + 3 * HOUR) as work:
        work.fiches.void(fiche.id, "erreur")
    assert since(store, 0) == []
    with store.begin(make.AUTHOR, make.NOW + 4 * HOUR) as work:
        work.undoing.restore(fiche.id)
    assert since(store, 0) == [(fiche.id, make.AUTHOR, False)]


def test_that_other_kinds_are_left_out(store, write):
    write(make.a_question(), 2, kind="questions")
    assert since(store, 0) == []


def test_that_an_empty_store_says_nothing(store):
    assert since(store, 0) == []


def test_that_what_it_is_about_is_known(store, write):
    fiche = write(make.a_fiche(), 2)
    with store.read() as work:
        (found,) = work.recent.since(make.NOW, KINDS)
    assert (found.kind, found.patient, found.at) == (
        "fiche", fiche.patient, make.NOW + 2 * HOUR,
    )  # fmt: skip


def test_that_any_instant_cuts_where_reading_everything_would(store, write):
    hours = [0, 0, 1, 1, 7, 1, 4, 6, 2, 6, 9]  # the computer's clock was set back twice
    for hour in hours:
        write(make.a_fiche(), hour)
    for cut in range(-1, 11):
        assert len(since(store, cut)) == sum(hour > cut for hour in hours), cut
