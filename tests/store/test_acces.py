"""Lines are noted, read by page and by filter, and pruned when they are a year old."""

import resource
from contextlib import contextmanager
from datetime import UTC, timedelta

import pytest

from microstructure_desktop.domain.acces import CONSERVATION, Acces, Action, Filtre, Purge
from microstructure_desktop.store.failures import DiskFull
from microstructure_desktop.store.store import Store
from tests import factories as make

OTHER = "0192f0000000700080000000000000b2"
COLLEAGUE = "0192f0000000700080000000000000a2"
PRUNED = make.NOW + timedelta(days=400)


def at(hours):
    return make.NOW + timedelta(hours=hours)


def note(store, hours, action=Action.OUVERTURE_DOSSIER, membre=make.AUTHOR, **said):
    with store.begin(membre, at(hours)) as work:
        work.acces.note(action, **said)


def lines(store, filtre=None, before=None, limit=100):
    with store.read() as work:
        return work.acces.page(filtre or Filtre(), before, limit)


def test_that_a_line_comes_back_as_it_was_noted(store):
    note(
        store,
        0,
        Action.IMPRESSION,
        patient=make.PATIENT,
        objet="f1",
        detail="fiche",
        motif="Demandée par la personne",
    )
    (line,) = lines(store)
    assert line == Acces(
        make.NOW,
        make.AUTHOR,
        Action.IMPRESSION,
        make.PATIENT,
        "f1",
        "fiche",
        "Demandée par la personne",
        seq=1,
    )
    assert line.at.tzinfo is UTC


def test_that_every_line_of_a_kind_is_read_however_many_there_are(store):
    for hours in range(30):
        note(store, hours, (Action.IMPRESSION, Action.OUVERTURE_DOSSIER)[hours % 2])
    with store.read() as work:
        found = work.acces.every(Filtre(action=Action.IMPRESSION))
    assert [line.at for line in found] == [at(hours) for hours in range(28, -1, -2)]


def test_that_a_line_is_in_the_transaction_it_is_noted_in(store):
    def interrupted():
        with store.begin(make.AUTHOR, make.NOW) as work:
            work.patients.add(make.a_patient())
            work.acces.note(Action.REPRISE)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        interrupted()
    assert lines(store) == []
    note(store, 0)
    assert store.verify() == []


def test_that_lists_are_not_told_and_the_witness_is(store):
    note(store, 0)
    assert store.take_changes() == frozenset()
    assert store._witness.read().acces == store._head
    assert store._head.dseq == 1


def test_that_reading_notes_nothing(store):
    with store.read() as work:
        with pytest.raises(RuntimeError):
            work.acces.note(Action.FUSION)
        with pytest.raises(RuntimeError):
            work.acces.append(Acces(make.NOW, make.AUTHOR, Action.FUSION))
        with pytest.raises(RuntimeError):
            work.acces.prune(make.NOW)


def test_that_pages_follow_each_other_from_the_latest(store):
    for hours in (0, 1, 1, 2, 3):  # two at the same instant, on both sides of a page's end
        note(store, hours, objet=f"o{hours}")
    first = lines(store, limit=2)
    second = lines(store, before=first[-1], limit=2)
    third = lines(store, before=second[-1], limit=2)
    assert [x.seq for x in (*first, *second, *third)] == [5, 4, 3, 2, 1]


def test_that_what_happened_before_is_read_before(store):
    note(store, 5)
    with store.begin(make.AUTHOR, at(6)) as work:
        work.acces.append(Acces(at(1), COLLEAGUE, Action.ECHEC_CONNEXION))
    assert [x.action for x in lines(store)] == [Action.OUVERTURE_DOSSIER, Action.ECHEC_CONNEXION]


@pytest.mark.parametrize(
    ("filtre", "found"),
    [
        (Filtre(), [5, 4, 3, 2, 1]),
        (Filtre(membre=COLLEAGUE), [4]),
        (Filtre(patients=(make.PATIENT,)), [5, 1]),
        (Filtre(patients=(make.PATIENT,), objets=("s1",)), [5, 3, 1]),
        (Filtre(action=Action.LECTURE_COMPTE_RENDU), [3]),
        (Filtre(debut=at(1), fin=at(3)), [3, 2]),
        (Filtre(membre=make.AUTHOR, patients=(OTHER,)), [2]),
        (Filtre(patients=(make.PATIENT, OTHER)), [5, 2, 1]),
        (Filtre(patients=()), []),
    ],
)
def test_that_each_filter_keeps_what_it_says(store, filtre, found):
    note(store, 0, patient=make.PATIENT)
    note(store, 1, patient=OTHER)
    note(store, 2, Action.LECTURE_COMPTE_RENDU, objet="s1")
    note(store, 3, Action.CONNEXION, COLLEAGUE)
    note(store, 4, Action.IMPRESSION, patient=make.PATIENT, objet="f1")
    assert [x.seq for x in lines(store, filtre)] == found


