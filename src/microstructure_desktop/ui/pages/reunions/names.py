"""Names: how the pages of a meeting name people, patients and members."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.ui.discretion import Discretion


@dataclass(frozen=True, slots=True)
class Names:
    """Members keep their name; patients have theirs while `discretion` allows it."""

    patients: Mapping[PatientId, Patient]
    membres: Mapping[MembreId, Membre]
    discretion: Discretion

    def patient(self, patient_id: PatientId) -> str:
        """« DELMAS Sophie », or « S. D. · n° 0027 »."""
        return self.discretion.name(self.patients[patient_id])

    def short(self, patient_id: PatientId) -> str:
        """For a button: « DELMAS », or « S. D. »."""
        return self.discretion.short(self.patients[patient_id])

    def membre(self, membre_id: MembreId | None) -> str:
        return self.membres[membre_id].nom_affiche if membre_id else ""

    def membres_of(self, ids: Iterable[MembreId]) -> str:
        """« C. Morel et Dr Lemoine »."""
        names = [self.membre(x) for x in ids]
        return " et ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
