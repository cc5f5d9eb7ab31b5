"""DocumentRecu: a paper or a picture kept in the store; Lettre: one that the cabinet wrote."""

from dataclasses import dataclass
from datetime import date

from .ids import DocumentId, LettreId, MembreId, PartenaireId, PatientId

CABINET = PatientId("")
"""Whose a document of the cabinet is: nobody's."""


@dataclass(frozen=True, slots=True)
class DocumentRecu:
    """Its content is kept apart. `type` is a media type, `taille` bytes, `empreinte` SHA-256.

    `categorie` is a code of the list DOCUMENTS; `patient` is CABINET for a paper of the cabinet.
    """

    id: DocumentId
    patient: PatientId
    titre: str
    categorie: str
    jour: date
    type: str
    taille: int
    empreinte: str
    ajoute_par: MembreId


@dataclass(frozen=True, slots=True)
class Lettre:
    """`modele` names its template in resources/; `corps` is what the person made of it.

    `accord`: the day when the person agreed that it goes outside the team.
    """

    id: LettreId
    patient: PatientId
    modele: str
    jour: date
    membre: MembreId
    objet: str
    corps: str
    destinataire: str = ""
    partenaire: PartenaireId | None = None
    accord: date | None = None
