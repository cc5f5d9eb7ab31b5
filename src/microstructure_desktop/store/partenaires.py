"""Read and write the directory of the cabinet, and who of it follows whom."""

from microstructure_desktop.domain.partenaire import Intervenant, Partenaire

from .records import PatientRecords, VoidableRecords
from .tables import INTERVENANT, PARTENAIRE


class Annuaire(VoidableRecords[Partenaire]):
    kind = PARTENAIRE


class Intervenants(PatientRecords[Intervenant]):
    kind = INTERVENANT
