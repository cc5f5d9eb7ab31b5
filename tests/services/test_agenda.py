"""The facts behind an agenda, read from a real store and counted by hand."""

from datetime import UTC, date, datetime, time

from microstructure_desktop.domain.consultation import Question
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import QuestionId, SyntheseId
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.synthese import (
    Etat,
    Motif,
    ProchainPoint,
    Situation,
    Synthese,
)
from microstructure_desktop.services.agenda import faits_of, seuils_of
from tests.cabinet import TODAY


def facts(team, questions=(), closes=()):
    with team.medecin.store.read() as work:
        return {f.patient: f for f in faits_of(work, team.medecin, questions, list(closes), TODAY)}


def closed(patient, jour, point, *, vue=True):
    situation = Situation(patient, Motif.AJOUT, prochain_point=point, vue=vue)
    return Synthese(
        SyntheseId(f"s{jour:%j}"),
        jour,
        time(12, 30),
        etat=Etat.CLOSE,
        situations=(situation,),
        close_le=datetime(jour.year, jour.month, jour.day, 13, tzinfo=UTC),
    )


def test_that_the_thresholds_are_the_shipped_ones(team):
    seuils = seuils_of(team.medecin.reference)
    known = team.medecin.reference.seuils
    assert seuils.sans_nouvelles_jours == known.sans_nouvelles_jours
    assert seuils.forfait_echeance_jours == known.forfait_echeance_jours
    assert seuils.deux_mois_jours == known.deux_mois_jours


def test_that_somebody_followed_brings_inclusion_last_act_forfait_and_fiche(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 10, 8))
    team.seance(sophie.id, date(2026, 11, 5))
    (found,) = facts(team).values()
    assert isinstance(found.inclusion, Inclusion)
    assert found.inclusion.debut == date(2026, 3, 3)
    assert found.dernier_acte == date(2026, 11, 5)
    assert found.forfait.compteur(Role.PSYCHOLOGUE).faits == 2
    assert found.fiche_due_le == date(2026, 9, 3)  # six months
    assert (found.evocation, found.prochain_point, found.questions) == (None, None, ())


def test_that_the_last_meeting_that_discussed_somebody_counts(team):
    sophie = team.patient()
    closes = (
        closed(sophie.id, date(2026, 9, 24), ProchainPoint.SUR_DEMANDE),
        closed(sophie.id, date(2026, 10, 22), ProchainPoint.DEUX_MOIS),
        closed(sophie.id, date(2026, 11, 12), ProchainPoint.PROCHAINE_SYNTHESE, vue=False),
    )
    found = facts(team, closes=closes)[sophie.id]
    assert (found.evocation, found.prochain_point) == (date(2026, 10, 22), ProchainPoint.DEUX_MOIS)


def test_that_somebody_asked_about_without_ever_being_included_is_there(team):
    luc = team.patient("Bernard", "Luc", programme="", debut=None)
    psy = team.psychologue.membre.id
    asked = Question(QuestionId("q"), luc.id, psy, "Relais ?", datetime(2026, 11, 2, tzinfo=UTC))
    found = facts(team, (asked,))[luc.id]
    assert (found.inclusion, found.questions) == (None, (asked,))
