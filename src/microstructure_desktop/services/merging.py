"""Two versions of one meeting brought together without losing a word."""

from collections.abc import Iterable
from dataclasses import fields, replace

from microstructure_desktop.domain.ids import DecisionId, new_id
from microstructure_desktop.domain.synthese import (
    Decision,
    Etat,
    Reprise,
    Situation,
    Suite,
    Synthese,
)

from .three_way import changed_otherwise, chosen, joined_line, joined_text, kept, merged_by_key

_OF_A_DECISION = tuple(field.name for field in fields(Decision))


def merged(base: Synthese, mine: Synthese, theirs: Synthese) -> Synthese:
    """What either side changed since `base`; where both chose, what is on screen wins.

    Where both typed, both are there. A meeting that has begun keeps the hour when it did.
    """
    presents = kept(base.presents, mine.presents, theirs.presents)
    excuses = kept(base.excuses, mine.excuses, theirs.excuses)
    when = theirs if theirs.etat is not Etat.PREPAREE else mine
    return replace(
        theirs,
        jour=chosen(base.jour, when.jour, theirs.jour),
        debut=chosen(base.debut, when.debut, theirs.debut),
        lieu=joined_line(base.lieu, mine.lieu, theirs.lieu),
        presents=presents,
        excuses=tuple(m for m in excuses if m not in presents),
        redacteur=chosen(base.redacteur, mine.redacteur, theirs.redacteur),
        situations=_situations(base, mine, theirs),
        reprises=_reprises(base.reprises, mine.reprises, theirs.reprises),
        organisation=joined_text(base.organisation, mine.organisation, theirs.organisation),
        prochaine=chosen(base.prochaine, mine.prochaine, theirs.prochaine),
        visio=chosen(base.visio, mine.visio, theirs.visio),
        pause_depuis=chosen(base.pause_depuis, mine.pause_depuis, theirs.pause_depuis),
        pause_secondes=_longest(base.pause_secondes, mine.pause_secondes, theirs.pause_secondes),
    )


def without_origin(theirs: Synthese) -> Synthese:
    """What two versions began from when nothing says it: nothing written, nobody named."""
    return replace(theirs, presents=(), excuses=(), situations=(), reprises=(), organisation="")


def same_words(one: Synthese, other: Synthese) -> bool:
    """Whether nothing that was typed differs; counted minutes do not matter."""
    return _words(one) == _words(other)


def _words(synthese: Synthese) -> tuple[object, ...]:
    return (
        tuple(
            replace(s, minutes=0, vue=False, sources=(), forfait=None) for s in synthese.situations
        ),
        synthese.reprises,
        synthese.organisation,
    )


def _situations(base: Synthese, mine: Synthese, theirs: Synthese) -> tuple[Situation, ...]:
    return merged_by_key(
        base.situations,
        mine.situations,
        theirs.situations,
        lambda s: s.patient,
        lambda b, m, t: (situation(b, m, t),),
    )


def situation(base: Situation | None, mine: Situation, theirs: Situation) -> Situation:
    """Of one person, what either version says; `base` None: both put them on the agenda."""
    origin = base or Situation(mine.patient, theirs.motif)
    return replace(
        mine,
        motif=chosen(origin.motif, mine.motif, theirs.motif),
        question=joined_text(origin.question, mine.question, theirs.question),
        medical=joined_text(origin.medical, mine.medical, theirs.medical),
        psychologique=joined_text(origin.psychologique, mine.psychologique, theirs.psychologique),
        social=joined_text(origin.social, mine.social, theirs.social),
        decisions=joined_decisions(origin.decisions, mine.decisions, theirs.decisions),
        prochain_point=chosen(origin.prochain_point, mine.prochain_point, theirs.prochain_point),
        minutes=_longest(origin.minutes, mine.minutes, theirs.minutes),
        vue=chosen(origin.vue, mine.vue, theirs.vue),
        sources=kept(origin.sources, mine.sources, theirs.sources),
        minutes_prevues=chosen(
            origin.minutes_prevues, mine.minutes_prevues, theirs.minutes_prevues
        ),
    )


def joined_decisions(
    base: tuple[Decision, ...], mine: tuple[Decision, ...], theirs: tuple[Decision, ...]
) -> tuple[Decision, ...]:
    """One that both changed otherwise, of one thing they say of it, stands twice."""
    return merged_by_key(base, mine, theirs, lambda d: d.id, _decision)


def _decision(base: Decision | None, mine: Decision, theirs: Decision) -> Iterable[Decision]:
    if base is None:
        base = theirs if mine == theirs else Decision(mine.id, "")
    said = {n: (getattr(base, n), getattr(mine, n), getattr(theirs, n)) for n in _OF_A_DECISION}
    if any(changed_otherwise(*three) for three in said.values()):
        return theirs, replace(mine, id=DecisionId(new_id()))
    return (replace(theirs, **{name: chosen(*three) for name, three in said.items()}),)


def _longest(base: int, mine: int, theirs: int) -> int:
    """Time that both went on counting is not counted twice."""
    if changed_otherwise(base, mine, theirs):
        return max(mine, theirs)
    return chosen(base, mine, theirs)


def _reprises(
    base: tuple[Reprise, ...], mine: tuple[Reprise, ...], theirs: tuple[Reprise, ...]
) -> tuple[Reprise, ...]:
    return merged_by_key(base, mine, theirs, lambda r: r.decision.id, _reprise)


def _reprise(base: Reprise | None, mine: Reprise, theirs: Reprise) -> Iterable[Reprise]:
    """Of two answers that on screen; an answer rather than none."""
    waits = mine.decision.suite is Suite.A_FAIRE
    if changed_otherwise(base, mine, theirs):
        return (theirs if waits else mine,)
    return (chosen(base or mine, mine, theirs),)
