"""What each decision leads to, for who may do it."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.synthese import TypeDecision
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reunions.next_acts import next_act

P = PatientId("p")


@pytest.mark.parametrize(
    ("kind", "route"),
    [
        (TypeDecision.AVIS_PSYCHIATRE, Route("agenda")),
        (TypeDecision.ORIENTATION, Route("annuaire")),
        (TypeDecision.REEVALUATION_PPS, Route("dossier", patient_id=P, onglet="plan")),
        (TypeDecision.SORTIE, Route("dossier", patient_id=P, formulaire=Formulaire.SORTIE)),
        (TypeDecision.SIGNALEMENT, Route("dossier", patient_id=P, formulaire=Formulaire.LETTRE)),
        (TypeDecision.INCLUSION, Route("dossier", patient_id=P, formulaire=Formulaire.INCLUSION)),
    ],
)
def test_that_a_decision_leads_somewhere(kind, route):
    assert next_act(kind, Role.MEDECIN).route(P) == route


def test_that_going_on_and_deciding_nothing_ask_for_nothing_more():
    for kind in (None, TypeDecision.MAINTIEN, TypeDecision.AUCUNE):
        assert next_act(kind, Role.MEDECIN) is None


def test_that_nobody_is_offered_what_their_role_may_not_do():
    assert next_act(TypeDecision.SORTIE, Role.PSYCHOLOGUE) is not None
    assert next_act(TypeDecision.SORTIE, Role.PSYCHIATRE) is None
