"""Nothing saved is ever altered; who saved what and when can be read again."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.domain.revision import Operation
from microstructure_desktop.store.failures import RecordMissing, StaleRevision
from tests import factories as make

ROW = "select * from revision"


@pytest.fixture
def fiche(store):
    fiche = make.a_fiche()
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.equipe.save(make.a_membre())
        work.fiches.save(fiche)
    return fiche


def test_that_the_history_tells_who_what_and_when(store, fiche):
    later = make.NOW + timedelta(days=3, microseconds=999)
    with store.begin("0192f0000000700080000000000000a2", later) as work:
        work.fiches.save(replace(fiche, complete=True, form_version=2))
        work.fiches.void(fiche.id, "erreur de patient")
        work.undoing.restore(fiche.id)
    with store.read() as work:
        first, second, third, fourth = work.revisions.history(fiche.id)
    assert (first.number, second.number, third.number) == (1, 2, 3)
    assert [r.op for r in (first, second, third, fourth)] == list(Operation)
    assert first.author == make.AUTHOR
    assert second.author == third.author == "0192f0000000700080000000000000a2"
    assert first.at == make.NOW
    assert second.at == later.replace(microsecond=0)
    assert second.at.tzinfo is UTC
    assert (first.kind, first.form, first.form_version) == ("fiche", "psy_suivi", 1)
    assert second.form_version == 2
    assert first.device == second.device != ""


def test_that_each_revision_can_be_read_again(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        first = work.revisions.head(fiche.id)
        second = work.fiches.save(replace(fiche, answers={"sommeil": 9}))
        third = work.fiches.void(fiche.id, "doublon")
    with store.read() as work:
        assert work.revisions.at(first)["answers"]["sommeil"] == 4
        assert work.revisions.at(second)["answers"] == {"sommeil": 9}
        assert work.revisions.at(third) == {"motif": "doublon"}
        assert work.revisions.head(fiche.id) == third
        with pytest.raises(RecordMissing):
            work.revisions.at("inconnue")


def test_that_a_revision_can_be_read_again_as_a_record(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        first = work.revisions.head(fiche.id)
        work.fiches.save(replace(fiche, complete=True))
        assert work.fiches.at(first) == fiche


def test_that_a_record_keeps_the_fingerprint_of_when_it_was_written(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.fiches.save(replace(fiche, complete=True))
        then = work.revisions.fingerprint()
        work.equipe.save(make.a_membre())
    with store.read() as work:
        assert work.revisions.fingerprint_of(fiche.id) == then != work.revisions.fingerprint()


def test_that_the_fingerprint_changes_with_every_save(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        before = work.revisions.fingerprint()
        work.fiches.save(fiche)
        assert work.revisions.fingerprint() != before
    with store.read() as work:
        assert re.fullmatch("[0-9A-F]{8}", work.revisions.fingerprint())
        assert work.revisions.fingerprint() != before


def test_that_an_unknown_record_has_no_history(store):
    with store.read() as work:
        assert work.revisions.history("inconnue") == []
        assert work.revisions.head("inconnue") is None


def test_that_a_save_based_on_an_older_revision_is_refused(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        first = work.revisions.head(fiche.id)
        second = work.fiches.save(replace(fiche, answers={"sommeil": 5}), first)

    def too_late():
        with store.begin(make.AUTHOR, make.NOW) as work:
            work.patients.add(make.a_patient())
            work.fiches.save(replace(fiche, answers={"sommeil": 6}), first)

    with pytest.raises(StaleRevision) as caught:
        too_late()
    assert caught.value.sentence == "Cet élément a été modifié entre-temps par Dr Lemoine."
    with store.read() as work:
        assert work.revisions.head(fiche.id) == second
        assert work.fiches.get(fiche.id).answers == {"sommeil": 5}
        assert work.patients.all() == []


def test_that_a_save_based_on_a_record_that_never_was_is_refused(store):
    with pytest.raises(StaleRevision), store.begin(make.AUTHOR, make.NOW) as work:
        work.fiches.save(make.a_fiche(), "inconnue")


def test_that_a_stale_save_does_not_need_to_know_the_other_author(store):
    fiche = make.a_fiche()
    with store.begin("inconnu", make.NOW) as work:
        work.fiches.save(fiche)
    with pytest.raises(StaleRevision) as caught, store.begin(make.AUTHOR, make.NOW) as work:
        work.fiches.save(fiche, "ancienne")
    assert caught.value.sentence == "Cet élément a été modifié entre-temps."


def test_that_a_voided_record_is_gone_and_can_come_back(store, fiche):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.fiches.void(fiche.id, "erreur")
        assert work.fiches.of(fiche.patient) == []
        with pytest.raises(RecordMissing):
            work.fiches.get(fiche.id)
        with pytest.raises(RecordMissing):
            work.fiches.void(fiche.id, "encore")
        work.fiches.save(fiche)
        assert work.fiches.of(fiche.patient) == [fiche]
    assert store.verify() == []


def test_that_a_record_is_not_read_as_another_kind(store, fiche):
    with store.read() as work, pytest.raises(RecordMissing):
        work.syntheses.get(fiche.id)


@pytest.mark.parametrize(
    "attack",
    [
        "update revision set payload = '{}'",
        "update revision set payload = null, salt = null",
        "update revision set author = 'x'",
        "delete from revision",
        "insert or replace into revision select * from revision",
        (
            "replace into revision select seq + 100, id, entity, kind, patient, form, form_version,"
            " op, author, device, dseq, at, hlc, parents, salt, payload, commitment, mac"
            " from revision limit 1"
        ),
        "update or replace revision set seq = seq + 1",
    ],
)
def test_that_a_revision_can_be_neither_changed_nor_replaced(store, fiche, attack):
    before = store._raw.execute(ROW).fetchall()
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        store._raw.execute(attack)
    assert store._raw.execute(ROW).fetchall() == before
    assert store.verify() == []


def test_that_replacing_is_refused_even_where_deletions_fire_no_trigger(store, fiche):
    store._raw.execute("pragma recursive_triggers = off")
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        store._raw.execute("insert or replace into revision select * from revision")


def test_that_an_erased_content_leaves_a_chain_that_still_holds(store, fiche):
    raw = store._raw
    with pytest.raises(dbapi2.IntegrityError):
        raw.execute("update revision set payload = null, salt = null where kind = 'fiche'")
    raw.execute("insert into erasure values (?, 0, ?, 'demande')", (fiche.patient, make.AUTHOR))
    raw.execute("update revision set payload = null, salt = null where kind = 'fiche'")
    raw.execute("delete from fiche")
    assert store.verify() == []
    for attack in (
        "update erasure set patient = 'x'",
        "delete from erasure",
        "insert or replace into erasure select patient, 1, '', '' from erasure",
    ):
        with pytest.raises(dbapi2.IntegrityError, match="append-only"):
            raw.execute(attack)
    with store.read() as work:
        (revision,) = work.revisions.history(fiche.id)
        with pytest.raises(RecordMissing):
            work.revisions.at(revision.id)
        with pytest.raises(RecordMissing):
            work.fiches.get(fiche.id)


def test_that_a_field_added_by_a_later_version_is_left_aside(store, fiche):
    payload = {**msgspec.to_builtins(fiche), "ajoutee_plus_tard": [1, 2]}
    with store.read() as work:
        kind = work.fiches.kind
    assert kind.decode(msgspec.json.encode(payload).decode()) == fiche


def test_that_a_value_of_another_type_is_not_decoded(store, fiche):
    payload = {**msgspec.to_builtins(fiche), "form_version": "1"}
    with store.read() as work:
        kind = work.fiches.kind
    with pytest.raises(msgspec.ValidationError):
        kind.decode(msgspec.json.encode(payload).decode())


def test_that_an_instant_before_the_last_one_keeps_its_own_date(store, fiche):
    earlier = datetime(2020, 1, 1, tzinfo=UTC)
    with store.begin(make.AUTHOR, earlier) as work:
        work.fiches.save(fiche)
    with store.read() as work:
        assert work.revisions.history(fiche.id)[-1].at == earlier
    assert store.verify() == []
