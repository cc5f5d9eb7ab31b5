"""The next meeting as Accueil announces it: its line, its day, how many people are proposed."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.synthese import Etat, Synthese

from .access import Permission, allowed
from .agenda import propositions_of
from .reunis import named_now, reunis
from .situations import entendues, ouvertes_a
from .synthese_preparation import nouvelle
from .synthese_reprise import Brouillon, draft_key
from .syntheses import SyntheseLigne, lignes_de

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

    from .cercle import Cercle
    from .office import Office


@dataclass(frozen=True, slots=True)
class Annoncee:
    """`ligne`: the meeting in preparation or under way; `jour`: when the team meets."""

    ligne: SyntheseLigne | None
    jour: date | None
    propositions: int = 0


def annoncee(
    work: "Work", office: "Office", ecrites: list[Synthese], lecture: "Cercle", le: date
) -> Annoncee:
    """`ecrites`: every meeting as it was written. Who takes no part knows only the day."""
    planned = min((s.jour for s in ecrites if not s.close and s.jour >= le), default=None)
    if not allowed(office.membre.role, Permission.REUNION):
        return Annoncee(None, planned)
    ligne = lignes_de(ecrites, office).prochaine
    if not allowed(office.membre.role, Permission.TOUTES_REUNIONS):
        return Annoncee(ligne, ligne.jour if ligne is not None else planned)
    toutes = named_now(work, ecrites)
    synthese = _preparee(work, office, toutes, lecture)
    now = reunis(work)
    named = {now.get(s.patient, s.patient) for s in synthese.situations}
    proposed = propositions_of(work, office, toutes, synthese.jour)
    return Annoncee(
        ligne,
        ligne.jour if ligne is not None else synthese.jour,
        sum(p.patient not in named for p in proposed),
    )


def _preparee(
    work: "Work", office: "Office", toutes: list[Synthese], lecture: "Cercle"
) -> Synthese:
    """The meeting that its page opens on, with what the person was typing."""
    attente = next((s.id for s in toutes if s.etat is Etat.PREPAREE), None)
    synthese = work.syntheses.get(attente) if attente else nouvelle(work, office, toutes)
    brouillon = work.drafts.get_as(draft_key(synthese.id), office.membre.id, Brouillon)
    if brouillon is not None:
        return ouvertes_a(lecture, brouillon.synthese)
    return ouvertes_a(lecture, entendues(office, toutes, synthese))
