"""Read and write the meetings other than the monthly one, and what follows from any meeting."""

from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.suites_donnees import Additif, SuiteDonnee

from .records import PatientRecords, Records, VoidableRecords
from .tables import ADDITIF, FORMATION, REUNION, SUITE_DONNEE


class Reunions(VoidableRecords[Reunion]):
    kind = REUNION


class Formations(VoidableRecords[Formation]):
    kind = FORMATION


class SuitesDonnees(PatientRecords[SuiteDonnee]):
    kind = SUITE_DONNEE


class Additifs(Records[Additif]):
    """Never taken back: what was added to minutes stays."""

    kind = ADDITIF

    def of_synthese(self, synthese: str) -> list[Additif]:
        """In the order they were written."""
        return [a for a in self.all() if a.synthese == synthese]
