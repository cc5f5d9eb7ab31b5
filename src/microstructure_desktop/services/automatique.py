"""What a fiche shows by itself: attendance, home visits, relatives met, rights obtained."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from microstructure_desktop.domain.consultation import Consultation, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.domain.ids import PatientId

from .access import Permission, check
from .assiduite import Assiduite, assiduite
from .cercle import autour_de
from .office import Office, today

ABOUTIE = "ABOUTIE"
_DEMARCHE = re.compile(r"demarche(_\d+)?")


@dataclass(frozen=True, slots=True)
class Automatique:
    """Acts kept by the profession since the last fiche; `obtenues` are CL31 codes, whenever."""

    assiduite: Assiduite
    visites: int
    accompagnements: int
    proches: int
    obtenues: tuple[str, ...]


def automatique(
    office: Office, patient_id: PatientId, role: Role | None, depuis: date | None = None
) -> Automatique:
    """`role` None counts every profession; `depuis` None the whole follow-up."""
    check(office, Permission.CLINIQUE)
    venues = assiduite(office, patient_id, role, depuis)
    with office.store.read() as work:
        actes = work.consultations.of(patient_id)
        lecture = autour_de(office, work, patient_id)
        remplies = lecture.ouverts(work.fiches.of(patient_id))
        dits = lecture.ouverts(actes)
    le = today(office)
    tenus = [
        acte
        for acte in actes
        if acte.honoree
        and role in (None, acte.role)
        and acte.jour <= le
        and (depuis is None or acte.jour > depuis)
    ]
    dites = [(f.jour, f.answers) for f in remplies] + [(a.jour, a.reponses) for a in dits]
    return Automatique(
        venues,
        _count(tenus, TypeActe.VAD),
        _count(tenus, TypeActe.ACCOMPAGNEMENT_PHYSIQUE),
        sum(acte.entourage for acte in tenus),
        _obtenues(dites),
    )


def _count(actes: Iterable[Consultation], type_: TypeActe) -> int:
    return sum(acte.type is type_ for acte in actes)


def _obtenues(dites: Iterable[tuple[date, Answers]]) -> tuple[str, ...]:
    """Each step said to be obtained, once, in the order of the days."""
    found: dict[str, None] = {}
    for _, answers in sorted(dites, key=lambda dite: dite[0]):
        for item_id, code in answers.items():
            row = _DEMARCHE.fullmatch(item_id)
            if row and answers.get(f"demarche_etat{row[1] or ''}") == ABOUTIE:
                found[str(code)] = None
    return tuple(found)
