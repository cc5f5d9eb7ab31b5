"""A doctor registers somebody without making a second record of them, and opens their follow-up."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import patients
from microstructure_desktop.services.patients import PatientSaisie
from tests.cabinet import TODAY

TO_CREATE, TO_FOLLOW = 3, 3
BORN = date(1979, 3, 12)
SWAPPED = ("Lefèvre", "Zoé", "03/12/1979")


@pytest.fixture
def known(team):
    """Registered last year."""
    return team.patient("Lefebvre", "Zoé", naissance=BORN)


@pytest.fixture
def paul(sit, known):
    hands = sit(Role.MEDECIN)
    hands.go("accueil")
    return hands


def begin(hands, nom, prenom, naissance):
    hands.click(hands.page.create_button)
    for text in (nom, prenom, naissance):
        hands.write(text)
        hands.key(Qt.Key.Key_Tab)


def everybody(hands):
    with hands.desk.office.store.read() as work:
        return {p.prenom: p for p in work.patients.all()}


def test_that_three_clicks_create_a_record(paul, counted):
    counted.clicks = 0
    begin(paul, "Costa", "Ana", "02/05/1990")
    paul.click(paul.page.creation.save_button)
    assert counted.clicks <= TO_CREATE
    assert paul.at() == "dossier"
    made = everybody(paul)["Ana"]
    assert (made.nom, made.naissance) == ("Costa", date(1990, 5, 2))
    assert paul.says("covid")  # included in what the cabinet usually includes in


def test_that_a_likely_duplicate_is_said_with_its_reason_and_leads_to_it(
    paul, known, counted, qtbot
):
    begin(paul, *SWAPPED)
    card = paul.page.creation.duplicates
    qtbot.waitUntil(lambda: bool(card.found()))
    paul.settle()
    assert paul.says("Est-ce la même personne")
    assert paul.says("Jour et mois de naissance inversés")
    counted.clicks = 0
    paul.click(paul.named("Ouvrir le dossier de LEFEBVRE Zoé"))
    assert paul.window.context.navigator.current["patient_id"] == known.id
    assert counted.clicks == 1
    assert list(everybody(paul)) == ["Zoé"]


def test_that_it_never_keeps_from_creating_somebody_else(paul, known, counted, qtbot):
    counted.clicks = 0
    begin(paul, *SWAPPED)
    card = paul.page.creation.duplicates
    qtbot.waitUntil(lambda: bool(card.found()))
    paul.settle()
    paul.click(paul.named("Ce n’est pas la même personne\xa0: LEFEBVRE Zoé"))
    paul.click(paul.page.creation.save_button)
    assert counted.clicks <= TO_CREATE
    with paul.desk.office.store.read() as work:
        assert sorted(p.nom for p in work.patients.all()) == ["Lefebvre", "Lefèvre"]


@pytest.fixture
def registered(team):
    """By the secretariat: an identity, and nothing more."""
    return patients.create(team[Role.SECRETARIAT], PatientSaisie("Costa", "Ana", date(1990, 5, 2)))


def test_that_three_clicks_open_an_episode_and_its_forfait(paul, registered, counted):
    paul.go("dossier", patient_id=registered.id)
    counted.clicks = 0
    paul.click(paul.named("Inclure"))
    paul.click(paul.page.pane.save_button)
    assert counted.clicks <= TO_FOLLOW
    with paul.desk.office.store.read() as work:
        (inclusion,) = work.inclusions.of(registered.id)
    assert (inclusion.debut, inclusion.fin) == (TODAY, None)
    assert paul.says("19/11/2026 – 18/11/2027")  # the year of the forfait


def test_that_ctrl_z_takes_the_episode_back(paul, registered):
    paul.go("dossier", patient_id=registered.id)
    paul.click(paul.named("Inclure"))
    paul.click(paul.page.pane.save_button)
    paul.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    with paul.desk.office.store.read() as work:
        assert work.inclusions.of(registered.id) == []
