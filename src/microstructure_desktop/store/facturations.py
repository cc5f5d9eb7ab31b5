"""Read and write what was put on a billing list."""

from microstructure_desktop.domain.facturation import Facturation

from .records import PatientRecords
from .tables import FACTURATION


class Facturations(PatientRecords[Facturation]):
    kind = FACTURATION
