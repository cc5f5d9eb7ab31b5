"""Access: who opened, printed or took out what, when and why."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .ids import MembreId, PatientId

CONSERVATION = timedelta(days=365)
"""How long an access is kept."""


class Action(StrEnum):
    CONNEXION = "connexion"
    ECHEC_CONNEXION = "echec_connexion"
    VERROUILLAGE = "verrouillage"
    OUVERTURE_DOSSIER = "ouverture_dossier"
    OUVERTURE_FICHE = "ouverture_fiche"
    OUVERTURE_DOCUMENT = "ouverture_document"
    LECTURE_COMPTE_RENDU = "lecture_compte_rendu"
    IMPRESSION = "impression"
    ENREGISTREMENT_PDF = "enregistrement_pdf"
    EXPORT = "export"
    EXPORT_FICHES = "export_fiches"
    BRIS_DE_GLACE = "bris_de_glace"
    FUSION = "fusion"
    REPRISE = "reprise"
    ECHANGES = "echanges"
    SAUVEGARDE = "sauvegarde"
    MISE_A_JOUR = "mise_a_jour"
    RESTAURATION = "restauration"
    EXERCICE = "exercice"
    FEUILLE_SECOURS = "feuille_secours"
    CLE_CHANGEE = "cle_changee"
    LECTURE_ARCHIVE = "lecture_archive"
    EFFACEMENT = "effacement"
    REMISE_DOSSIER = "remise_dossier"


@dataclass(frozen=True, slots=True)
class Acces:
    """One line of the log; `seq` is given by the store.

    `objet` is what was opened (a fiche, a meeting), `detail` a short code, `motif` the reason
    typed when one is asked for.
    """

    at: datetime
    membre: MembreId
    action: Action
    patient: PatientId | None = None
    objet: str = ""
    detail: str = ""
    motif: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Filtre:
    """Which lines to read; `patients` None for everybody's, `objets` what concerns these patients
    without being theirs alone.
    """

    membre: MembreId | None = None
    patients: tuple[PatientId, ...] | None = None
    objets: tuple[str, ...] = ()
    action: Action | None = None
    debut: datetime | None = None
    fin: datetime | None = None


@dataclass(frozen=True, slots=True)
class Purge:
    """What was removed after its time: the last line gone, and when it was done."""

    derniere: datetime
    le: datetime
