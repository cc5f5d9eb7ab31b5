"""Envoi: what was prepared for the regional animator, month by month."""

from dataclasses import dataclass

from .ids import EnvoiId


@dataclass(frozen=True, slots=True)
class Envoi:
    """One prepared bundle. `paquet` is its id (SHA-256 of the manifest), `remplace` the former
    bundle of the same month, `sequence` strictly increasing for the cabinet.
    """

    id: EnvoiId
    periode: str
    sequence: int
    paquet: str
    remplace: str | None = None
