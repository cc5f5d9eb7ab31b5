"""What a person reads when the store refuses."""

import inspect

import pytest

from microstructure_desktop.errors import AppError
from microstructure_desktop.store import failures
from microstructure_desktop.store.failures import (
    FolderShared,
    StaleRevision,
    StoreBehind,
    StoreBusy,
    StoreDamaged,
    StoreFailure,
)

ARGUMENTS = {
    StoreDamaged: ("chaine",),
    StoreBehind: (3,),
    FolderShared: ("reseau",),
    StoreFailure: ("SQLITE_ERROR",),
}
FAILURES = [
    failure
    for _, failure in inspect.getmembers(failures, inspect.isclass)
    if issubclass(failure, AppError) and failure is not AppError
]


@pytest.mark.parametrize("failure", FAILURES)
def test_that_every_refusal_says_what_happened_and_what_to_do(failure):
    problem = failure(*ARGUMENTS.get(failure, ()))
    assert problem.sentence.endswith(".")
    assert problem.way_out.endswith(".")
    assert str(problem) == problem.sentence


def test_that_a_single_missing_save_is_said_in_the_singular():
    assert StoreBehind(1).sentence.startswith("Un enregistrement confirmé manque")
    assert StoreBehind(2).sentence.startswith("2 enregistrements confirmés manquent")


def test_that_a_busy_store_names_the_machine_that_has_it():
    assert StoreBusy("CABINET-2").sentence == "Le coffre est déjà ouvert sur «\xa0CABINET-2\xa0»."
    assert StoreBusy().sentence == "Le coffre est déjà ouvert."


def test_that_a_stale_save_names_who_came_first():
    assert StaleRevision("Dr Lemoine").sentence.endswith("entre-temps par Dr Lemoine.")
    assert StaleRevision().sentence.endswith("entre-temps.")


@pytest.mark.parametrize("check", StoreDamaged.findings)
def test_that_a_finding_is_a_sentence_of_its_own(check):
    sentence = StoreDamaged.finding(check)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
