"""What was voided can be read, brought back, and an action taken back as it was done."""

from dataclasses import replace
from datetime import timedelta

import pytest

from microstructure_desktop.domain.revision import Operation
from microstructure_desktop.store.failures import NotVoided, RecordMissing
from tests import factories as make


@pytest.fixture
def fiche(store):
    made = make.a_fiche()
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.fiches.save(made)
    return made


def test_that_a_voided_record_comes_back_as_it_was(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.undoing.void(fiche.id, "mauvais dossier")
        assert work.undoing.voided(fiche.id)
        assert work.undoing.last(fiche.id) == fiche
        head = work.undoing.restore(fiche.id)
        assert not work.undoing.voided(fiche.id)
        assert work.fiches.of(fiche.patient) == [fiche]
        assert work.revisions.head(fiche.id) == head
    with store.read() as work:
        told = [r.op for r in work.revisions.history(fiche.id)]
    assert told == [Operation.CREATE, Operation.VOID, Operation.RESTORE]
    assert store.verify() == []


def test_that_only_what_was_voided_is_brought_back(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        with pytest.raises(NotVoided):
            work.undoing.restore(fiche.id)
        with pytest.raises(NotVoided):
            work.undoing.restore("inconnue")
        with pytest.raises(RecordMissing):
            work.undoing.void("inconnue", "erreur")


def test_that_a_record_of_somebody_erased_never_comes_back(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        first = work.revisions.head(fiche.id)
        work.undoing.void(fiche.id, "erreur")
    erasure = "insert into erasure values (?, 0, ?, 'demande')"
    store._raw.execute(erasure, (fiche.patient, make.AUTHOR))
    with store.begin(make.AUTHOR, make.NOW) as work:
        with pytest.raises(RecordMissing):
            work.undoing.restore(fiche.id)
        with pytest.raises(RecordMissing):
            work.revisions.put_back(fiche.id, first)
    store._raw.execute("update revision set payload = null, salt = null where kind = 'fiche'")
    with store.begin(make.AUTHOR, make.NOW) as work, pytest.raises(RecordMissing):
        work.undoing.restore(fiche.id)
    assert store.verify() == []


def test_that_a_record_is_put_back_only_to_something_that_it_said(store, fiche):
    other = make.a_fiche()
    with store.begin(make.AUTHOR, make.NOW) as work:
        theirs = work.fiches.save(other)
        void = work.undoing.void(fiche.id, "erreur")
        for wrong in (theirs, void):
            with pytest.raises(RecordMissing):
                work.revisions.put_back(fiche.id, wrong)


def test_that_what_was_voided_lately_is_told_with_its_reason(store, fiche):
    others = [make.a_question(), make.a_rendez_vous(), make.a_consultation()]
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.questions.save(others[0])
        work.rendez_vous.save(others[1])
        work.consultations.save(others[2])
        work.undoing.void(others[0].id, "ancienne")
    later = make.NOW + timedelta(days=2)
    with store.begin("autre", later) as work:
        work.undoing.void(fiche.id, "doublon")
        work.undoing.void(others[1].id, "rétablie ensuite")
        work.undoing.restore(others[1].id)
    with store.read() as work:
        (found,) = work.undoing.since(make.NOW + timedelta(days=1))
        assert len(work.undoing.since(make.NOW)) == 2
    assert (found.entity, found.kind, found.patient) == (fiche.id, "fiche", fiche.patient)
    assert (found.author, found.at, found.reason) == ("autre", later, "doublon")


def noted(store, action):
    """What an action changed."""
    with store.noting() as found, store.begin(make.AUTHOR, make.NOW) as work:
        action(work)
    return list(found.values())


def undone(store, changes):
    return noted(store, lambda work: [work.undoing.undo(c, "annulé") for c in changes])


def test_that_a_change_is_undone_and_done_again(store, fiche):
    corrected = replace(fiche, answers={"sommeil": 9})
    changes = noted(store, lambda work: work.fiches.save(corrected))
    back = undone(store, changes)
    with store.read() as work:
        assert work.fiches.get(fiche.id) == fiche
    again = undone(store, back)
    with store.read() as work:
        assert work.fiches.get(fiche.id) == corrected
        assert work.undoing.stands(again[0])
    assert store.verify() == []


def test_that_what_was_created_is_voided_and_what_was_voided_is_there_again(store):
    question = make.a_question()
    created = noted(store, lambda work: work.questions.save(question))
    back = undone(store, created)
    with store.read() as work:
        assert work.undoing.voided(question.id)
    undone(store, back)
    with store.read() as work:
        assert work.questions.all() == [question]
    assert store.verify() == []


def test_that_a_record_that_came_and_went_in_one_action_is_left_alone(store):
    question = make.a_question()

    def action(work):
        work.questions.save(question)
        work.undoing.void(question.id, "non")

    (change,) = noted(store, action)
    assert undone(store, [change]) == []


def test_that_a_record_changed_since_does_not_stand(store, fiche):
    (change,) = noted(store, lambda work: work.fiches.save(replace(fiche, complete=True)))
    with store.begin(make.AUTHOR, make.NOW) as work:
        assert work.undoing.stands(change)
        work.fiches.save(replace(fiche, answers={}))
        assert not work.undoing.stands(change)
        # the very same state again, whoever wrote it, is what the action left
        work.fiches.save(replace(fiche, complete=True))
        assert work.undoing.stands(change)


def test_that_two_transactions_of_one_action_are_one_change(store, fiche):
    with store.noting() as found:
        for sommeil in (5, 6):
            with store.begin(make.AUTHOR, make.NOW) as work:
                before = work.revisions.history(fiche.id)[0].id
                work.fiches.save(replace(fiche, answers={"sommeil": sommeil}))
                work.fiches.save(replace(fiche, answers={"sommeil": 10 * sommeil}))
    (change,) = found.values()
    assert (change.entity, change.kind, change.before) == (fiche.id, "fiche", before)
    with store.begin(make.AUTHOR, make.NOW) as work:
        assert work.fiches.at(change.after).answers == {"sommeil": 60}


def refused(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.fiches.save(replace(fiche, complete=True))
        work.fiches.get("inconnue")


def test_that_nothing_is_noted_of_what_was_refused_or_was_not_asked_for(store, fiche):
    with store.noting() as found:
        with pytest.raises(RecordMissing):
            refused(store, fiche)
        assert found == {}
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.fiches.save(replace(fiche, complete=True))
    assert found == {}
