"""Meetings to show: three patients, an earlier meeting that left work, one under way."""

from dataclasses import dataclass, replace
from datetime import date, time

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.synthese import (
    Decision,
    Motif,
    ProchainPoint,
    Situation,
    Synthese,
)
from microstructure_desktop.services import syntheses
from microstructure_desktop.services.syntheses import SyntheseOuverte
from tests.cabinet import TODAY, Team

OCTOBER = date(2026, 10, 22)


@dataclass
class People:
    """Sophie is asked about, Luc was silent, Ana is new."""

    sophie: Patient
    luc: Patient
    ana: Patient


def people(team: Team) -> People:
    sophie = team.patient("Légende", "Sophie")
    luc = team.patient("Bernard", "Luc")
    ana = team.patient("Costa", "Ana", debut=date(2026, 11, 10))
    team.seance(luc.id, date(2026, 8, 3))
    team.seance(
        sophie.id,
        date(2026, 11, 17),
        note_partagee="Trois semaines sans alcool.",
        question="Reprise du travail ?",
    )
    return People(sophie, luc, ana)


def decision(text: str, membre=None, echeance: str = "") -> Decision:
    return Decision(DecisionId(f"d-{text}"), text, membre, echeance)


def seen(patient: Patient, *decisions: Decision, **changes) -> Situation:
    situation = Situation(
        patient.id,
        Motif.AJOUT,
        decisions=decisions,
        minutes=6,
        vue=True,
        prochain_point=ProchainPoint.SUR_DEMANDE,
    )
    return replace(situation, **changes)


def hold(team: Team, *situations: Situation, jour: date = OCTOBER) -> Synthese:
    """A meeting of the past, closed; the clock comes back."""
    back = team.clock().astimezone()
    team.clock.set(jour, time(12, 30))
    opened = begin(team, *situations)
    team.clock.set(jour, time(13, 25))
    closed = syntheses.close(team.medecin, opened.synthese, opened.based_on)
    team.clock.set(back.date(), back.time())
    return closed.synthese


def hold_without(team: Team, absent: Role, *situations: Situation) -> Synthese:
    """The same where one role was not there."""
    back = team.clock().astimezone()
    team.clock.set(OCTOBER, time(12, 30))
    prepared = syntheses.prepare(team.medecin)
    there = tuple(m for m in prepared.synthese.presents if m != team[absent].membre.id)
    synthese = replace(prepared.synthese, situations=situations, presents=there)
    opened = syntheses.begin(team.medecin, synthese, prepared.based_on)
    closed = syntheses.close(team.medecin, opened.synthese, opened.based_on)
    team.clock.set(back.date(), back.time())
    return closed.synthese


def begin(team: Team, *situations: Situation) -> SyntheseOuverte:
    prepared = syntheses.prepare(team.medecin)
    synthese = replace(prepared.synthese, situations=situations)
    return syntheses.begin(team.medecin, synthese, prepared.based_on)


def under_way(team: Team, who: People) -> SyntheseOuverte:
    """Begun at 12:32 today about the three of them, with a decision of October to follow."""
    hold(team, seen(who.luc, decision("Appeler la MDPH", team.medecin.membre.id)))
    team.clock.set(TODAY, time(12, 32))
    return begin(
        team,
        Situation(who.sophie.id, Motif.QUESTION),
        Situation(who.luc.id, Motif.SANS_NOUVELLES),
        Situation(who.ana.id, Motif.INCLUSION),
    )
