"""Every kind of record is written and read back through one transaction."""

from datetime import date, time

import pytest

from microstructure_desktop.store.failures import RecordMissing
from tests import factories as make


def test_that_each_record_comes_back_as_it_was_saved(store):
    saved = {
        "equipe": make.a_membre(),
        "inclusions": make.an_inclusion(fin=date(2026, 10, 1), motif_sortie="FIN"),
        "consultations": make.a_consultation(heure=time(8, 5)),
        "rendez_vous": make.a_rendez_vous(),
        "questions": make.a_question(),
        "fiches": make.a_fiche(),
        "syntheses": make.a_synthese(),
    }
    with store.begin(make.AUTHOR, make.NOW) as work:
        for name, record in saved.items():
            getattr(work, name).save(record)
        work.cabinet.save(make.a_cabinet())
        patient = work.patients.add(make.a_patient())
    with store.read() as work:
        assert {name: getattr(work, name).get(r.id) for name, r in saved.items()} == saved
        assert {name: getattr(work, name).all() for name in saved} == {
            name: [record] for name, record in saved.items()
        }
        assert work.cabinet.get() == make.a_cabinet()
        assert work.patients.get(patient.id) == patient
    assert store.verify() == []


def test_that_a_transaction_says_what_kinds_it_changed(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.patients.add(make.a_patient())
        work.drafts.put("fiche", make.AUTHOR, {})
        work.patients.all()
        assert work.changed == {"patient", "draft"}


def test_that_an_unknown_record_is_said_to_be_missing(store):
    with store.read() as work, pytest.raises(RecordMissing):
        work.fiches.get("inconnue")
