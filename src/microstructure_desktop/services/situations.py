"""Which situations of a meeting somebody reads; those closed to them stay when they save."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.synthese import Etat, Synthese

from . import merging
from .access import attends
from .cercle import Cercle
from .office import Office


def ouvertes_a(lecture: Cercle, synthese: Synthese) -> Synthese:
    """The meeting without what is about people who object to this reader."""
    return replace(
        synthese,
        situations=tuple(s for s in synthese.situations if not lecture.ferme(s.patient)),
        reprises=tuple(r for r in synthese.reprises if not lecture.ferme(r.patient)),
    )


def non_entendues(office: Office, toutes: Iterable[Synthese]) -> frozenset[DecisionId]:
    """Decisions of closed meetings where the reader was not; none for who reads them all."""
    heard: set[DecisionId] = set()
    others: set[DecisionId] = set()
    for synthese in (s for s in toutes if s.close):
        said = [d.id for s in synthese.situations for d in s.decisions]
        said += [r.decision.id for r in synthese.reprises]
        (heard if attends(office, synthese.presents) else others).update(said)
    return frozenset(others - heard)


def entendues(office: Office, toutes: Iterable[Synthese], synthese: Synthese) -> Synthese:
    """A meeting being prepared, without those; once it has begun, who is there hears them."""
    if synthese.etat is not Etat.PREPAREE:
        return synthese
    tues = non_entendues(office, toutes)
    prises = tuple(r for r in synthese.reprises if r.decision.id not in tues)
    return replace(synthese, reprises=prises)


def retenues(lecture: Cercle, synthese: Synthese) -> int:
    """How many discussed situations the reader does not get."""
    return sum(lecture.ferme(s.patient) for s in synthese.vues)


def rendues(
    lecture: Cercle,
    synthese: Synthese,
    enregistree: Synthese,
    tues: Collection[DecisionId] = (),
) -> Synthese:
    """What is saved: what the reader wrote, and what they could not read, at its place.

    Of somebody closed whom they wrote about all the same, both are kept. `enregistree` names
    people by their records of today; `tues`: the decisions that were held back from the reader.
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
        r
        for r in enregistree.reprises
        if (lecture.ferme(r.patient) or r.decision.id in tues) and r.decision.id not in known
    )
    return replace(synthese, situations=tuple(mine), reprises=(*synthese.reprises, *hidden))
