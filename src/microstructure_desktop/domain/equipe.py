"""Membre and Role: who works in the microstructure; and the cabinet that hosts it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .ids import MembreId


class Role(StrEnum):
    MEDECIN = "medecin"
    PSYCHOLOGUE = "psychologue"
    TRAVAILLEUR_SOCIAL = "travailleur_social"
    PSYCHIATRE = "psychiatre"
    COORDINATION = "coordination"
    SECRETARIAT = "secretariat"


SOIGNANTS = (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE)


@dataclass(frozen=True, slots=True)
class Membre:
    """One person with an account; `nom_affiche` is how the minutes name them.

    Not `actif`: suspended, the account opens nothing. `rpps`: eleven digits, or nothing.
    `retire_le`: out of the team for good that day, and no key opens anything any more.
    """

    id: MembreId
    prenom: str
    nom: str
    role: Role
    actif: bool = True
    rpps: str = ""
    retire_le: date | None = None

    @property
    def nom_affiche(self) -> str:
        """« Dr Lemoine » for a doctor, « C. Morel » for the others."""
        if self.role in (Role.MEDECIN, Role.PSYCHIATRE):
            return f"Dr {self.nom}"
        return f"{self.prenom[:1]}. {self.nom}" if self.prenom else self.nom

    @property
    def nom_complet(self) -> str:
        titre = "Dr " if self.role in (Role.MEDECIN, Role.PSYCHIATRE) else ""
        return f"{titre}{self.prenom} {self.nom}".strip()

    @property
    def initiales(self) -> str:
        return (self.prenom[:1] + self.nom[:1]).upper()


class CycleForfait(StrEnum):
    """When the year of a forfait begins again: no published text says it, so the cabinet does."""

    ANNIVERSAIRE = "anniversaire"
    CIVIL = "civil"


@dataclass(frozen=True, slots=True)
class Cabinet:
    """The practice. `structure` is the code given by the regional animator (« OCC-31-007 »).

    `initiales`: minutes are printed with initials and file numbers instead of names.
    `cycle_forfait`: the same for everybody followed here.
    """

    nom: str
    region: str = "OCC"
    structure: str = ""
    programme: str = "COVID_SM"
    animateur: str = "RAMIP"
    initiales: bool = False
    cycle_forfait: CycleForfait = CycleForfait.ANNIVERSAIRE
