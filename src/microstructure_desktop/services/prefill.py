"""What each profession shared since the patient was last discussed, copied with its sources."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ordre_du_jour import ouvertes
from microstructure_desktop.domain.synthese import Colonne, Source
from microstructure_desktop.french import NBSP

from .reunis import courant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.consultation import Consultation
    from microstructure_desktop.domain.ids import MembreId, PatientId
    from microstructure_desktop.domain.synthese import Situation, Synthese
    from microstructure_desktop.store.work import Work

COLONNES = {
    Role.MEDECIN: Colonne.MEDICAL,
    Role.PSYCHIATRE: Colonne.MEDICAL,
    Role.PSYCHOLOGUE: Colonne.PSYCHOLOGIQUE,
    Role.TRAVAILLEUR_SOCIAL: Colonne.SOCIAL,
}


def prefilled(work: "Work", situation: "Situation", toutes: "list[Synthese]") -> "Situation":
    """Each empty column takes the shared notes of its profession, and nothing personal.

    `toutes`: the meetings, naming each person by the record of today.
    """
    patient = courant(work, situation.patient)
    notes = _since(work, patient, toutes)
    textes = {colonne: getattr(situation, colonne) for colonne in Colonne}
    sources: list[Source] = []
    noms = {m.id: m.nom_affiche for m in work.equipe.all()}
    for colonne in Colonne:
        theirs = [acte for acte in notes if COLONNES[acte.role] is colonne]
        if theirs and not textes[colonne]:
            textes[colonne] = _together(theirs, noms)
            sources += [Source(colonne, acte.id, acte.jour, acte.membre) for acte in theirs]
    questions = ouvertes(work.questions.of(patient), toutes)
    return replace(
        situation,
        question=situation.question or " ; ".join(q.texte for q in questions if q.texte),
        medical=textes[Colonne.MEDICAL],
        psychologique=textes[Colonne.PSYCHOLOGIQUE],
        social=textes[Colonne.SOCIAL],
        sources=(*situation.sources, *sources),
    )


def _since(work: "Work", patient: "PatientId", toutes: "list[Synthese]") -> "list[Consultation]":
    """The notes shared after the last meeting that discussed the patient began.

    A note of an earlier day counts too when it was written later, unless a meeting had it.
    """
    evoquees = [(s, vue) for s in toutes if s.close for vue in s.vues if vue.patient == patient]
    reprises = {source.acte for _, vue in evoquees for source in vue.sources}
    notes = [
        acte
        for acte in work.consultations.of(patient)
        if acte.role in COLONNES and acte.note_partagee and acte.id not in reprises
    ]
    if not evoquees:
        return notes
    derniere = evoquees[-1][0]
    # What is about a later day was written later: only the others have their history read.
    debut = datetime.combine(derniere.jour, derniere.debut).astimezone()
    return [
        acte
        for acte in notes
        if acte.jour > derniere.jour or work.revisions.history(acte.id)[-1].at > debut
    ]


def _together(notes: "Iterable[Consultation]", noms: "dict[MembreId, str]") -> str:
    """One note as it is; several, or a psychiatrist's advice, each with its day and its author."""
    found = list(notes)
    if len(found) == 1 and found[0].role is not Role.PSYCHIATRE:
        return found[0].note_partagee
    several = len({acte.membre for acte in found}) > 1
    return "\n".join(
        f"{acte.jour:%d/%m}{_by(acte, noms, named=several)}{NBSP}: {acte.note_partagee}"
        for acte in found
    )


def _by(acte: "Consultation", noms: "dict[MembreId, str]", *, named: bool) -> str:
    if acte.role is Role.PSYCHIATRE:
        return f", {noms[acte.membre]} (psychiatre)"
    return f", {noms[acte.membre]}" if named else ""
