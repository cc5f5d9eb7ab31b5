"""What the meetings decided about somebody: who does it, by when, and what became of it."""

from dataclasses import dataclass
from datetime import date

from microstructure_desktop.domain.echeances import echeance_lue
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId, PatientId, SyntheseId
from microstructure_desktop.domain.synthese import Decision, Suite, Synthese


@dataclass(frozen=True, slots=True)
class ActionDecidee:
    """What a meeting decided about somebody, with what became of it since; `pour`: by when."""

    decision: Decision
    jour: date
    synthese: SyntheseId
    qui: Membre | None
    pour: date | None

    def en_retard(self, le: date) -> bool:
        waits = self.decision.suite is Suite.A_FAIRE
        return waits and self.pour is not None and self.pour < le


def decisions(
    syntheses: list[Synthese], patient_id: PatientId, membres: dict[MembreId, Membre]
) -> tuple[ActionDecidee, ...]:
    """Of the closed meetings, the latest first; the last meeting to speak of one says its state."""
    found: dict[str, ActionDecidee] = {}
    for synthese in (s for s in syntheses if s.close):
        taken_up = [r for r in synthese.reprises if r.patient == patient_id]
        for reprise in taken_up:
            known = found.get(reprise.decision.id)
            since = known.jour if known is not None else reprise.depuis
            made = _action(reprise.decision, since, synthese.id, membres)
            found[reprise.decision.id] = made
        for situation in synthese.situations:
            for decision in situation.decisions if situation.patient == patient_id else ():
                found[decision.id] = _action(decision, synthese.jour, synthese.id, membres)
    written = [action for action in found.values() if action.decision.texte]
    return tuple(sorted(written, key=lambda a: a.jour, reverse=True))


def _action(
    decision: Decision, jour: date, synthese: SyntheseId, membres: dict[MembreId, Membre]
) -> ActionDecidee:
    qui = membres.get(decision.qui) if decision.qui is not None else None
    return ActionDecidee(decision, jour, synthese, qui, echeance_lue(decision.echeance, jour))
