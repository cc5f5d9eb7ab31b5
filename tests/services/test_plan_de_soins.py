"""Goals, where they stand and how they moved, read by each who may."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import TypeDecision
from microstructure_desktop.services import (
    actions_decidees,
    annulation,
    corbeille,
    drafts,
    fiches,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.plan_de_soins import (
    EtatInconnu,
    Objectif,
    change_etat,
    plans,
)
from microstructure_desktop.store.failures import StaleRevision
from tests.cabinet import TODAY

from .cases import filled, oppose
from .decided import a_decision, decided
from .plans import GOALS, moved, planned_care

SLEEP = Objectif(
    1,
    "Dormir toute la nuit",
    "Psychologique",
    "Carnet de sommeil",
    "C. Modèle",
    date(2026, 11, 10),
    "EN_COURS",
    "En cours",
)


@pytest.fixture
def sophie(team):
    return team.patient()


def current(team, patient, role=Role.PSYCHOLOGUE):
    return plans(team[role], patient.id).actuel


def test_that_a_plan_is_read_in_words_by_the_whole_team(team, sophie):
    fiche = planned_care(team, sophie)
    for role in (Role.PSYCHOLOGUE, Role.MEDECIN, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE):
        plan = current(team, sophie, role)
        assert plan.fiche == fiche
        assert plan.objectifs[0] == SLEEP
        assert [(g.texte, g.etat_mots) for g in plan.objectifs[1:]] == [
            ("Un logement à soi", "À commencer")
        ]
        assert (plan.appuis, plan.accord, plan.revoir) == ("Sa sœur", "Oui", date(2026, 12, 8))
        assert plan.etats[:2] == (("A_FAIRE", "À commencer"), ("EN_COURS", "En cours"))


def test_that_a_goal_is_late_while_it_is_open():
    assert SLEEP.en_retard(date(2026, 11, 11))
    assert not SLEEP.en_retard(date(2026, 11, 10))
    for etat in ("ATTEINT", "ABANDONNE"):
        assert not Objectif(1, "Dormir", echeance=date(2026, 1, 1), etat=etat).en_retard(TODAY)
    assert not Objectif(1, "Dormir").en_retard(TODAY)


def test_that_the_last_plan_is_the_current_one_and_other_fiches_are_none(team, sophie):
    old = planned_care(team, sophie, date(2026, 3, 10))
    new = planned_care(team, sophie, date(2026, 9, 8))
    filled(team, sophie)
    found = plans(team.medecin, sophie.id)
    assert [plan.fiche.id for plan in found.plans] == [new.id, old.id]
    assert found.form == "pps"


def test_that_nobody_without_a_plan_has_one(team, sophie):
    found = plans(team.psychologue, sophie.id)
    assert (found.plans, found.actuel, found.actions, found.form) == ((), None, (), "pps")


def test_that_one_goal_moves_and_the_rest_stays(team, sophie):
    fiche = planned_care(team, sophie)
    plan = current(team, sophie)
    fait = annulation.noted(
        team.medecin,
        lambda office: change_etat(office, fiche.id, 1, "ATTEINT", plan.revision),
    )
    after = current(team, sophie)
    assert after.fiche.answers == {**plan.fiche.answers, "objectif_etat_1": "ATTEINT"}
    assert (after.fiche.complete, after.fiche.redacteur) == (True, plan.fiche.redacteur)
    annulation.undo(team.medecin, fait.changes)
    assert current(team, sophie).fiche == plan.fiche


def test_that_what_was_being_typed_is_not_lost_by_it(team, sophie):
    fiche = planned_care(team, sophie)
    opened = fiches.open_fiche(team.psychologue, fiche.id)
    typed = {**opened.answers, "situation": "À demi tapé"}
    fiches.save_draft(team.psychologue, opened, jour=opened.jour, answers=typed)
    change_etat(team.psychologue, fiche.id, 2, "EN_COURS", None)
    assert len(drafts.mine(team.psychologue)) == 1
    again = fiches.open_fiche(team.psychologue, fiche.id)
    assert again.answers["situation"] == "À demi tapé"
    assert again.answers["objectif_etat_2"] == "EN_COURS"


def test_that_a_plan_changed_meanwhile_is_not_overwritten(team, sophie):
    fiche = planned_care(team, sophie)
    read = current(team, sophie).revision
    change_etat(team.medecin, fiche.id, 1, "PARTIEL", read)
    with pytest.raises(StaleRevision):
        change_etat(team.psychologue, fiche.id, 1, "ATTEINT", read)


@pytest.mark.parametrize(("rang", "etat"), [(1, "FINI"), (6, "ATTEINT")])
def test_that_a_goal_or_a_state_that_is_not_there_is_refused(team, sophie, rang, etat):
    fiche = planned_care(team, sophie)
    with pytest.raises(EtatInconnu):
        change_etat(team.psychologue, fiche.id, rang, etat, None)
    assert current(team, sophie).fiche == fiche


def test_that_versions_tell_what_moved_and_who_moved_it(team, sophie):
    fiche = planned_care(team, sophie)
    moved(team, fiche, 1, "ATTEINT", date(2026, 10, 6), Role.MEDECIN)
    corbeille.cancel(team.psychologue, fiche.id, "mauvais dossier")
    corbeille.restore(team.psychologue, fiche.id)
    opened = fiches.open_fiche(team.psychologue, fiche.id)
    more = {**opened.answers, "objectif_3": "Marcher"}
    fiches.save(team.psychologue, opened, jour=opened.jour, answers=more, complete=True)
    told = [
        (v.at.date(), v.auteur.nom_affiche, [(g.texte, g.etat) for g in v.changements])
        for v in current(team, sophie).versions
    ]
    assert told == [
        (date(2026, 9, 8), "C. Modèle", []),
        (date(2026, 10, 6), "Dr Exemple", [("Dormir toute la nuit", "ATTEINT")]),
        (TODAY, "C. Modèle", []),
        (TODAY, "C. Modèle", [("Marcher", "")]),
    ]


def test_that_a_plan_is_closed_to_whom_the_person_objects(team, sophie):
    fiche = planned_care(team, sophie)
    oppose(team, sophie)
    assert plans(team.medecin, sophie.id).plans == ()
    with pytest.raises(PartageLimite):
        change_etat(team.medecin, fiche.id, 1, "ATTEINT", None)


def test_that_who_was_not_there_reads_no_decision_but_their_own(team, sophie):
    """The psychiatrist, asked to do one thing by a meeting where she was not."""
    psychiatrist = team[Role.PSYCHIATRE]
    me = psychiatrist.membre.id
    decided(team, sophie, a_decision(), a_decision("Voir le traitement", "2", qui=me))
    decided(team, sophie, a_decision("Logement", "3"), jour=TODAY, presents=(me,))

    def read(office):
        return [a.action.decision.texte for a in plans(office, sophie.id).actions]

    assert read(psychiatrist) == ["Logement", "Voir le traitement"]
    assert len(read(team.psychologue)) == 3


def test_that_an_opinion_stays_with_who_gave_it(team, sophie):
    psychiatrist = team[Role.PSYCHIATRE]
    asked = a_decision("Revoir le sommeil", type=TypeDecision.AVIS_PSYCHIATRE)
    decided(team, sophie, asked)
    actions_decidees.faire(psychiatrist, asked.id)
    (told,) = plans(psychiatrist, sophie.id).actions
    assert told.par.id == psychiatrist.membre.id


def test_that_the_reception_reads_and_moves_nothing(team, sophie):
    fiche = planned_care(team, sophie)
    reception = team[Role.SECRETARIAT]
    with pytest.raises(AccessDenied):
        plans(reception, sophie.id)
    with pytest.raises(AccessDenied):
        change_etat(reception, fiche.id, 1, "ATTEINT", None)


def test_that_a_goal_of_another_profession_is_not_moved(team, sophie):
    fiche = filled(team, sophie)
    with pytest.raises(AccessDenied):
        change_etat(team.medecin, fiche.id, 1, "ATTEINT", None)


def test_that_goals_are_those_of_the_answers_alone(team, sophie):
    planned_care(team, sophie, **dict.fromkeys((k for k in GOALS if k.endswith("_2")), None))
    assert current(team, sophie).objectifs == (SLEEP,)
