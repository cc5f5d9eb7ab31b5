"""Read and write consultations, planned appointments and questions for the next meeting."""

from datetime import date

from microstructure_desktop.domain.consultation import Consultation, Question, RendezVous

from .records import PatientRecords
from .tables import CONSULTATION, QUESTION, RENDEZ_VOUS, T


class Dated(PatientRecords[T]):
    def between(self, first: date, last: date) -> list[T]:
        """Those of a period, both days included."""
        return self._read(self.kind.between, first.isoformat(), last.isoformat())


class Consultations(Dated[Consultation]):
    kind = CONSULTATION


class RendezVousPrevus(Dated[RendezVous]):
    kind = RENDEZ_VOUS


class Questions(PatientRecords[Question]):
    kind = QUESTION
