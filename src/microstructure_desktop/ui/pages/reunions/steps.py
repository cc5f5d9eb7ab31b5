"""Steps: the order in which a meeting goes, from old decisions to the next date."""

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.synthese import Situation, Suite, Synthese

REPRISES = "reprises"
ORGANISATION = "organisation"


def steps_of(synthese: Synthese) -> tuple[str, ...]:
    """Old decisions when there are some, each patient, then the organisation of the team."""
    first = (REPRISES,) if synthese.reprises else ()
    return (*first, *(s.patient for s in synthese.situations), ORGANISATION)


def first_step(synthese: Synthese) -> str:
    """Where to take the meeting up: the old decisions, else whoever was not discussed yet."""
    if synthese.reprises and not synthese.vues and not synthese.close:
        return REPRISES
    waiting = (s.patient for s in synthese.situations if not s.vue)
    if synthese.close:
        waiting = (s.patient for s in synthese.situations)
    return next(waiting, ORGANISATION)


def situation_at(synthese: Synthese, step: str) -> Situation | None:
    """The patient discussed at a step; None at the two others."""
    return synthese.situation(PatientId(step))


def to_follow(synthese: Synthese) -> int:
    """Old decisions that nobody has ticked yet."""
    return sum(r.decision.suite is Suite.A_FAIRE for r in synthese.reprises)


def undecided(synthese: Synthese) -> tuple[Situation, ...]:
    """Discussed, and nothing decided: worth a question before closing."""
    return tuple(s for s in synthese.vues if not s.decisions)


def undiscussed(synthese: Synthese) -> tuple[Situation, ...]:
    return tuple(s for s in synthese.situations if not s.vue)