def test_that_the_same_person_doing_the_same_lately_is_known(store):
    note(store, 0, patient=make.PATIENT)

    def lately(hours=0.25, **changes):
        said = {"membre": make.AUTHOR, "action": Action.OUVERTURE_DOSSIER, "patient": make.PATIENT}
        with store.read() as work:
            return work.acces.lately(Acces(at(hours), **said | changes), timedelta(minutes=30))

    assert lately()
    assert not lately(hours=0.5)
    assert not lately(hours=-1)
    assert not lately(membre=COLLEAGUE)
    assert not lately(patient=OTHER)
    assert not lately(action=Action.OUVERTURE_FICHE)
    assert not lately(objet="f1")
    note(store, 0, Action.LECTURE_COMPTE_RENDU, objet="s1")
    assert lately(action=Action.LECTURE_COMPTE_RENDU, patient=None, objet="s1")
    assert not lately(action=Action.LECTURE_COMPTE_RENDU, patient=None, objet="s2")


def prune(store, when=PRUNED):
    with store.begin(make.AUTHOR, when) as work:
        work.acces.note(Action.CONNEXION)
        return work.acces.prune(when - CONSERVATION)


def test_that_only_what_is_a_year_old_is_removed_and_it_is_said(store):
    for days in (0, 34, 35, 36):  # 400 days later, the third is a year old to the millisecond
        note(store, days * 24)
    assert prune(store) == 2
    assert [x.seq for x in lines(store)] == [5, 4, 3]
    with store.read() as work:
        assert work.acces.purge() == Purge(at(34 * 24), PRUNED)
    assert store.verify() == []
    assert prune(store) == 0
    assert prune(store, PRUNED + timedelta(days=1)) == 1
    assert store.verify() == []


def test_that_nothing_recent_goes_behind_a_line_of_a_clock_gone_back(store):
    note(store, 300 * 24)
    note(store, 0)
    assert prune(store) == 0
    assert prune(store, make.NOW + timedelta(days=300) + CONSERVATION) == 0
    assert prune(store, make.NOW + timedelta(days=301) + CONSERVATION) == 2


def test_that_pruning_an_empty_log_does_nothing(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        assert work.acces.prune(make.NOW) == 0
        assert work.acces.purge() is None


def test_that_a_line_refused_by_a_full_disk_goes_with_the_next(store, monkeypatch, caplog):
    def full(*_):
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr("microstructure_desktop.store.guards.room", full)
        store.log(Acces(at(0), make.AUTHOR, Action.OUVERTURE_DOSSIER, make.PATIENT))
        store.log(Acces(at(1), make.AUTHOR, Action.OUVERTURE_FICHE, make.PATIENT, "f1"))
    assert "access not logged yet: DiskFull" in caplog.text
    assert lines(store) == []
    store.log(Acces(at(2), make.AUTHOR, Action.VERROUILLAGE))
    assert [x.action for x in lines(store)] == [
        Action.VERROUILLAGE,
        Action.OUVERTURE_FICHE,
        Action.OUVERTURE_DOSSIER,
    ]
    store.log(Acces(at(3), make.AUTHOR, Action.CONNEXION))
    assert len(lines(store)) == 4


@contextmanager
def files_limited_to(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_that_a_disk_that_refuses_half_way_leaves_a_sound_log(store, home, coffre):
    store.log(Acces(at(0), make.AUTHOR, Action.CONNEXION))
    big = Acces(at(1), make.AUTHOR, Action.BRIS_DE_GLACE, make.PATIENT, motif="z" * 400_000)
    with files_limited_to(64 * 1024):
        store.log(big)
    assert len(lines(store)) == 1
    assert store.verify() == []
    store.log(Acces(at(2), make.AUTHOR, Action.VERROUILLAGE))
    store.close()
    again = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    assert [x.seq for x in lines(again)] == [3, 2, 1]
    assert again.verify() == []
    again.close()
