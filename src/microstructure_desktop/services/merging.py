"""Two versions of one meeting brought together without losing a word."""

from dataclasses import replace

from microstructure_desktop.domain.synthese import Decision, Reprise, Situation, Suite, Synthese


def merged(mine: Synthese, theirs: Synthese) -> Synthese:
    """Everything that either version says; where both chose, what is on screen wins.

    A text or a decision removed on one side comes back: it can be removed again, not retyped.
    """
    miennes = {s.patient: s for s in mine.situations}
    siennes = {s.patient for s in theirs.situations}
    presents = tuple(dict.fromkeys((*theirs.presents, *mine.presents)))
    excuses = dict.fromkeys((*theirs.excuses, *mine.excuses))
    return replace(
        theirs,
        lieu=mine.lieu,
        presents=presents,
        excuses=tuple(m for m in excuses if m not in presents),
        situations=(
            *(situation(miennes[s.patient], s) if s.patient in miennes else s
              for s in theirs.situations),
            *(s for s in mine.situations if s.patient not in siennes),
        ),
        reprises=_reprises(mine.reprises, theirs.reprises),
        organisation=joined_text(mine.organisation, theirs.organisation),
        prochaine=mine.prochaine or theirs.prochaine,
        visio=mine.visio,
        pause_depuis=mine.pause_depuis,
        pause_secondes=max(mine.pause_secondes, theirs.pause_secondes),
    )  # fmt: skip


def same_words(one: Synthese, other: Synthese) -> bool:
    """Whether nothing that was typed differs; counted minutes do not matter."""
    return _words(one) == _words(other)


def _words(synthese: Synthese) -> tuple[object, ...]:
    return (
        tuple(replace(s, minutes=0, vue=False, sources=()) for s in synthese.situations),
        synthese.reprises,
        synthese.organisation,
    )


def situation(mine: Situation, theirs: Situation) -> Situation:
    """Everything that either version of one person's part says."""
    return replace(
        mine,
        question=joined_text(mine.question, theirs.question),
        medical=joined_text(mine.medical, theirs.medical),
        psychologique=joined_text(mine.psychologique, theirs.psychologique),
        social=joined_text(mine.social, theirs.social),
        decisions=joined_decisions(mine.decisions, theirs.decisions),
        minutes=max(mine.minutes, theirs.minutes),
        vue=mine.vue or theirs.vue,
        sources=tuple(dict.fromkeys((*theirs.sources, *mine.sources))),
        minutes_prevues=mine.minutes_prevues or theirs.minutes_prevues,
    )


def joined_text(mine: str, theirs: str) -> str:
    if mine.strip() in theirs:
        return theirs
    if theirs.strip() in mine:
        return mine
    return f"{theirs.rstrip()}\n{mine.lstrip()}"


def joined_decisions(
    mine: tuple[Decision, ...], theirs: tuple[Decision, ...]
) -> tuple[Decision, ...]:
    miennes = {d.id: d for d in mine}
    siennes = {d.id for d in theirs}
    return (
        *(miennes.get(d.id, d) for d in theirs),
        *(d for d in mine if d.id not in siennes),
    )


def _reprises(mine: tuple[Reprise, ...], theirs: tuple[Reprise, ...]) -> tuple[Reprise, ...]:
    dites = {r.decision.id: r for r in mine if r.decision.suite is not Suite.A_FAIRE}
    return tuple(dites.get(r.decision.id, r) for r in theirs)
