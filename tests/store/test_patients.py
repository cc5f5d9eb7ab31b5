"""File numbers are given once, in order."""

from dataclasses import replace
from datetime import date

import pytest

from tests import factories as make


def test_that_patients_are_numbered_from_one(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        numbers = [work.patients.add(make.a_patient(nom=n)).numero for n in ("C", "A", "B")]
        assert numbers == [1, 2, 3]
        assert [p.nom for p in work.patients.all()] == ["A", "B", "C"]


def test_that_a_number_lost_with_its_transaction_is_given_again(store):
    def interrupted():
        with store.begin(make.AUTHOR, make.NOW) as work:
            work.patients.add(make.a_patient())
            raise InterruptedError

    with pytest.raises(InterruptedError):
        interrupted()
    with store.begin(make.AUTHOR, make.NOW) as work:
        assert work.patients.add(make.a_patient()).numero == 1


def test_that_several_inclusions_of_a_patient_are_kept(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        for programme in ("MSMA", "COVID_SM"):
            work.inclusions.save(make.an_inclusion(programme=programme))
        assert {i.programme for i in work.inclusions.of(make.PATIENT)} == {"MSMA", "COVID_SM"}
        assert work.inclusions.of("autre") == []


def test_that_the_number_of_a_record_taken_back_is_not_given_again(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        made = work.patients.add(make.a_patient())
        work.patients.void(made.id, "import annulé")
        assert work.patients.add(make.a_patient()).numero == 2


def test_that_records_joined_to_another_and_aliases_are_told(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        kept, gone, alias, nameless = (
            work.patients.add(make.a_patient(**said))
            for said in (
                {},
                {"absorbe_par": make.PATIENT},
                {"prenom": "", "anonyme": True},
                {"prenom": ""},
            )
        )
        assert work.patients.absorbed() == {gone.id: make.PATIENT}
        assert work.patients.aliases() == {alias.id}
        assert {kept.id, nameless.id}.isdisjoint(work.patients.aliases())


def test_that_people_are_read_together_by_their_ids(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        one, two, gone = (work.patients.add(make.a_patient(nom=n)) for n in ("A", "B", "C"))
        work.patients.save(replace(one, nom="Autre"))
        work.patients.void(gone.id, "import annulé")
        act = make.a_consultation(patient=two.id)
        work.consultations.save(act)
        found = work.patients.among([one.id, one.id, gone.id, act.id, "inconnu"])
        assert [p.nom for p in found] == ["Autre"]
        assert work.patients.among([]) == []


def test_that_who_was_never_included_is_told_by_name(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        late, early, left = (work.patients.add(make.a_patient(nom=n)) for n in ("Z", "A", "B"))
        work.patients.add(make.a_patient(absorbe_par=late.id))
        work.inclusions.save(make.an_inclusion(patient=left.id, fin=date(2026, 3, 1)))
        assert work.patients.never_included() == [early, late]


def test_that_every_episode_is_read_of_whoever_is_followed_since_a_day(store):
    day = date(2026, 6, 1)
    with store.begin(make.AUTHOR, make.NOW) as work:
        before = make.an_inclusion(patient="a", debut=date(2020, 1, 1), fin=date(2020, 2, 1))
        open_ = make.an_inclusion(patient="a", debut=date(2025, 1, 1))
        that_day = make.an_inclusion(patient="b", debut=date(2024, 1, 1), fin=day)
        eve = make.an_inclusion(patient="c", debut=date(2024, 1, 1), fin=date(2026, 5, 31))
        for episode in (open_, before, that_day, eve):
            work.inclusions.save(episode)
        assert work.inclusions.followed_since(day) == [before, that_day, open_]
