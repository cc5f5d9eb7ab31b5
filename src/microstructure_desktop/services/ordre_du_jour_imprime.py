"""The agenda of a prepared meeting as a document: names or initials, as the cabinet wants."""

from dataclasses import replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.ids import PatientId, SyntheseId
from microstructure_desktop.domain.numerotation import numeros
from microstructure_desktop.domain.ordre_du_jour import minutes_prevues

from . import journal
from .access import Permission, check, check_attends
from .cercle import cercle, limites
from .documents import Document
from .office import Office
from .reunis import syntheses_lues
from .situations import entendues, ouvertes_a
from .synthese_preparation import membres_of, reprises_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.domain.ids import MembreId
    from microstructure_desktop.domain.synthese import Reprise, Situation, Synthese
    from microstructure_desktop.reports.ordre_du_jour_contenu import (
        LigneDuJour,
        OrdreDuJour,
        RepriseDuJour,
    )
    from microstructure_desktop.store.work import Work

_LIMITE = "Partage limité : à voir à l’écran"


def document(office: Office, synthese_id: SyntheseId) -> Document:
    """What the meeting will talk about, for who holds it.

    Of somebody who objects to a member of the team there are initials, and nothing else.

    Raises:
        AccessDenied: the person reads only the meetings where they were.
        RecordMissing: nothing of it is saved yet.
    """
    from microstructure_desktop.reports.ordre_du_jour import TITLE
    from microstructure_desktop.reports.ordre_du_jour import ordre_du_jour as render

    check(office, Permission.REUNION)
    with office.store.read() as work:
        contenu = _contenu(work, office, synthese_id)
    journal.opened(office, Action.LECTURE_COMPTE_RENDU, objet=synthese_id, detail="ordre_du_jour")
    return Document(
        TITLE,
        f"ordre-du-jour-{contenu.jour:%Y-%m-%d}.pdf",
        render(contenu),
        nominatif=contenu.noms,
        genre="ordre_du_jour",
        objet=synthese_id,
    )


def _contenu(work: "Work", office: Office, synthese_id: SyntheseId) -> "OrdreDuJour":
    from microstructure_desktop.reports.ordre_du_jour_contenu import OrdreDuJour

    synthese, numero = _read(work, office, synthese_id)
    cabinet = work.cabinet.get()
    fermees = limites(work, membres_of(work, synthese.presents))
    naming = _naming(work, fermees, initiales=cabinet.initiales)
    membres = {m.id: m for m in work.equipe.all()}
    duree = office.reference.seuils.reunion_minutes
    minutes = minutes_prevues(synthese.situations, duree)
    return OrdreDuJour(
        cabinet,
        numero,
        synthese.jour,
        synthese.debut,
        _place(synthese),
        tuple(membres[m].nom_affiche for m in synthese.presents),
        tuple(membres[m].nom_affiche for m in synthese.excuses),
        tuple(_reprise(r, naming(r.patient), membres, fermees) for r in synthese.reprises),
        tuple(
            _ligne(s, naming(s.patient), minutes[s.patient], fermees) for s in synthese.situations
        ),
        duree,
        not cabinet.initiales,
        office.now().astimezone(),
    )


def _read(work: "Work", office: Office, synthese_id: SyntheseId) -> "tuple[Synthese, int]":
    """The meeting as the person may read it, with what it takes up, and its rank."""
    toutes = syntheses_lues(work)
    work.syntheses.get(synthese_id)  # raises when nothing of it is saved
    synthese = next(s for s in toutes if s.id == synthese_id)
    check_attends(office, synthese.presents)
    whole = replace(synthese, reprises=reprises_of(toutes, synthese.reprises))
    heard = entendues(office, toutes, whole)
    return ouvertes_a(cercle(office, work), heard), numeros(toutes)[synthese.id]


def _naming(
    work: "Work", fermees: "Collection[PatientId]", *, initiales: bool
) -> "Callable[[PatientId], str]":
    from microstructure_desktop.reports import wording

    patients = {p.id: p for p in work.patients.all()}

    def name(patient_id: PatientId) -> str:
        patient = patients[patient_id]
        told = wording.patient(patient, initiales=initiales or patient_id in fermees)
        return f"{told} (n°\u00a0{patient.dossier})"

    return name


def _place(synthese: "Synthese") -> str:
    return " · ".join(
        part for part in (synthese.lieu.strip(), "en visio" if synthese.visio else "") if part
    )


def _ligne(
    situation: "Situation", personne: str, minutes: int, fermees: "Collection[PatientId]"
) -> "LigneDuJour":
    from microstructure_desktop.reports import wording
    from microstructure_desktop.reports.ordre_du_jour_contenu import LigneDuJour

    if situation.patient in fermees:
        return LigneDuJour(personne, _LIMITE, "", minutes)
    motif = wording.MOTIFS[situation.motif]
    return LigneDuJour(personne, motif, " ".join(situation.question.split()), minutes)


def _reprise(
    reprise: "Reprise",
    personne: str,
    membres: "dict[MembreId, Membre]",
    fermees: "Collection[PatientId]",
) -> "RepriseDuJour":
    from microstructure_desktop.reports.ordre_du_jour_contenu import RepriseDuJour

    if reprise.patient in fermees:
        return RepriseDuJour(personne, _LIMITE, "", "")
    decision = reprise.decision
    qui = membres[decision.qui].nom_affiche if decision.qui is not None else "Toute l’équipe"
    return RepriseDuJour(personne, decision.texte, qui, decision.echeance.strip())
