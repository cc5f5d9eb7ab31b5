"""Read and write consultations, planned appointments and questions for the next meeting."""

from datetime import date

from microstructure_desktop.domain.consultation import Consultation, Question, RendezVous

from .records import PatientRecords
from .tables import CONSULTATION, QUESTION, RENDEZ_VOUS, T

_ANSWERED = (
    "select r.payload from consultation k join revision r on r.seq = k.head "
    "where {which} and r.form <> '' and k.issue = 'HONORE' order by k.jour, k.heure, k.id"
)
_BETWEEN = _ANSWERED.format(which="k.jour between ? and ?")
_OF = _ANSWERED.format(which="k.patient = ?")


class Dated(PatientRecords[T]):
    def between(self, first: date, last: date) -> list[T]:
        """Those of a period, both days included."""
        return self._read(self.kind.between, first.isoformat(), last.isoformat())


class Consultations(Dated[Consultation]):
    kind = CONSULTATION

    def answered(self, first: date, last: date) -> list[Consultation]:
        """The kept ones of a period in which questions were answered."""
        return self._read(_BETWEEN, first.isoformat(), last.isoformat())

    def answered_of(self, patient: str) -> list[Consultation]:
        return self._read(_OF, patient)


class RendezVousPrevus(Dated[RendezVous]):
    kind = RENDEZ_VOUS


class Questions(PatientRecords[Question]):
    kind = QUESTION
