"""Read and write patients and their inclusions."""

from dataclasses import replace

from microstructure_desktop.domain.patient import Inclusion, Patient

from .records import PatientRecords, VoidableRecords
from .tables import INCLUSION, PATIENT

_LAST = "select cast(value as integer) from meta where key = 'numero'"
_GIVEN = "update meta set value = ? where key = 'numero'"


class Patients(VoidableRecords[Patient]):
    """A file number is given once, even when its record is taken back."""

    kind = PATIENT

    def add(self, patient: Patient) -> Patient:
        """Save a new patient under the next file number."""
        ((last,),) = self._revisions.run(_LAST)
        numbered = replace(patient, numero=last + 1)
        self._revisions.write(PATIENT.name, _GIVEN, str(numbered.numero))
        self.save(numbered)
        return numbered


class Inclusions(PatientRecords[Inclusion]):
    kind = INCLUSION
