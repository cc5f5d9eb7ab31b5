"""Read and write patients and their inclusions."""

from dataclasses import replace

from microstructure_desktop.domain.patient import Inclusion, Patient

from .records import PatientRecords, Records
from .tables import INCLUSION, PATIENT


class Patients(Records[Patient]):
    """Never voided: a file number is given once."""

    kind = PATIENT

    def add(self, patient: Patient) -> Patient:
        """Save a new patient under the next file number."""
        ((last,),) = self._revisions.run("select coalesce(max(numero), 0) from patient")
        numbered = replace(patient, numero=last + 1)
        self.save(numbered)
        return numbered


class Inclusions(PatientRecords[Inclusion]):
    kind = INCLUSION
