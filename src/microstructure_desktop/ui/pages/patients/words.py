"""How the pages about one person name their state, their acts and the absences."""

from collections.abc import Sequence
from datetime import date

from microstructure_desktop.domain.consultation import Consultation, Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import NBSP, agreed, count, numeric_date

SEPARATOR = " · "
ROLE_OF_ACTS = {
    Role.MEDECIN: "Consultation longue",
    Role.PSYCHOLOGUE: "Psychologue",
    Role.TRAVAILLEUR_SOCIAL: "Travailleur social",
    Role.PSYCHIATRE: "Psychiatre",
}


def joined(parts: Sequence[str]) -> str:
    """What is known, side by side."""
    return SEPARATOR.join(part for part in parts if part)


def years(age: int) -> str:
    return count(age, "an")


def file_number(dossier: str) -> str:
    return f"n°{NBSP}{dossier}"


def status(inclusion: Inclusion | None, sexe: str, le: date) -> tuple[str, str]:
    """The tag beside the name: (text, kind)."""
    if inclusion is None:
        return f"Non {agreed('inclus', sexe)}", "warn"
    return ("Suivi en cours", "ok") if inclusion.ouverte(le) else ("Suivi terminé", "mute")


def identity_line(
    patient: Patient, age: int, inclusion: Inclusion | None, discretion: Discretion
) -> str:
    """« Née le 14/05/1992 · 34 ans · dossier n° 0027 · incluse le 03/03/2026 »."""
    birth = discretion.birth(patient)
    parts = [
        _born(patient, birth),
        years(age),
        f"dossier {file_number(patient.dossier)}",
        *(f"ancien {file_number(former)}" for former in patient.anciens_dossiers),
    ]
    if inclusion is not None:
        parts.append(f"{agreed('inclus', patient.sexe)} le {numeric_date(inclusion.debut)}")
        if inclusion.fin is not None:
            parts.append(f"{agreed('sorti', patient.sexe)} le {numeric_date(inclusion.fin)}")
    return joined(parts)


def _born(patient: Patient, birth: str) -> str:
    if not birth:
        return ""
    if patient.anonyme:
        return f"{agreed('Suivi', patient.sexe)} sous alias · {birth}"
    return f"{agreed('Né', patient.sexe)} le {birth}"


def act_title(acte: Consultation, reference: Reference) -> str:
    return reference.libelle("CL03", acte.type.value)


def place(acte: Consultation, reference: Reference) -> str:
    return inside(reference.libelle("CL04", acte.lieu))


def inside(label: str) -> str:
    """« au cabinet »: a label inside a sentence, its acronyms kept."""
    return label[:1].lower() + label[1:]


def absence(issue: Issue, sexe: str) -> tuple[str, str]:
    """The tag of a session that was not kept: (text, kind); empty when it was."""
    return {
        Issue.HONORE: ("", "mute"),
        Issue.ABSENT_EXCUSE: (f"{agreed('Absent', sexe)} {agreed('excusé', sexe)}", "warn"),
        Issue.ABSENT_NON_EXCUSE: (agreed("Absent", sexe), "danger"),
        Issue.ANNULE_PRO: ("Annulée par le professionnel", "mute"),
        Issue.REPORTE: ("Reportée", "mute"),
    }[issue]
