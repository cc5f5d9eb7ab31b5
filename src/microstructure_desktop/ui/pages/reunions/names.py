"""Names: how the pages of a meeting name people, patients and members."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.ui.discretion import Discretion


@dataclass(frozen=True, slots=True)
class Names:
    """Members keep their name; patients have theirs while `discretion` allows it.

    `limites`: who objects to sharing, and before whom of those present.
    """

    patients: Mapping[PatientId, Patient]
    membres: Mapping[MembreId, Membre]
    discretion: Discretion
    limites: Mapping[PatientId, tuple[Membre, ...]] = field(default_factory=dict)

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
        return _and(self.membre(x) for x in ids)

    def limite(self, patient_id: PatientId) -> str:
        """« Partage limité : pas devant C. Morel »; nothing when the person objects to nobody."""
        before = self.limites.get(patient_id, ())
        return (
            f"Partage limité : pas devant {_and(m.nom_affiche for m in before)}" if before else ""
        )


def _and(parts: Iterable[str]) -> str:
    names = list(parts)
    return " et ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
