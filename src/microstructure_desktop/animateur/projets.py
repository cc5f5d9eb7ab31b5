"""What a convention says, taken from the one in force to be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop.exchange.contents import K_ACTIVITE, K_PLANCHER
from microstructure_desktop.exchange.convention import SUFFIX, CanalPropose

from .enrol import Projet

if TYPE_CHECKING:
    from microstructure_desktop.domain.canal import TypeCanal
    from microstructure_desktop.exchange.convention import Convention

__all__ = ["LEAST_ACTIVITY", "LEAST_TRAIT", "CanalPropose", "nom", "of", "voie"]

LEAST_TRAIT, LEAST_ACTIVITY = K_PLANCHER, K_ACTIVITE
"""No convention goes lower: fewest people behind a trait, and behind a month."""


def of(convention: Convention) -> Projet:
    return Projet(
        convention.region,
        convention.animateur,
        convention.contact,
        convention.k,
        convention.k_activite,
        convention.jour_limite,
        convention.canaux,
        convention.profils,
    )


def voie(genre: TypeCanal, adresse: str, nom: str = "") -> CanalPropose:
    """A way that is open to the cabinets; no secret is ever in it."""
    return CanalPropose(genre, adresse, nom)


def nom(convention: Convention) -> str:
    """The name of its file."""
    return f"convention_{convention.region}_{convention.numero}{SUFFIX}"
