"""Envoi: what was sealed for the regional animator, month by month."""

from dataclasses import dataclass

from .ids import EnvoiId, PatientId


@dataclass(frozen=True, slots=True)
class Envoi:
    """One sealed bundle. `paquet` is its id (SHA-256 of the manifest), `remplace` the former
    bundle of the same month, `sequence` strictly increasing for the cabinet. `convention`: the
    fingerprint of the file that it was sealed under. `ecartes`: who objected to being counted
    then, None when it was not noted; it never leaves.
    """

    id: EnvoiId
    periode: str
    sequence: int
    paquet: str
    remplace: str | None = None
    convention: str = ""
    ecartes: tuple[PatientId, ...] | None = None
