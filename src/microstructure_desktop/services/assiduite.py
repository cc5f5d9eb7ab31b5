"""How regularly a person came to one profession's sessions since a given day."""

from dataclasses import dataclass
from datetime import date

from microstructure_desktop.domain.consultation import ABSENCES
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId

from .access import Permission, check
from .office import Office, today


@dataclass(frozen=True, slots=True)
class Assiduite:
    """Sessions kept and missed after `depuis`, the person's whole follow-up when None."""

    tenues: int
    manquees: int
    depuis: date | None = None


def assiduite(
    office: Office, patient_id: PatientId, role: Role | None, depuis: date | None = None
) -> Assiduite:
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        actes = work.consultations.of(patient_id)
    comptes = [
        acte
        for acte in actes
        if role in (None, acte.role)
        and not acte.sans_patient
        and acte.jour <= today(office)
        and (depuis is None or acte.jour > depuis)
    ]
    return Assiduite(
        sum(acte.honoree for acte in comptes),
        sum(acte.issue in ABSENCES for acte in comptes),
        depuis,
    )
