"""The facts that the next meeting's agenda is drawn from."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.ordre_du_jour import Faits, Seuils

from .suivi import suivis

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from microstructure_desktop.domain.consultation import Question
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.synthese import ProchainPoint, Synthese
    from microstructure_desktop.store.work import Work

    from .office import Office
    from .reference import Reference


def seuils_of(reference: "Reference") -> Seuils:
    return Seuils(
        reference.seuils.sans_nouvelles_jours,
        reference.seuils.forfait_echeance_jours,
        reference.seuils.deux_mois_jours,
    )


def faits_of(
    work: "Work",
    office: "Office",
    questions: "Iterable[Question]",
    closes: "list[Synthese]",
    le: "date",
) -> list[Faits]:
    """One entry per patient ever included, or asked about."""
    evocations: dict[PatientId, tuple[date, ProchainPoint]] = {}
    for synthese in closes:
        for situation in synthese.vues:
            evocations[situation.patient] = (synthese.jour, situation.prochain_point)
    posees: dict[PatientId, list[Question]] = {}
    for question in questions:
        posees.setdefault(question.patient, []).append(question)
    etats = suivis(work, office.reference, le)
    faits = []
    for patient in {*etats, *posees}:
        suivi = etats.get(patient)
        evocation, point = evocations.get(patient, (None, None))
        faits.append(
            Faits(
                patient,
                suivi.inclusion if suivi else None,
                suivi.dernier_acte if suivi else None,
                tuple(posees.get(patient, ())),
                evocation,
                point,
                suivi.fiche_due_le if suivi else None,
                suivi.forfait if suivi else None,
            )
        )
    return sorted(faits, key=lambda f: f.patient)
