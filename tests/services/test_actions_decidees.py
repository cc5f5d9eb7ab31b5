"""What meetings decided about somebody, who may say what became of it, and who is told."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.domain.synthese import Etat, Reprise, Suite
from microstructure_desktop.services import (
    actions_decidees,
    annulation,
    autres_reunions,
    comptes,
    syntheses,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.actions_decidees import (
    ActionDUnAutre,
    ActionTerminee,
    abandonner,
    faire,
    mes_actions,
)
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.motif import ReasonMissing
from microstructure_desktop.services.plan_de_soins import plans
from tests.cabinet import TODAY
from tests.factories import a_membre

from .cases import as_role, oppose
from .decided import OCTOBER, SEPTEMBER, a_decision, a_meeting, about, decided, network_met


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def psy(team):
    return team.psychologue


def read(team, patient):
    return plans(team.psychologue, patient.id).actions


def words(actions):
    return [a.action.decision.texte for a in actions]


def test_that_a_decision_says_who_when_and_whether_it_waits(team, sophie):
    doctor = team.medecin.membre
    taken = a_decision(qui=doctor.id, echeance="avant le 15/10")
    made = decided(team, sophie, taken)
    (found,) = read(team, sophie)
    action = found.action
    assert (action.decision, action.depuis, action.synthese) == (taken, SEPTEMBER, made.id)
    assert (found.qui, action.pour) == (doctor, date(2026, 10, 15))
    assert (found.patient, found.mienne) == (sophie, False)


def test_that_the_last_meeting_says_what_became_of_it(team, sophie):
    first, other = a_decision(echeance="15/10"), a_decision("Courrier", "2", echeance="15/10")
    decided(team, sophie, first, other)
    done = Reprise(sophie.id, replace(first, suite=Suite.FAITE), SEPTEMBER)
    waits = Reprise(sophie.id, other, SEPTEMBER)
    later = a_meeting(team, OCTOBER, reprises=(done, waits))
    told = {a.action.decision.texte: a.action for a in read(team, sophie)}
    assert told["Bilan sanguin"].decision.suite is Suite.FAITE
    assert told["Courrier"].en_retard(TODAY)
    assert {(a.depuis, a.synthese) for a in told.values()} == {(SEPTEMBER, later.id)}


def test_that_the_latest_come_first_and_open_meetings_say_nothing(team, sophie):
    decided(team, sophie, a_decision())
    decided(team, sophie, a_decision("Avis", "2"), a_decision("", "3"), jour=OCTOBER)
    a_meeting(team, TODAY, about(sophie, a_decision("En cours", "4")), etat=Etat.EN_COURS)
    assert words(read(team, sophie)) == ["Avis", "Bilan sanguin"]


def test_that_what_is_about_others_or_closed_is_left_out(team, sophie):
    other = team.patient("Autre", "Jean")
    mine, theirs = about(sophie, a_decision()), about(other, a_decision("Autre", "2"))
    a_meeting(team, SEPTEMBER, mine, theirs)
    assert words(read(team, other)) == ["Autre"]
    oppose(team, sophie)
    assert plans(team.medecin, sophie.id).actions == ()
    assert words(mes_actions(team.medecin).equipe) == ["Autre"]


def test_that_ones_own_come_apart_from_those_of_anybody_late_first(team, sophie, psy):
    me, doctor = psy.membre.id, team.medecin.membre.id
    decided(
        team,
        sophie,
        a_decision("Sans jour", "1", qui=me),
        a_decision("Bientôt", "2", qui=me, echeance="30/11"),
        a_decision("En retard", "3", qui=me, echeance="15/10"),
        a_decision("À tous", "4"),
        a_decision("Au médecin", "5", qui=doctor),
        a_decision("Finie", "6", qui=me, suite=Suite.FAITE),
    )
    found = mes_actions(psy)
    assert words(found.miennes) == ["En retard", "Bientôt", "Sans jour"]
    assert words(found.equipe) == ["À tous"]
    assert found.jour == TODAY
    assert all(a.mienne for a in (*found.miennes, *found.equipe))


def test_that_done_is_said_between_meetings_and_the_meeting_stays(team, sophie, psy):
    made = decided(team, sophie, a_decision(qui=psy.membre.id))
    faire(psy, DecisionId("1"))
    (found,) = read(team, sophie)
    action = found.action
    assert (action.decision.suite, action.fini_le, found.par) == (Suite.FAITE, TODAY, psy.membre)
    assert mes_actions(psy).miennes == ()
    with psy.store.read() as work:
        assert work.syntheses.get(made.id) == made
    with pytest.raises(ActionTerminee):
        faire(psy, DecisionId("1"))
    with pytest.raises(ActionTerminee):
        faire(psy, DecisionId("unknown"))


def test_that_dropping_asks_why(team, sophie, psy):
    decided(team, sophie, a_decision())
    with pytest.raises(ReasonMissing):
        abandonner(psy, DecisionId("1"), "  ")
    abandonner(psy, DecisionId("1"), " Plus d’actualité ")
    (found,) = read(team, sophie)
    assert found.action.decision.suite is Suite.ABANDONNEE
    assert found.action.note == "Plus d’actualité"


def test_that_it_is_taken_back_by_a_key(team, sophie, psy):
    decided(team, sophie, a_decision())
    fait = annulation.noted(psy, lambda office: faire(office, DecisionId("1")))
    assert mes_actions(psy).equipe == ()
    back = annulation.undo(psy, fait.changes)
    assert words(mes_actions(psy).equipe) == ["Bilan sanguin"]
    annulation.undo(psy, back)
    assert mes_actions(psy).equipe == ()


def test_that_the_action_of_a_colleague_is_theirs_until_they_leave(team, sophie, psy):
    social = team.travailleur_social.membre
    decided(team, sophie, a_decision(qui=social.id))
    with pytest.raises(ActionDUnAutre):
        faire(psy, DecisionId("1"))
    assert mes_actions(psy).equipe == ()
    comptes.suspend(team.medecin, social.id)
    assert words(mes_actions(psy).equipe) == ["Bilan sanguin"]
    faire(psy, DecisionId("1"))


def test_that_what_falls_to_the_desk_is_in_the_list_of_the_team(team, sophie, psy):
    desk = team[Role.SECRETARIAT].membre
    decided(team, sophie, a_decision(qui=desk.id))
    network_met(team, a_decision("Affiche", "2", qui=desk.id))
    assert words(mes_actions(psy).equipe) == ["Bilan sanguin", "Affiche"]
    faire(psy, DecisionId("1"))
    assert words(mes_actions(psy).equipe) == ["Affiche"]


@pytest.mark.parametrize(
    ("role", "able"),
    [
        (Role.MEDECIN, (True, True)),
        (Role.PSYCHIATRE, (True, True)),
        (Role.COORDINATION, (False, True)),
        (Role.SECRETARIAT, (False, False)),
    ],
)
def test_that_only_who_has_a_list_is_offered(role, able):
    somebody = a_membre(role=role)
    found = tuple(actions_decidees.peut_agir(somebody, reseau=r) for r in (False, True))
    assert found == able
    assert not actions_decidees.peut_agir(replace(somebody, actif=False), reseau=True)


def test_that_the_psychiatrist_does_those_of_her_meetings_and_her_own(team, sophie):
    her = team[Role.PSYCHIATRE]
    decided(team, sophie, a_decision(), a_decision("Avis", "2", qui=her.membre.id))
    found = mes_actions(her)
    assert (words(found.miennes), words(found.equipe)) == (["Avis"], [])
    with pytest.raises(ActionDUnAutre):
        faire(her, DecisionId("1"))
    there = (her.membre.id,)
    decided(team, sophie, a_decision("Courrier", "3"), jour=OCTOBER, presents=there)
    assert words(mes_actions(her).equipe) == ["Courrier"]


def test_that_who_is_objected_to_says_nothing(team, sophie):
    decided(team, sophie, a_decision(qui=team.medecin.membre.id))
    oppose(team, sophie)
    assert mes_actions(team.medecin).miennes == ()
    with pytest.raises(PartageLimite):
        faire(team.medecin, DecisionId("1"))


def test_that_the_reception_is_asked_nothing(team):
    for act in (mes_actions, lambda o: faire(o, DecisionId("1"))):
        with pytest.raises(AccessDenied):
            act(team[Role.SECRETARIAT])


# --- the other meetings ---------------------------------------------------------------------


def test_that_what_the_network_asked_is_found_with_the_rest(team, sophie, psy):
    me = psy.membre.id
    made = network_met(
        team,
        a_decision("Appeler le CSAPA", "1", qui=me, echeance="avant le 15/10"),
        a_decision("Afficher la liste", "2"),
        a_decision("Au médecin", "3", qui=team.medecin.membre.id),
    )
    decided(team, sophie, a_decision("Bilan", "4", qui=me))
    found = mes_actions(psy)
    assert words(found.miennes) == ["Appeler le CSAPA", "Bilan"]
    assert words(found.equipe) == ["Afficher la liste"]
    action = found.miennes[0].action
    assert (found.miennes[0].patient, action.synthese) == (None, made.id)
    assert (action.reunion, action.depuis) == (TypeReunion.CRISE, SEPTEMBER)
    assert (action.pour, action.en_retard(TODAY)) == (date(2026, 10, 15), True)


def test_that_what_became_of_it_is_said_beside_minutes_that_stay(team, psy):
    one, two = a_decision("Un", "1"), a_decision("Deux", "2")
    made = network_met(team, one, two)
    faire(psy, DecisionId("1"))
    abandonner(psy, DecisionId("2"), "Fait autrement")
    assert mes_actions(psy).equipe == ()
    closed = autres_reunions.ouvrir(psy, made.id)
    assert closed.reunion == made
    told = [(a.action.decision.suite, a.action.note, a.par) for a in closed.a_suivre]
    assert sorted(told) == [
        (Suite.ABANDONNEE, "Fait autrement", psy.membre),
        (Suite.FAITE, "", psy.membre),
    ]
    with pytest.raises(ActionTerminee):
        faire(psy, DecisionId("1"))


def test_that_it_waits_at_the_next_meeting_of_its_type_alone(team, psy):
    network_met(team, a_decision("Plus tard", "1"), a_decision("En retard", "2", echeance="15/10"))
    network_met(team, a_decision("Autre", "3"), nature=TypeReunion.TRIMESTRIELLE)
    faire(psy, DecisionId("3"))
    crisis = autres_reunions.creer(psy, TypeReunion.CRISE)
    assert words(autres_reunions.ouvrir(psy, crisis.id).a_suivre) == ["En retard", "Plus tard"]
    faire(psy, DecisionId("2"))
    assert words(autres_reunions.ouvrir(psy, crisis.id).a_suivre) == ["Plus tard"]
    quarter = autres_reunions.creer(psy, TypeReunion.TRIMESTRIELLE)
    assert autres_reunions.ouvrir(psy, quarter.id).a_suivre == ()


def test_that_it_is_taken_back_and_done_again_by_a_key(team, psy):
    network_met(team, a_decision())
    fait = annulation.noted(psy, lambda office: faire(office, DecisionId("1")))
    back = annulation.undo(psy, fait.changes)
    assert words(mes_actions(psy).equipe) == ["Bilan sanguin"]
    annulation.undo(psy, back)
    assert mes_actions(psy).equipe == ()


def test_that_who_coordinates_reads_those_that_name_nobody(team, sophie):
    colin = as_role(team[Role.SECRETARIAT], Role.COORDINATION)
    network_met(team, a_decision("Afficher", "1"))
    decided(team, sophie, a_decision("Bilan", "2"))
    assert words(mes_actions(colin).equipe) == ["Afficher"]
    with pytest.raises(ActionTerminee):
        faire(colin, DecisionId("2"))
    faire(colin, DecisionId("1"))
    assert mes_actions(colin).equipe == ()


# --- the next meeting -----------------------------------------------------------------------


def prepared(team):
    return syntheses.prepare(team.psychologue)


def under_way(team, sophie):
    found = prepared(team)
    begun = replace(found.synthese, situations=(about(sophie),))
    return syntheses.begin(team.psychologue, begun, found.based_on)


def test_that_the_next_meeting_opens_on_what_was_done_and_by_whom(team, sophie, psy):
    decided(team, sophie, a_decision(), a_decision("Courrier", "2"))
    faire(psy, DecisionId("1"))
    done, waits = prepared(team).synthese.reprises
    assert done.decision.suite is Suite.FAITE
    assert (done.dite_le, done.dite_par) == (TODAY, psy.membre.id)
    assert (waits.decision.suite, waits.dite_le) == (Suite.A_FAIRE, None)


def test_that_what_is_done_during_the_meeting_is_in_its_minutes(team, sophie, psy):
    decided(team, sophie, a_decision())
    opened = under_way(team, sophie)
    faire(psy, DecisionId("1"))
    closed = syntheses.close(psy, opened.synthese, opened.based_on).synthese
    (reprise,) = closed.reprises
    assert (reprise.decision.suite, reprise.dite_par) == (Suite.FAITE, psy.membre.id)
    assert prepared(team).synthese.reprises == ()


def test_that_a_meeting_may_say_that_it_is_not_done(team, sophie, psy):
    decided(team, sophie, a_decision())
    faire(psy, DecisionId("1"))
    opened = under_way(team, sophie)
    (told,) = opened.synthese.reprises
    back = replace(told, decision=replace(told.decision, suite=Suite.A_FAIRE))
    meeting = replace(opened.synthese, reprises=(back,))
    closed = syntheses.close(psy, meeting, opened.based_on).synthese
    (reprise,) = closed.reprises
    assert (reprise.decision.suite, reprise.dite_le) == (Suite.A_FAIRE, None)
    (waits,) = mes_actions(psy).equipe
    assert (waits.action.synthese, waits.action.depuis) == (closed.id, SEPTEMBER)


def test_that_what_the_meeting_decides_holds_over_what_was_said_just_before(team, sophie, psy):
    decided(team, sophie, a_decision())
    opened = under_way(team, sophie)
    faire(psy, DecisionId("1"))
    (waits,) = opened.synthese.reprises
    dropped = replace(waits, decision=replace(waits.decision, suite=Suite.ABANDONNEE))
    syntheses.close(psy, replace(opened.synthese, reprises=(dropped,)), opened.based_on)
    with psy.store.read() as work:
        (found,) = actions_decidees.decisions(psy, work, sophie)
    assert (found.action.decision.suite, found.par) == (Suite.ABANDONNEE, None)


def test_that_taking_it_back_is_told_to_the_meeting_in_preparation(team, sophie, psy):
    decided(team, sophie, a_decision())
    fait = annulation.noted(psy, lambda office: faire(office, DecisionId("1")))
    found = prepared(team)
    syntheses.save(psy, found.synthese, found.based_on)
    annulation.undo(psy, fait.changes)
    (reprise,) = prepared(team).synthese.reprises
    assert (reprise.decision.suite, reprise.dite_le) == (Suite.A_FAIRE, None)
