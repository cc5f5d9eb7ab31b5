"""Partenaire: who works around the cabinet; Intervenant: who of them follows one person."""

from dataclasses import dataclass
from datetime import date

from .ids import IntervenantId, PartenaireId, PatientId


@dataclass(frozen=True, slots=True)
class Partenaire:
    """One line of the cabinet's directory; `type` is a code of the list PARTENAIRES."""

    id: PartenaireId
    nom: str
    type: str
    telephone: str = ""
    messagerie: str = ""
    adresse: str = ""
    precision: str = ""
    actif: bool = True


@dataclass(frozen=True, slots=True)
class Intervenant:
    """A partner who follows a person, `depuis` a day and until `jusqu_a`; `precision` says who."""

    id: IntervenantId
    patient: PatientId
    partenaire: PartenaireId
    depuis: date | None = None
    jusqu_a: date | None = None
    precision: str = ""
