"""The facts that the next meeting's agenda is drawn from."""

from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ordre_du_jour import (
    ORDRE,
    Faits,
    Proposition,
    Seuils,
    ouvertes,
    proposer,
)
from microstructure_desktop.domain.synthese import Motif
from microstructure_desktop.domain.text import normalise

from .cercle import cercle
from .office import today
from .oppositions import of_everybody
from .suivi import suivis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from microstructure_desktop.domain.consultation import Question
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.synthese import ProchainPoint, Synthese
    from microstructure_desktop.store.work import Work

    from .office import Office
    from .oppositions import Opposition
    from .reference import Reference


def propositions_of(
    work: "Work", office: "Office", toutes: "list[Synthese]", jour: date
) -> tuple[Proposition, ...]:
    """Who to discuss on that day: most pressing reason first, then by name.

    Nobody closed to the person at the keyboard; who objects to sharing before the whole team only
    when somebody asks about them.
    """
    closes = [s for s in toutes if s.close]
    le = max(jour, today(office))
    faits = faits_of(work, office, ouvertes(work.questions.all(), toutes), closes, le)
    found = proposer(
        faits,
        le=le,
        depuis=closes[-1].jour if closes else None,
        seuils=seuils_of(office.reference),
    )
    said = of_everybody(work, {p.patient for p in found})
    lecture = cercle(office, work, said)
    told = [p for p in found if not lecture.ferme(p.patient) and _may_be_raised(p, said)]
    people = work.patients.among(p.patient for p in told)
    noms = {p.id: normalise(p.nom_affiche) for p in people}
    return tuple(sorted(told, key=lambda p: (ORDRE.index(p.motif), noms[p.patient])))


def _may_be_raised(proposition: Proposition, said: "Mapping[PatientId, Opposition]") -> bool:
    if proposition.motif is Motif.QUESTION or proposition.patient not in said:
        return True
    return not any(cible.equipe for cible in said[proposition.patient].partage)


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
    le: date,
) -> list[Faits]:
    """One entry per patient followed since the last meeting, or asked about."""
    evocations: dict[PatientId, tuple[date, ProchainPoint]] = {}
    for synthese in closes:
        for situation in synthese.vues:
            evocations[situation.patient] = (synthese.jour, situation.prochain_point)
    posees: dict[PatientId, list[Question]] = {}
    for question in questions:
        posees.setdefault(question.patient, []).append(question)
    etats = suivis(work, office.reference, le, closes[-1].jour if closes else date.min)
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
                min(suivi.fiches_dues.values(), default=None) if suivi else None,
                suivi.forfait if suivi else None,
            )
        )
    return sorted(faits, key=lambda f: f.patient)
