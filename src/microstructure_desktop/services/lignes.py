"""What a list shows of somebody, and what each role sees of it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.periods import age

from .access import Permission, allowed
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.queries import PatientRow


class Drapeau(StrEnum):
    """The one thing worth noticing on a line of the list."""

    FICHE_A_FAIRE = "fiche_a_faire"
    NOUVEAU = "nouveau"
    FORFAIT_EPUISE = "forfait_epuise"
    SANS_NOUVELLES = "sans_nouvelles"


@dataclass(frozen=True, slots=True)
class PatientLigne:
    id: PatientId
    nom_affiche: str
    initiales: str
    age: int
    dossier: str
    naissance: date
    dernier: date | None
    drapeau: Drapeau | None
    actif: bool
    anonyme: bool = False


def line(row: "PatientRow", le: date, drapeau: Drapeau | None = None) -> PatientLigne:
    """What is shown of somebody in a list."""
    return PatientLigne(
        row.id,
        f"{row.nom.upper()} {row.prenom}".strip(),
        (row.prenom[:1] + row.nom[:1]).upper(),
        age(row.naissance, le),
        f"{row.numero:04}",
        row.naissance,
        row.dernier_acte,
        drapeau,
        row.sorti_le is None or row.sorti_le >= le,
        row.anonyme,
    )


def seen(office: Office, ligne: PatientLigne) -> PatientLigne:
    """Who only registers people does not see when they came."""
    if allowed(office.membre.role, Permission.CLINIQUE):
        return ligne
    return replace(ligne, dernier=None, drapeau=None)
