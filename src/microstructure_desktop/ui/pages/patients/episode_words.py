"""How an episode is named, told and left for another programme."""

from datetime import date

from microstructure_desktop.domain.forfait import Compteur, Forfait
from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.services.episodes import Episode
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import NBSP, numeric_date, ordinal

from .words import ROLE_OF_ACTS, inside


def programme_of(episode: Episode) -> str:
    known = episode.programme
    return known.libelle if known is not None else episode.inclusion.programme


def episode_name(episode: Episode, reference: Reference) -> str:
    """« Equip’Addict, depuis le 03/03/2026 », « Equip’Addict, 2023–2024, terminé : … »."""
    inclusion, name = episode.inclusion, programme_of(episode)
    if inclusion.fin is None:
        return f"{name}, depuis le {numeric_date(inclusion.debut)}"
    first, last = inclusion.debut.year, inclusion.fin.year
    years = str(first) if first == last else f"{first}–{last}"
    reason = inside(reference.libelle("CL29", inclusion.motif_sortie))
    # an episode taken up from an old list may have no reason
    return f"{name}, {years}, terminé{NBSP}: {reason}" if reason else f"{name}, {years}, terminé"


def period(episode: Episode) -> str:
    """« Suivi du 03/03/2023 au 01/02/2024 »."""
    inclusion = episode.inclusion
    if inclusion.fin is None:
        return f"Suivi depuis le {numeric_date(inclusion.debut)}"
    return f"Suivi du {numeric_date(inclusion.debut)} au {numeric_date(inclusion.fin)}"


def left_behind(forfait: Forfait | None) -> str:
    """What becomes of the acts that the present forfait still includes."""
    left = [c for c in forfait.compteurs if c.reste] if forfait is not None else []
    if not left:
        return "Les actes déjà faits restent comptés dans le suivi d’aujourd’hui."
    return (
        "Les actes déjà faits restent comptés dans le suivi d’aujourd’hui. Ce qu’il en restait "
        f"ne passe pas dans le nouveau{NBSP}: {_listed(left)}."
    )


def opened(programme: Programme | None, le: date) -> str:
    """What the new programme includes from its first day."""
    version = programme.version(le) if programme is not None else None
    if version is None or not version.prestations:
        return "Le nouveau programme ne compte pas d’actes par personne."
    acts = ", ".join(f"{p.nombre} {inside(ROLE_OF_ACTS[p.role])}" for p in version.prestations)
    return f"Le nouveau forfait compte depuis son premier jour{NBSP}: {acts}."


def _listed(left: list[Compteur]) -> str:
    return ", ".join(f"{c.reste} {inside(ROLE_OF_ACTS[c.role])}" for c in left)


def year_name(rank: int) -> str:
    """« 2ᵉ année »."""
    return f"{ordinal(rank)} année"
