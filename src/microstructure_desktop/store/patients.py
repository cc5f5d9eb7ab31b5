"""Read and write patients and their inclusions."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

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
_AMONG = """
select r.payload from json_each(?) q
join revision r on r.seq = (select max(s.seq) from revision s where s.entity = q.value)
where r.kind = 'patient' and r.op <> 'void' and r.payload is not null
"""
_NEVER_INCLUDED = """
select r.payload from patient p join revision r on r.seq = p.head
where p.absorbe_par is null and not exists (select 1 from inclusion i where i.patient = p.id)
order by p.tri, p.id
"""
# Somebody's acts are shared between all their episodes: those ended long ago are read with them.
_FOLLOWED = """
select r.payload from inclusion k join revision r on r.seq = k.head
where k.patient in (select i.patient from inclusion i where i.fin is null or i.fin >= ?)
order by k.debut, k.id
"""
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

    def among(self, who: Iterable[PatientId]) -> list[Patient]:
        """These people, in no order; whoever is unknown or was taken back left out."""
        return self._read(_AMONG, json.dumps(sorted(set(who))))

    def never_included(self) -> list[Patient]:
        """Those whom no programme ever had, by name."""
        return self._read(_NEVER_INCLUDED)


class Inclusions(PatientRecords[Inclusion]):
    kind = INCLUSION

    def followed_since(self, jour: date) -> list[Inclusion]:
        """Every episode of whoever has one that had not ended before a day."""
        return self._read(_FOLLOWED, jour.isoformat())
