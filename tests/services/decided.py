"""Meetings where something was decided, as several tests need them."""

from datetime import date, time

from microstructure_desktop.domain.ids import DecisionId, ReunionId, new_id
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Decision, Etat, Motif, Situation
from tests.factories import a_synthese

from .cases import write

SEPTEMBER, OCTOBER = date(2026, 9, 24), date(2026, 10, 22)


def a_decision(texte="Bilan sanguin", rank="1", **more):
    return Decision(DecisionId(rank), texte, **more)


def a_meeting(team, jour, *situations, reprises=(), etat=Etat.CLOSE, **more):
    closed = team.clock() if etat is Etat.CLOSE else None
    made = a_synthese(
        jour=jour, etat=etat, situations=situations, reprises=reprises, close_le=closed, **more
    )
    return write(team, "syntheses", made)


def about(patient, *decisions):
    return Situation(patient.id, Motif.QUESTION, decisions=decisions, vue=True)


def decided(team, patient, *decisions, jour=SEPTEMBER, **more):
    """A closed meeting that decided these about one person."""
    return a_meeting(team, jour, about(patient, *decisions), **more)


def network_met(team, *actions, jour=SEPTEMBER, nature=TypeReunion.CRISE):
    """A closed meeting that names nobody, and asked for these."""
    return write(
        team,
        "reunions",
        Reunion(
            ReunionId(new_id()),
            nature,
            jour,
            time(14),
            time(15),
            etat=Etat.CLOSE,
            actions=actions,
            close_le=team.clock(),
        ),
    )
