"""File numbers are given once, in order."""

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
