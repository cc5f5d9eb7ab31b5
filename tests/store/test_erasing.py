"""Somebody erased is in none of the pages of the file, and the others lost nothing."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from microstructure_desktop.domain.fusion import Fusion
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.reprise import Lot
from microstructure_desktop.domain.synthese import Decision, Etat, Motif, Reprise, Situation
from microstructure_desktop.store import erased, guards
from microstructure_desktop.store.erasing import Trace
from microstructure_desktop.store.failures import RecordMissing
from microstructure_desktop.store.replay import replay
from microstructure_desktop.store.store import Store
from tests import factories as make

from .plain_pages import plain_pages

CANARY = "Zyxwvutsrq"
LE = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def seen(store, home, coffre):
    """Whether the canary is in any page of the file, the free ones too."""

    def look() -> bool:
        store.checkpoint()
        found = plain_pages(home.coffre / guards.NAME, coffre.key)
        return any(CANARY.encode(code) in found for code in ("utf-8", "utf-16-le"))

    return look


@pytest.fixture
def gone(store):
    """Somebody of whom each kind of record says something, beside somebody else."""
    with store.begin(make.AUTHOR, make.NOW) as work:
        return work.patients.add(make.a_patient(nom=CANARY, prenom=CANARY, telephone="0601"))


@pytest.fixture
def other(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        return work.patients.add(make.a_patient(nom="Reste"))


def recorded(store, patient):
    with store.begin(make.AUTHOR, make.NOW) as work:
        seance = make.a_consultation(patient=patient.id, note_partagee=CANARY * 900)
        work.consultations.save(seance)
        work.fiches.save(make.a_fiche(patient=patient.id, answers={"motif": CANARY}))
        question = make.a_question(patient=patient.id, texte=CANARY)
        work.questions.save(question)
        work.questions.void(question.id, f"{CANARY} saisie deux fois")
        document = make.a_document(patient=patient.id, titre=CANARY)
        work.documents.add(document, CANARY.encode() * 2_000)
        work.drafts.put(f"patient:{patient.id}/droits", make.AUTHOR, {"motif": CANARY})
        work.drafts.put("seance:nouvelle", make.AUTHOR, {"patient": patient.id, "note": CANARY})


def met(store, *people, **changes):
    """A meeting about these people, the last one also by an action carried over."""
    situations = tuple(
        Situation(p.id, Motif.QUESTION, social=f"{p.nom} a été vu", vue=True) for p in people
    )
    decision = Decision(new_id(), f"{people[-1].nom} sera rappelé")
    reprises = (Reprise(people[-1].id, decision, date(2026, 9, 1)),)
    made = make.a_synthese(situations=situations, reprises=reprises, **changes)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.syntheses.save(made)
    return made


def erase(store, *people):
    with store.begin(make.AUTHOR, AT) as work:
        made = work.erasing.erase([p.id for p in people], "fin de conservation", LE)
    store.compact()
    return made


def test_that_nothing_of_them_is_in_any_page(store, seen, home, gone, other):
    recorded(store, gone)
    met(store, other, gone)
    assert seen()
    made = erase(store, gone)
    assert made.patients == (gone.id,)
    assert made.reecrits == 1
    assert not seen()
    assert (home.coffre / "store.db-wal").stat().st_size == 0
    assert store.verify() == []


def test_that_the_store_opens_again_and_their_number_is_not_given_again(
    store, home, coffre, gone, other
):
    recorded(store, gone)
    erase(store, other, gone)
    store.close()
    again = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    with again.begin(make.AUTHOR, AT) as work:
        assert work.patients.all() == []
        assert work.patients.add(make.a_patient()).numero == 3
    again.close()


def test_that_a_closed_meeting_keeps_the_others_and_says_that_one_was_erased(store, gone, other):
    closed = met(store, gone, other, etat=Etat.CLOSE, numero=7, close_le=make.NOW)
    erase(store, gone)
    with store.read() as work:
        kept = work.syntheses.get(closed.id)
        first, _ = work.revisions.history(closed.id)
        with pytest.raises(RecordMissing):
            work.syntheses.at(first.id)
    assert kept == replace(closed, situations=closed.situations[1:], effacees=(LE,))


def test_that_a_meeting_in_preparation_goes_on_without_them(store, gone, other):
    prepared = met(store, other, gone)
    erase(store, gone)
    with store.read() as work:
        kept = work.syntheses.get(prepared.id)
    assert kept == replace(prepared, situations=prepared.situations[:1], reprises=())


def test_that_a_cancelled_meeting_about_them_is_emptied(store, seen, gone, other):
    cancelled = met(store, gone, other)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.undoing.void(cancelled.id, "reportée")
    erase(store, gone)
    with store.begin(make.AUTHOR, AT) as work, pytest.raises(RecordMissing):
        work.undoing.restore(cancelled.id)
    assert not seen()
    assert store.verify() == []


def test_that_a_merge_is_forgotten_with_both_records(store, seen, gone, other):
    absorbed = replace(other, nom=CANARY, absorbe_par=gone.id)
    made = Fusion("f", gone.id, other.id, make.NOW, make.AUTHOR, (gone, absorbed))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.patients.save(absorbed)
        work.fusions.save(made)
    recorded(store, absorbed)
    erase(store, gone, absorbed)
    with store.read() as work:
        assert work.fusions.all() == []
    assert not seen()
    assert store.verify() == []


def test_that_what_was_written_under_another_record_goes_too(store, seen, gone, other):
    """Two records were made one, then two again: the session changed hands twice."""
    seance = make.a_consultation(patient=gone.id, note_partagee=CANARY)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(seance)
        work.consultations.save(replace(seance, patient=other.id))
        work.consultations.save(seance)
    erase(store, gone)
    assert not seen()
    assert store.verify() == []


def test_that_what_passed_through_their_record_stays_with_whom_it_is_about(store, gone, other):
    seance = make.a_consultation(patient=gone.id, note_partagee="de l’autre")
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(seance)
        work.consultations.save(replace(seance, patient=other.id))
    erase(store, gone)
    with store.read() as work:
        assert work.consultations.of(other.id) == [replace(seance, patient=other.id)]
    assert store.verify() == []


def test_that_an_import_forgets_them_and_their_episodes(store, gone, other):
    theirs, others = make.an_inclusion(patient=gone.id), make.an_inclusion(patient=other.id)
    both = (gone.id, other.id), (theirs.id, others.id)
    lot = Lot("l", make.NOW, make.AUTHOR, "CSV", 2, *both)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.inclusions.save(theirs)
        work.inclusions.save(others)
        work.lots.save(lot)
    erase(store, gone)
    with store.read() as work:
        assert work.lots.all() == [replace(lot, patients=(other.id,), inclusions=(others.id,))]
        assert work.inclusions.all() == [others]


def test_that_the_unfinished_text_of_a_meeting_stays_without_them(store, gone, other):
    meeting = met(store, gone, other)
    with store.begin(make.AUTHOR, make.NOW) as work:
        head = work.revisions.head(meeting.id)
        draft = {"synthese": replace(meeting, organisation="à suivre"), "based_on": head}
        work.drafts.put(f"synthese:{meeting.id}", make.AUTHOR, draft)
    erase(store, gone)
    with store.read() as work:
        kept = work.drafts.get(f"synthese:{meeting.id}", make.AUTHOR)
        assert kept.payload["based_on"] == work.revisions.head(meeting.id)
    assert kept.payload["synthese"]["organisation"] == "à suivre"
    assert [s["patient"] for s in kept.payload["synthese"]["situations"]] == [other.id]
    assert CANARY not in json.dumps(kept.payload)


def test_that_nothing_can_be_written_or_brought_back_about_them(store, gone):
    seance = make.a_consultation(patient=gone.id)
    with store.noting() as found, store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(seance)
    first = found[seance.id].after
    erase(store, gone)
    with store.begin(make.AUTHOR, AT) as work:
        for act in (
            lambda: work.consultations.save(seance),
            lambda: work.patients.save(gone),
            lambda: work.questions.save(make.a_question(patient=gone.id)),
            lambda: work.revisions.put_back(seance.id, first),
            lambda: work.undoing.void(seance.id, "x"),
            lambda: work.patients.get(gone.id),
            lambda: work.undoing.last(seance.id),
        ):
            with pytest.raises(RecordMissing):
                act()
        assert not work.undoing.stands(found[seance.id])
        assert work.patients.among([gone.id]) == []


def test_that_erasing_again_does_nothing(store, gone):
    erase(store, gone)
    with store.read() as work:
        before = work.revisions.fingerprint()
    assert erase(store, gone).patients == ()
    with store.read() as work:
        assert work.revisions.fingerprint() == before
        assert work.erasing.register() == [Trace(gone.id, AT, make.AUTHOR, "fin de conservation")]


def test_that_a_content_emptied_for_nobody_is_seen(store, gone, other):
    recorded(store, gone)
    met(store, gone, other)
    erase(store, gone)
    store._raw.execute("drop trigger revision_no_update")
    store._raw.execute(
        "update revision set payload = null, salt = null where id = ("
        "select id from revision where payload is not null limit 1)"
    )
    assert any("contenu" in problem for problem in store.verify())


def test_that_a_copy_forgets_who_was_erased_since(store, seen, gone, other):
    recorded(store, gone)
    closed = met(store, gone, other, etat=Etat.CLOSE, close_le=make.NOW)
    register = [erased.Efface(LE, erased.fingerprint(gone.id))]
    register.append(erased.Efface(LE, erased.fingerprint("inconnu")))
    assert replay(store, register, AT).patients == (gone.id,)
    assert not seen()
    assert store.verify() == []
    with store.read() as work:
        assert work.syntheses.get(closed.id).effacees == (LE,)
        assert work.patients.all() == [other]
    assert replay(store, register, AT).patients == ()
