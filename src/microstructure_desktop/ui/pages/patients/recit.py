"""Récit: the part of somebody's story that is shown, of one follow-up or of all of them."""

from typing import NamedTuple

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import InclusionId
from microstructure_desktop.services.chronologie import Chronologie
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.episodes import Episode
from microstructure_desktop.services.reference import Reference

from .episode_words import period
from .jalons import jalons_of
from .parcours import Evenement, events_of


class Recit(NamedTuple):
    """`episode`: whose forfait is shown. `part`: said when events are left out."""

    evenements: tuple[Evenement, ...]
    episode: Episode | None
    part: str = ""


def recit(
    dossier: Dossier,
    chronologie: Chronologie,
    reference: Reference,
    me: Membre,
    chosen: InclusionId | None,
) -> Recit:
    """The whole story beside the present follow-up, unless an earlier one is chosen."""
    present = dossier.inclusion.id if dossier.inclusion is not None else None
    episodes: dict[InclusionId | None, Episode] = {
        episode.inclusion.id: episode for episode in chronologie.episodes
    }
    others = jalons_of(dossier, chronologie, reference, me)
    events = events_of(dossier, reference, me, others)
    earlier = episodes.get(chosen)
    if earlier is None:
        return Recit(events, episodes.get(present))
    kept = tuple(event for event in events if earlier.couvre(event.jour))
    return Recit(kept, earlier, period(earlier))
