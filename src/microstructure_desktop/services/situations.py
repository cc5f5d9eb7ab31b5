"""Which situations of a meeting somebody reads; those closed to them stay when they save."""

from dataclasses import replace

from microstructure_desktop.domain.synthese import Synthese

from . import merging
from .cercle import Cercle


def ouvertes_a(lecture: Cercle, synthese: Synthese) -> Synthese:
    """The meeting without what is about people who object to this reader."""
    return replace(
        synthese,
        situations=tuple(s for s in synthese.situations if not lecture.ferme(s.patient)),
        reprises=tuple(r for r in synthese.reprises if not lecture.ferme(r.patient)),
    )


def retenues(lecture: Cercle, synthese: Synthese) -> int:
    """How many discussed situations the reader does not get."""
    return sum(lecture.ferme(s.patient) for s in synthese.vues)


def rendues(lecture: Cercle, synthese: Synthese, enregistree: Synthese) -> Synthese:
    """What is saved: what the reader wrote, and what they could not read, at its place.

    Of somebody closed whom they wrote about all the same, both are kept. `enregistree` names
    people by their records of today.
    """
    hidden_ones = {s.patient: s for s in enregistree.situations if lecture.ferme(s.patient)}
    said = {s.patient for s in synthese.situations}
    mine = [
        merging.situation(None, s, hidden_ones[s.patient]) if s.patient in hidden_ones else s
        for s in synthese.situations
    ]
    for rank, situation in enumerate(enregistree.situations):
        if situation.patient in hidden_ones and situation.patient not in said:
            mine.insert(min(rank, len(mine)), situation)
    known = {r.decision.id for r in synthese.reprises}
    hidden = tuple(
        r for r in enregistree.reprises if lecture.ferme(r.patient) and r.decision.id not in known
    )
    return replace(synthese, situations=tuple(mine), reprises=(*synthese.reprises, *hidden))
