"""Etape: one step of the start of a microstructure, done on a day by somebody."""

from dataclasses import dataclass
from datetime import date

from .ids import DocumentId, EtapeId, MembreId


@dataclass(frozen=True, slots=True)
class Etape:
    """`id` is the step's in resources/demarrage.toml; `faite_le` None while it is to be done."""

    id: EtapeId
    faite_le: date | None = None
    par: MembreId | None = None
    note: str = ""
    documents: tuple[DocumentId, ...] = ()
