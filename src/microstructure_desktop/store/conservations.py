"""Read and write what is kept how long, what people asked, and where the backups are."""

from microstructure_desktop.domain.conservation import Conservation
from microstructure_desktop.domain.demande import Demande
from microstructure_desktop.domain.dossier_legal import DossierLegal
from microstructure_desktop.domain.support import Exercice, Support

from .records import PatientRecords, Records
from .tables import CONSERVATION, DEMANDE, DOSSIER_LEGAL, EXERCICE, SUPPORT


class Conservations(PatientRecords[Conservation]):
    kind = CONSERVATION


class Demandes(PatientRecords[Demande]):
    kind = DEMANDE


class Exercices(Records[Exercice]):
    kind = EXERCICE


class Supports(Records[Support]):
    kind = SUPPORT


class DossiersLegaux(Records[DossierLegal]):
    kind = DOSSIER_LEGAL
