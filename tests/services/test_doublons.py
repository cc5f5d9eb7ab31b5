"""Likely duplicates are told with their reason; other people are left alone."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId, new_id
from microstructure_desktop.domain.patient import Identite, Patient
from microstructure_desktop.services import doublons
from microstructure_desktop.services.access import AccessDenied

from .population import SLIPS, Population, again

BORN = date(1992, 5, 14)
MEASURED = 1000


def reasons(office, *who, **more):
    return [d.raison for d in doublons.doublons(office, *who, **more)]


@pytest.mark.parametrize(
    ("nom", "prenom", "naissance", "raison"),
    [
        ("Légende", "Sophie", BORN, "Même date de naissance, même nom et même prénom"),
        ("LEGENDE", "sophie", BORN,
         "Même date de naissance, même nom aux accents, tirets ou espaces près"),
        ("Legendre", "Sophie", BORN, "Même date de naissance, nom à une ou deux lettres près"),
        ("Sophie", "Légende", BORN, "Même date de naissance, nom et prénom inversés"),
        ("Légende", "Sofie", BORN, "Même date de naissance, nom qui se prononce de la même façon"),
        ("Garnier", "Sophie", BORN, "Même date de naissance, même prénom"),
        ("Légende", "Sophie", date(1992, 5, 4),
         "Date de naissance à un chiffre près, même nom et même prénom"),
        ("Légende", "Sophie", None, "Même nom et même prénom"),
        ("Legande", "Sofie", None, "Nom qui se prononce de la même façon"),
        ("Martin", "Paul", BORN, ""),
        ("Légende", "Marc", date(1980, 1, 1), ""),
        ("Légende", "Sophie", date(1980, 1, 1), ""),
        ("Légende", "", None, ""),
    ],
)  # fmt: skip
def test_that_a_likely_duplicate_is_told_with_its_reason(team, nom, prenom, naissance, raison):
    team.patient()
    assert reasons(team.medecin, nom, prenom, naissance) == ([raison] if raison else [])


def test_that_day_and_month_swapped_are_noticed(team):
    known = team.patient(naissance=date(1992, 5, 4))
    (found,) = doublons.doublons(team.medecin, "Legende", "Sophie", date(1992, 4, 5))
    assert found.ligne.id == known.id
    assert found.raison.startswith("Jour et mois de naissance inversés, même nom")
    assert doublons.doublons(team.medecin, "Martin", "Paul", date(1992, 4, 5)) == ()


def test_that_the_most_telling_reason_comes_first(team):
    team.patient("Garnier", "Sophie")
    team.patient("Légende", "Sophie", naissance=date(1992, 5, 4))
    team.patient("Légende", "Sophie")
    found = [d.ligne.dossier for d in doublons.doublons(team.medecin, "Légende", "Sophie", BORN)]
    assert found == ["0003", "0001", "0002"]


def test_that_a_name_of_birth_finds_who_uses_another(team):
    married = team.patient("Garnier", "Awa")
    office = team.medecin
    with office.store.begin(office.membre.id, office.now()) as work:
        work.patients.save(replace(married, identite=Identite("Diallo", "Awa Marie")))
    (found,) = doublons.doublons(office, "Dialo", "Awa", BORN)
    assert found.raison == "Même date de naissance, nom de naissance correspondant"
    team.patient("Petit", "Zoé")
    (found,) = doublons.doublons(office, "Roux", "Zoé", BORN, nom_naissance="Petit")
    assert found.raison == "Même date de naissance, nom de naissance correspondant"


def test_that_nobody_is_their_own_duplicate(team):
    sophie = team.patient()
    args = (sophie.nom, sophie.prenom, sophie.naissance)
    assert doublons.doublons(team.medecin, *args, sauf=sophie.id) == ()
    assert doublons.autour(team.medecin, sophie) == ()


def test_that_a_namesake_born_on_another_day_is_told_apart(team):
    sophie = team.patient()
    (found,) = doublons.homonymes(team.medecin, "LEGENDE", "Sophie", date(1980, 1, 1))
    assert (found.ligne.id, found.homonyme) == (sophie.id, True)
    assert found.raison == "Même nom et même prénom, autre date de naissance"
    assert doublons.homonymes(team.medecin, "LEGENDE", "Sophie", BORN) == ()
    assert doublons.homonymes(team.medecin, "Légende", "Marie", date(1980, 1, 1)) == ()


def test_that_whoever_could_be_taken_for_somebody_is_told(team):
    sophie = team.patient()
    twin = team.patient("Légende", "Sofie")
    namesake = team.patient(naissance=date(1958, 8, 30))
    found = doublons.autour(team.medecin, sophie)
    assert [(d.ligne.id, d.homonyme) for d in found] == [(twin.id, False), (namesake.id, True)]


def test_that_who_follows_nobody_is_told_nothing(team):
    office = team.medecin
    coordination = replace(office, membre=replace(office.membre, role=Role.COORDINATION))
    for asked in (doublons.doublons, doublons.homonymes):
        with pytest.raises(AccessDenied):
            asked(coordination, "Légende", "Sophie", BORN)


# --- how often it asks for nothing, and how often it misses --------------------------------


def registered(team, people):
    office = team.medecin
    with office.store.begin(office.membre.id, office.now()) as work:
        return [
            work.patients.add(
                Patient(
                    PatientId(new_id()), 0, who.nom, who.prenom, who.naissance,
                    identite=Identite(who.nom_naissance),
                )
            )
            for who in people
        ]  # fmt: skip


def asked_about(team, who):
    found = doublons.doublons(
        team.medecin, who.nom, who.prenom, who.naissance, nom_naissance=who.nom_naissance
    )
    return {d.ligne.id for d in found}


def test_that_a_cabinet_is_asked_about_a_stranger_once_in_a_hundred_at_most(team):
    population = Population(seed=11)
    registered(team, population.people(400))
    asked = sum(bool(asked_about(team, who)) for who in population.people(MEASURED))
    assert asked <= MEASURED / 100


@pytest.mark.parametrize("name", SLIPS)
def test_that_the_same_person_told_otherwise_is_noticed(team, name):
    population = Population(seed=12)
    people = population.people(400)
    known = registered(team, people)
    told = [
        known[rank].id in asked_about(team, other)
        for rank, other in again(population.random, SLIPS[name], people)
    ]
    assert len(told) > 80
    assert sum(told) >= 0.95 * len(told)


@pytest.mark.parametrize("recorded", [True, False], ids=["recorded", "typed"])
def test_that_a_maiden_name_is_noticed(team, recorded):
    """The person is known under a married name: the maiden one is in the record, or is typed."""
    population = Population(seed=13)
    people = population.people(200)
    married = [replace(who, nom=population.nom(), nom_naissance=who.nom) for who in people]
    before, after = (married, people) if recorded else (people, married)
    known = registered(team, before)
    told = [patient.id in asked_about(team, who) for patient, who in zip(known, after, strict=True)]
    assert sum(told) >= 0.95 * len(told)
