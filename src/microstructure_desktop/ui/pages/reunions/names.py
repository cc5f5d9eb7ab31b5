"""Names: how the pages of a meeting name people, in full or for a projected screen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.ui import texts


@dataclass(frozen=True, slots=True)
class Names:
    """`discreet`: initials and file number, nothing that a wall should not show."""

    patients: Mapping[PatientId, Patient]
    membres: Mapping[MembreId, Membre]
    discreet: bool = False

    def patient(self, patient_id: PatientId) -> str:
        """« DELMAS Sophie », or « S. D. · n° 0027 »."""
        return self.of(self.patients[patient_id])

    def of(self, patient: Patient) -> str:
        if self.discreet:
            return f"{_initials(patient)} · n°{texts.NBSP}{patient.dossier}"
        return patient.nom_affiche

    def short(self, patient_id: PatientId) -> str:
        """For a button: « DELMAS », or « S. D. »."""
        patient = self.patients[patient_id]
        return _initials(patient) if self.discreet else patient.nom.upper()

    def membre(self, membre_id: MembreId | None) -> str:
        return self.membres[membre_id].nom_affiche if membre_id else ""

    def membres_of(self, ids: Iterable[MembreId]) -> str:
        """« C. Morel et Dr Lemoine »."""
        names = [self.membre(x) for x in ids]
        return " et ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _initials(patient: Patient) -> str:
    return texts.NBSP.join(f"{sign}." for sign in patient.initiales)
