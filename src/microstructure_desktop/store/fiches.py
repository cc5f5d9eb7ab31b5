"""Read fiches and append their revisions."""

from microstructure_desktop.domain.fiche import Fiche

from .records import PatientRecords
from .tables import FICHE


class Fiches(PatientRecords[Fiche]):
    kind = FICHE
