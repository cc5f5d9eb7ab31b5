"""A page asks for another by name, and there is a way back."""

import pytest

from microstructure_desktop.ui.navigation import Navigator, Route

HOME = Route("accueil")
RECORD = Route("dossier", patient_id="p1")
SESSION = Route("seance", patient_id="p1")


@pytest.fixture
def visited() -> list[Route]:
    return []


@pytest.fixture
def navigator(visited) -> Navigator:
    made = Navigator()
    made.route_requested.connect(visited.append)
    return made


def test_that_a_route_is_what_it_names():
    assert Route("dossier", patient_id="p1") == RECORD
    assert Route("dossier", patient_id="p2") != RECORD
    assert len({RECORD, Route("dossier", patient_id="p1")}) == 1


def test_that_parameters_are_found_by_name():
    assert RECORD["patient_id"] == "p1"
    assert RECORD.get("onglet", "vue") == "vue"
    with pytest.raises(KeyError):
        RECORD["onglet"]


def test_that_back_returns_to_the_page_before(navigator, visited):
    navigator.go(HOME)
    navigator.go(RECORD)
    assert navigator.back()
    assert navigator.current == HOME
    assert visited == [HOME, RECORD, HOME]


def test_that_there_is_nothing_before_the_first_page(navigator, visited):
    assert navigator.current is None
    navigator.go(HOME)
    assert not navigator.back()
    assert visited == [HOME]


def test_that_asking_twice_for_a_page_makes_one_step_back(navigator):
    for route in (HOME, RECORD, RECORD):
        navigator.go(route)
    navigator.back()
    assert navigator.current == HOME


def test_that_a_replaced_page_is_never_returned_to(navigator):
    for route in (HOME, RECORD):
        navigator.go(route)
    navigator.replace(SESSION)
    navigator.back()
    assert navigator.current == HOME
