"""Read and write patients and their inclusions."""

from dataclasses import replace

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion, Patient

from .records import PatientRecords, VoidableRecords
from .tables import INCLUSION, PATIENT

_LAST = "select cast(value as integer) from meta where key = 'numero'"
_ABSORBED = "select id, absorbe_par from patient where absorbe_par is not null"
# Only an alias has no first name: what is recorded is read for those alone.
_ALIASES = (
    "select p.id from patient p join revision r on r.seq = p.head "
    "where p.prenom = '' and json_extract(r.payload, '$.anonyme')"
)
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

    def absorbed(self) -> dict[PatientId, PatientId]:
        """The records that became part of another one, and that one."""
        return dict(map(tuple, self._revisions.run(_ABSORBED)))

    def aliases(self) -> frozenset[PatientId]:
        """Those followed under an alias."""
        return frozenset(patient for (patient,) in self._revisions.run(_ALIASES))


class Inclusions(PatientRecords[Inclusion]):
    kind = INCLUSION
