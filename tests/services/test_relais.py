"""The appointments of who receives nobody any more are found, and given to a colleague."""

from datetime import date, time
from functools import partial

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annulation, comptes, equipe, relais
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.equipe import NouveauMembre
from tests.cabinet import PASSPHRASE, TODAY

from .cases import oppose, planned

TOMORROW, LATER = date(2026, 11, 20), date(2026, 12, 3)


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def left(team, sophie):
    """Two appointments to come of a psychologist who is suspended, among others."""
    planned(team, sophie, date(2026, 11, 18))  # yesterday
    planned(team, sophie, TODAY, heure=time(9))
    team.seance(sophie.id, TODAY)  # it has its outcome
    planned(team, sophie, LATER, Role.MEDECIN, heure=time(16))
    made = planned(team, sophie, TOMORROW, heure=time(10)), planned(team, sophie, LATER)
    comptes.suspend(team.medecin, team.psychologue.membre.id)
    return made


def another(team):
    """A second psychologist."""
    return equipe.add(team.medecin, NouveauMembre("Zoé", "Esquisse", Role.PSYCHOLOGUE), PASSPHRASE)


@pytest.mark.parametrize("role", [Role.MEDECIN, Role.SECRETARIAT])
def test_that_what_is_to_come_is_to_be_taken_over(team, sophie, left, role):
    zoe = another(team)
    found = relais.relais(team[role])
    assert [x.rendez_vous for x in found.a_relayer] == list(left)
    assert {(x.patient.id, x.membre.nom) for x in found.a_relayer} == {(sophie.id, "Modèle")}
    assert found.vers == zoe  # the same profession first
    assert len(found.collegues) == 4
    assert team.psychologue.membre.id not in {m.id for m in found.collegues}


def test_that_nothing_is_left_while_everybody_receives(team, sophie):
    planned(team, sophie, TOMORROW)
    assert relais.relais(team.medecin).a_relayer == ()


def test_that_a_role_that_receives_nobody_leaves_appointments_too(team, sophie):
    mine = planned(team, sophie, TOMORROW)
    saisi = NouveauMembre("Claire", "Modèle", Role.COORDINATION)
    comptes.edit(team.medecin, mine.membre, saisi)
    assert [x.rendez_vous for x in relais.relais(team.medecin).a_relayer] == [mine]


def test_that_what_speaks_against_a_colleague_is_said(team, sophie, left):
    nadia = team.travailleur_social.membre
    luc = team.patient("Bernard", "Luc")
    planned(team, luc, TOMORROW, Role.TRAVAILLEUR_SOCIAL, heure=time(10, 30))
    first, second = relais.relais(team.medecin, nadia.id).a_relayer
    assert [x for x in first.reserves if "reçoit déjà quelqu’un" in x]
    assert second.reserves == ()


def test_that_an_objection_is_said_to_a_carer_only(team, sophie, left):
    oppose(team, sophie)
    doctor = team.medecin.membre.id
    first, _ = relais.relais(team.medecin, doctor).a_relayer
    assert "Cette personne s’oppose au partage avec Dr Exemple." in first.reserves
    first, _ = relais.relais(team[Role.SECRETARIAT], doctor).a_relayer
    assert first.reserves == ()


def test_that_they_are_given_to_a_colleague_and_taken_back(team, sophie, left):
    nadia = team.travailleur_social.membre
    ids = tuple(r.id for r in left)
    give = partial(relais.confier, rendez_vous=ids, membre_id=nadia.id)
    fait = annulation.noted(team.medecin, give)
    assert [(r.membre, r.jour, r.heure) for r in fait.result] == [
        (nadia.id, r.jour, r.heure) for r in left
    ]
    assert relais.relais(team.medecin).a_relayer == ()
    annulation.undo(team.medecin, fait.changes)
    assert [x.rendez_vous for x in relais.relais(team.medecin).a_relayer] == list(left)


def test_that_only_what_is_to_be_taken_over_is_given(team, sophie, left):
    nadia = team.travailleur_social.membre
    mine = planned(team, sophie, TOMORROW, Role.PSYCHIATRE)
    assert relais.confier(team.medecin, (mine.id,), nadia.id) == ()


@pytest.mark.parametrize("role", [Role.SECRETARIAT, Role.PSYCHOLOGUE])
def test_that_who_receives_nobody_takes_nothing_over(team, left, role):
    with pytest.raises(AccessDenied, match="ne reçoit pas"):
        relais.confier(team.medecin, (left[0].id,), team[role].membre.id)


@pytest.mark.parametrize("role", [Role.PSYCHIATRE, Role.TRAVAILLEUR_SOCIAL])
def test_that_a_colleague_does_not_share_them_out(team, left, role):
    with pytest.raises(AccessDenied):
        relais.relais(team[role])
    with pytest.raises(AccessDenied):
        relais.confier(team[role], (left[0].id,), team[role].membre.id)
