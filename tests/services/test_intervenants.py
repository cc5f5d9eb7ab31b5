"""Who follows one person: since, until, and never twice."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annuaire, intervenants
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.services.cercle import PartageLimite
from tests.cabinet import TODAY
from tests.services.cases import oppose

PHARMACIE = PartenaireSaisi("Pharmacie du Port", "PHARMACIE")
CMP = PartenaireSaisi("CMP des Lices", "HOPITAL_PSYCHIATRIE_CMP")


@pytest.fixture
def office(team):
    return team.psychologue


@pytest.fixture
def sophie(team):
    return team.patient()


def test_that_a_partner_follows_from_today_once(office, sophie):
    made = annuaire.add(office, PHARMACIE)
    ligne = intervenants.add(office, sophie.id, made.id)
    assert (ligne.depuis, ligne.jusqu_a) == (TODAY, None)
    with pytest.raises(intervenants.AlreadyThere):
        intervenants.add(office, sophie.id, made.id)


def test_that_those_who_follow_come_before_those_who_did(office, sophie):
    first = intervenants.create(office, sophie.id, CMP)
    intervenants.create(office, sophie.id, PHARMACIE)
    intervenants.edit(office, first.id, date(2026, 1, 5), date(2026, 11, 18), "Dr Gare")
    lues = intervenants.autour(office, sophie.id)
    assert [(a.partenaire.nom, a.en_cours) for a in lues] == [
        ("Pharmacie du Port", True),
        ("CMP des Lices", False),
    ]
    assert lues[1].intervenant.precision == "Dr Gare"
    again = intervenants.add(office, sophie.id, first.partenaire)
    assert again.id != first.id


def test_that_the_last_day_still_counts(office, sophie):
    ligne = intervenants.create(office, sophie.id, CMP)
    intervenants.edit(office, ligne.id, None, TODAY, "")
    assert [a.en_cours for a in intervenants.autour(office, sophie.id)] == [True]


def test_that_impossible_dates_are_said(office, sophie):
    ligne = intervenants.create(office, sophie.id, CMP)
    faults = intervenants.problems(date(2026, 5, 2), date(2026, 5, 1), "x" * 201)
    assert set(faults) == {"jusqu_a", "precision"}
    with pytest.raises(intervenants.DatesUnusable):
        intervenants.edit(office, ligne.id, date(2026, 5, 2), date(2026, 5, 1), "")


def test_that_a_line_written_by_mistake_goes(office, sophie):
    ligne = intervenants.create(office, sophie.id, CMP)
    intervenants.remove(office, ligne.id)
    assert intervenants.autour(office, sophie.id) == ()
    assert [p.nom for p in annuaire.annuaire(office)] == ["CMP des Lices"]


def test_that_a_partner_refused_leaves_nothing(office, sophie):
    with pytest.raises(annuaire.PartnerUnusable):
        intervenants.create(office, sophie.id, PartenaireSaisi("", "CSAPA"))
    assert annuaire.annuaire(office) == ()


def test_that_the_secretariat_does_not_see_who_follows_whom(team, office, sophie):
    made = intervenants.create(office, sophie.id, CMP)
    secretariat = team[Role.SECRETARIAT]
    for act in (
        lambda: intervenants.autour(secretariat, sophie.id),
        lambda: intervenants.add(secretariat, sophie.id, made.partenaire),
        lambda: intervenants.create(secretariat, sophie.id, PHARMACIE),
        lambda: intervenants.edit(secretariat, made.id, None, None, ""),
        lambda: intervenants.remove(secretariat, made.id),
    ):
        with pytest.raises(AccessDenied):
            act()


def test_that_an_objection_closes_who_follows_the_person(team, office, sophie):
    intervenants.create(office, sophie.id, CMP)
    oppose(team, sophie)
    assert intervenants.autour(team.medecin, sophie.id) == ()
    assert len(intervenants.autour(office, sophie.id)) == 1


def test_that_who_is_objected_to_changes_no_line(team, office, sophie):
    """They read none of them."""
    ligne = intervenants.create(office, sophie.id, PHARMACIE)
    oppose(team, sophie)
    for act in (
        lambda: intervenants.edit(team.medecin, ligne.id, None, None, "Délivrance"),
        lambda: intervenants.remove(team.medecin, ligne.id),
    ):
        with pytest.raises(PartageLimite):
            act()
    assert [a.intervenant for a in intervenants.autour(office, sophie.id)] == [ligne]
