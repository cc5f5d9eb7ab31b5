"""Action: a decision of a closed meeting, until it is done or dropped, between meetings too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from .echeances import echeance_lue
from .ids import DecisionId, MembreId, PatientId, SyntheseId
from .reunion import Reunion, TypeReunion
from .suites_donnees import SuiteDonnee
from .synthese import Decision, Reprise, Suite, Synthese

DitesEntreTemps = Mapping[DecisionId, SuiteDonnee]


@dataclass(frozen=True, slots=True)
class Action:
    """`depuis`: the day it was decided; `synthese`: the last meeting to speak of it; `pour`: by
    when. Once over: `fini_le`, `par` (None: the meeting said it) and a few words. `reunion`: the
    type of another meeting than the synthesis, which names nobody: `patient` is "" and `synthese`
    that meeting's id.
    """

    decision: Decision
    patient: PatientId
    depuis: date
    synthese: SyntheseId
    pour: date | None = None
    fini_le: date | None = None
    par: MembreId | None = None
    note: str = ""
    reunion: TypeReunion | None = None

    @property
    def suivie(self) -> bool:
        """Whether it asked for anything: to go on as before is said and done."""
        return self.decision.suite_d_abord is Suite.A_FAIRE

    @property
    def ouverte(self) -> bool:
        return self.decision.suite is Suite.A_FAIRE

    def en_retard(self, le: date) -> bool:
        return self.ouverte and self.pour is not None and self.pour < le


@dataclass(frozen=True, slots=True)
class Bilan:
    """What was over in a period; `sans_terme`: done, when no day had been set."""

    a_temps: int
    en_retard: int
    sans_terme: int
    abandonnees: int


def actions(syntheses: Iterable[Synthese], dites: Iterable[SuiteDonnee]) -> tuple[Action, ...]:
    """Of the closed meetings, oldest first; what was said since the last one says its state."""
    found: dict[DecisionId, Action] = {}
    for synthese in (s for s in syntheses if s.close):
        for action in _said(synthese, found):
            found[action.decision.id] = action
    for suite in dites:
        known = found.get(suite.id)
        if known is not None:
            found[suite.id] = _over(known, suite)
    return tuple(action for action in found.values() if action.decision.texte)


def actions_du_reseau(
    reunions: Iterable[Reunion], dites: Iterable[SuiteDonnee]
) -> tuple[Action, ...]:
    """Of the other meetings that are closed, in their order, with what was said since."""
    told = {suite.id: suite for suite in dites}
    asked = (_asked(r, d) for r in reunions if r.close for d in r.actions if d.texte.strip())
    return tuple(_over(a, told[a.decision.id]) if a.decision.id in told else a for a in asked)


def a_reprendre(syntheses: Iterable[Synthese]) -> tuple[Reprise, ...]:
    """What the closed meetings left to do, in whichever order they were closed: the next one opens
    on it, under the first day when it was decided.
    """
    return tuple(
        Reprise(a.patient, a.decision, a.depuis) for a in actions(syntheses, ()) if a.ouverte
    )


def bilan(found: Iterable[Action], du: date, au: date) -> Bilan:
    """How the actions over between two days, both included, were done: by their day or after.

    An action that a meeting said to be over is over on the day of this meeting.
    """
    over = [a for a in found if a.suivie and a.fini_le is not None and du <= a.fini_le <= au]
    done = [a for a in over if a.decision.suite is Suite.FAITE]
    late = sum(a.pour is not None and (a.fini_le or du) > a.pour for a in done)
    untimed = sum(a.pour is None for a in done)
    return Bilan(len(done) - late - untimed, late, untimed, len(over) - len(done))


def au_courant(reprises: Iterable[Reprise], dites: DitesEntreTemps) -> tuple[Reprise, ...]:
    """What a meeting takes up, with what was said between meetings.

    What the meeting itself has said stays; what was told to it and is taken back goes.
    """
    return tuple(_told(r, dites.get(r.decision.id)) for r in reprises)


def contredites(reprises: Iterable[Reprise], dites: DitesEntreTemps) -> frozenset[DecisionId]:
    """Those of which a meeting says otherwise than what was said before it ended.

    Still to do counts only from one that knew it to be over.
    """
    return frozenset(
        r.decision.id
        for r in reprises
        if (suite := dites.get(r.decision.id)) is not None
        and (_is_told(r, suite) or r.decision.suite is not Suite.A_FAIRE)
        and r.decision.suite is not suite.suite
    )


def sans_dire(reprise: Reprise) -> Reprise:
    """The same, said by the meeting alone."""
    return replace(reprise, dite_le=None, dite_par=None, note="")


def echeance(decision: Decision, depuis: date) -> date | None:
    """By when a decision of that day is to be done."""
    return decision.echeance_jour or echeance_lue(decision.echeance, depuis)


def _said(synthese: Synthese, known: Mapping[DecisionId, Action]) -> Iterator[Action]:
    """What one meeting says of earlier decisions, then what it decided."""
    for reprise in synthese.reprises:
        before = known.get(reprise.decision.id)
        since = before.depuis if before is not None else reprise.depuis
        made = _action(reprise.decision, reprise.patient, since, synthese)
        told = reprise.dite_le is not None and not made.ouverte
        yield _told_by(made, reprise) if told else made
    for situation in synthese.situations:
        for decision in situation.decisions:
            yield _action(decision, situation.patient, synthese.jour, synthese)


def _action(decision: Decision, patient: PatientId, depuis: date, synthese: Synthese) -> Action:
    over = None if decision.suite is Suite.A_FAIRE else synthese.jour
    return Action(decision, patient, depuis, synthese.id, echeance(decision, depuis), over)


def _asked(reunion: Reunion, decision: Decision) -> Action:
    return Action(
        decision,
        PatientId(""),
        reunion.jour,
        SyntheseId(reunion.id),
        echeance(decision, reunion.jour),
        reunion=reunion.type,
    )


def _told_by(action: Action, reprise: Reprise) -> Action:
    return replace(action, fini_le=reprise.dite_le, par=reprise.dite_par, note=reprise.note)


def _over(action: Action, suite: SuiteDonnee) -> Action:
    return replace(
        action,
        decision=replace(action.decision, suite=suite.suite),
        fini_le=suite.jour,
        par=suite.par,
        note=suite.note,
    )


def _told(reprise: Reprise, suite: SuiteDonnee | None) -> Reprise:
    if suite is None:
        waits = replace(reprise.decision, suite=Suite.A_FAIRE)
        taken_back = reprise.dite_le is not None
        return sans_dire(replace(reprise, decision=waits)) if taken_back else reprise
    by_the_meeting = reprise.dite_le is None and reprise.decision.suite is not Suite.A_FAIRE
    if by_the_meeting or _is_told(reprise, suite):
        return reprise
    return replace(
        reprise,
        decision=replace(reprise.decision, suite=suite.suite),
        dite_le=suite.jour,
        dite_par=suite.par,
        note=suite.note,
    )


def _is_told(reprise: Reprise, suite: SuiteDonnee) -> bool:
    return (reprise.dite_le, reprise.dite_par, reprise.note) == (suite.jour, suite.par, suite.note)
