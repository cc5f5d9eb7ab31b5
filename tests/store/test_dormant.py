"""Who had no act for years is known at once, and is not any more from the next act."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.store.finding import Word
from tests import factories as make

LIMIT = date(2021, 11, 22)
BEFORE, AFTER = date(2021, 11, 22), date(2021, 11, 23)
REGISTERED = datetime(2010, 1, 2, 12, tzinfo=UTC)
LEGENDE = (Word(("legende",), "legende", ("lejand",), ("ende",)),)


@pytest.fixture
def patient(store):
    with store.begin(make.AUTHOR, REGISTERED) as work:
        return work.patients.add(make.a_patient(nom="Légende"))


def dormant(store):
    with store.read() as work:
        work.dormant.refresh(LIMIT)
        return work.dormant.who()


def save(store, kind, record):
    with store.begin(make.AUTHOR, make.NOW) as work:
        getattr(work, kind).save(record)


def met(patient, jour):
    return make.a_synthese(jour=jour, situations=(Situation(patient.id, Motif.QUESTION),))


ACTS = {
    "consultations": lambda p, jour: make.a_consultation(patient=p.id, jour=jour),
    "rendez_vous": lambda p, jour: make.a_rendez_vous(patient=p.id, jour=jour),
    "fiches": lambda p, jour: make.a_fiche(patient=p.id, jour=jour),
    "documents": lambda p, jour: make.a_document(patient=p.id, jour=jour),
    "lettres": lambda p, jour: make.a_lettre(patient=p.id, jour=jour),
    "questions": lambda p, jour: make.a_question(
        patient=p.id, posee_le=datetime(jour.year, jour.month, jour.day, 9, tzinfo=UTC)
    ),
    "syntheses": met,
    "inclusions": lambda p, jour: make.an_inclusion(patient=p.id, debut=date(2015, 1, 1), fin=jour),
}


@pytest.mark.parametrize("kind", ACTS)
def test_that_each_kind_of_act_counts_from_its_day(store, patient, kind):
    assert dormant(store) == {patient.id}
    save(store, kind, ACTS[kind](patient, BEFORE))
    assert dormant(store) == {patient.id}
    save(store, kind, ACTS[kind](patient, AFTER))
    assert dormant(store) == set()
    with store.read() as work:
        assert work.dormant.last_acts() == {patient.id: AFTER}


def test_that_somebody_followed_is_never_there(store, patient):
    episode = make.an_inclusion(patient=patient.id, debut=date(2012, 1, 1))
    save(store, "inclusions", episode)
    assert dormant(store) == set()
    save(store, "inclusions", replace(episode, fin=date(2014, 1, 1), motif_sortie="AUTRE"))
    assert dormant(store) == {patient.id}


def test_that_an_act_taken_back_does_not_count(store, patient):
    seance = make.a_consultation(patient=patient.id, jour=AFTER)
    save(store, "consultations", seance)
    assert dormant(store) == set()
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.void(seance.id, "doublon")
    assert dormant(store) == {patient.id}


def test_that_somebody_just_registered_is_not_there_before_the_same_time(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.patients.add(make.a_patient())
    assert dormant(store) == set()


def test_that_a_meeting_counts_for_the_record_of_today(store, patient):
    absorbed = make.a_patient(nom="Doublon")
    with store.begin(make.AUTHOR, REGISTERED) as work:
        absorbed = work.patients.add(absorbed)
    assert dormant(store) == {patient.id, absorbed.id}
    save(store, "syntheses", met(absorbed, AFTER))
    assert dormant(store) == {patient.id}
    save(store, "patients", replace(absorbed, absorbe_par=patient.id))
    save(store, "patients", patient)
    assert dormant(store) == set()


def test_that_another_day_counts_everybody_again(store, patient):
    save(store, "consultations", make.a_consultation(patient=patient.id, jour=AFTER))
    assert dormant(store) == set()
    with store.read() as work:
        work.dormant.refresh(AFTER)
        assert work.dormant.who() == {patient.id}


def test_that_a_refused_transaction_changes_nothing_of_it(store, patient):
    assert dormant(store) == {patient.id}

    def refused():
        with store.begin(make.AUTHOR, make.NOW) as work:
            work.consultations.save(make.a_consultation(patient=patient.id, jour=AFTER))
            work.dormant.refresh(LIMIT)
            assert work.dormant.who() == set()
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        refused()
    assert dormant(store) == {patient.id}


def test_that_a_search_leaves_them_out_or_finds_them_alone(store, patient):
    with store.begin(make.AUTHOR, make.NOW) as work:
        awake = work.patients.add(make.a_patient(nom="Légendes"))
        work.dormant.refresh(LIMIT)
        found = {
            wanted: [
                {x.id for x in work.finding.best(LEGENDE, 10, dormant=wanted)},
                {x.place.id for x in work.finding.near(LEGENDE, 10, dormant=wanted)},
            ]
            for wanted in (None, True, False)
        }
    both = {patient.id, awake.id}
    assert found == {None: [both] * 2, True: [{patient.id}] * 2, False: [{awake.id}] * 2}


def test_that_nothing_of_it_is_in_the_file(store, patient):
    assert dormant(store) == {patient.id}
    assert store.verify() == []
