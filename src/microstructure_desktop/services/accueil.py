"""What the person at the keyboard has to do now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Consultation, Issue
from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import ConsultationId, PatientId, RendezVousId, new_id
from microstructure_desktop.domain.ordre_du_jour import ouvertes
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.permanence import TempsTenu

from . import consultations, demandes, drafts, exercices, ouvrables, presences
from .access import Permission, allowed, check
from .attentes import Attente, Rappel, attentes, copies_a_reprendre, rappels, temps_du_mois
from .cercle import cercle
from .connus import Connus, Personnes
from .demandes import LigneDemande
from .envois_attendus import Attendu, attendu
from .fin_de_journee import FinDeJournee, fin_de_journee
from .journee import Journee, PermanenceDuJour, RendezVousLigne
from .nouvelles import AUCUNE, Nouvelles, nouvelles
from .office import Office, today
from .rendez_vous import to_come
from .reunion_annoncee import annoncee
from .reunis import named_now
from .suivi import FICHES_DE_SUIVI, Suivi, suivis
from .syntheses import SyntheseLigne

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


class GenreTache(StrEnum):
    FICHE_DUE = "fiche_due"
    BROUILLON = "brouillon"
    SANS_NOUVELLES = "sans_nouvelles"


@dataclass(frozen=True, slots=True)
class Tache:
    """Something to complete; `cible` is a draft's subject (of page `genre_brouillon`) or a form.

    `papier`: the draft copies a sheet.
    """

    genre: GenreTache
    patient: Patient | None
    jour: date | None
    cible: str = ""
    genre_brouillon: str = ""
    jours: int | None = None
    papier: bool = False


@dataclass(frozen=True, slots=True)
class Chiffres:
    """Four figures of the year under way. `actes`: role to (done, included) in open forfaits.

    `echeances`: the forfaits near their term, as their page counts them.
    """

    suivis: int
    file_active: int
    actes: dict[Role, tuple[int, int]]
    echeances: int


@dataclass(frozen=True, slots=True)
class Accueil:
    """What a role does not read is empty, or None.

    `a_reprendre`: copies that may still hold somebody who was erased.
    `ouvrables`: keys and disks whose copies somebody who left could still open.
    `exercice`: since when no restoration was tried, when it is time to.
    """

    jour: date
    rendez_vous: tuple[RendezVousLigne, ...]
    taches: tuple[Tache, ...]
    synthese: SyntheseLigne | None
    prochaine_synthese: date | None
    propositions: int
    export: Attendu | None
    chiffres: Chiffres
    prochain: RendezVousLigne | None
    permanence: PermanenceDuJour | None = None
    prochaine_permanence: tuple[date, Plage] | None = None
    nouvelles: Nouvelles = AUCUNE
    attentes: tuple[Attente, ...] = ()
    rappels: tuple[Rappel, ...] = ()
    temps_du_mois: TempsTenu | None = None
    fin: FinDeJournee | None = None
    a_reprendre: tuple[str, ...] = ()
    ouvrables: tuple[str, ...] = ()
    demandes: tuple[LigneDemande, ...] = ()
    exercice: str = ""


def accueil(office: Office) -> Accueil:
    """Today's appointments and everything that waits, for the person's role."""
    le = today(office)
    clinique = allowed(office.membre.role, Permission.CLINIQUE)
    with office.store.read() as work:
        etats = suivis(work, office.reference, le)
        patients = Connus(work, etats)
        reunions = work.syntheses.all()
        posees = ouvertes(work.questions.all(), named_now(work, reunions))
        journee = Journee(work, office, patients, etats, le)
        lignes = journee.lignes()
        autour = cercle(office, work)
        prochaine = annoncee(work, office, reunions, autour, le)
        return Accueil(
            le,
            lignes,
            _taches(work, office, patients, etats, le) if clinique else (),
            prochaine.ligne,
            prochaine.jour,
            prochaine.propositions,
            attendu(work, office, le),
            _chiffres(work, office, etats, le),
            journee.prochain(),
            journee.permanence(lignes),
            journee.prochaine_permanence(),
            nouvelles(work, office, patients, _awaited(lignes), autour),
            attentes(work, office, patients, etats, posees, autour),
            rappels(work, office, patients, le),
            temps_du_mois(work, office, le),
            fin_de_journee(work, office, patients, lignes, posees, etats),
            copies_a_reprendre(work, office),
            ouvrables.a_dire(work, office),
            demandes.ouvertes(work, office),
            exercices.a_dire(work, office),
        )


def _awaited(lignes: tuple[RendezVousLigne, ...]) -> set[PatientId]:
    return {x.patient.id for x in lignes if x.etat not in presences.LIBERES}


def note_absence(office: Office, rendez_vous_id: RendezVousId, issue: Issue) -> Consultation:
    """Record an appointment as not kept; what is planned, asked for and being typed stays as it is.

    Raises:
        AccessDenied: the role holds no session, or it is another professional's.
        AppointmentOver: it was kept, or not, already.
    """
    check(office, Permission.SEANCE)
    with office.store.read() as work:
        prevu = to_come(work, office, rendez_vous_id)
        saisie = consultations.prefilled(work, office, prevu.patient, prevu)
    seance_id = ConsultationId(new_id())
    return consultations.record(office, seance_id, prevu.patient, replace(saisie, issue=issue))


def _taches(
    work: "Work",
    office: Office,
    patients: Personnes,
    etats: dict[PatientId, Suivi],
    le: date,
) -> tuple[Tache, ...]:
    """Own drafts first, then silences, then the fiches that the person's role fills."""
    trouvees = [
        Tache(
            GenreTache.BROUILLON,
            patients.get(d.patient) if d.patient else None,
            d.at.astimezone().date(),
            d.sujet,
            d.genre,
            papier=d.papier,
        )
        for d in drafts.of(work, office.membre.id)
        if d.genre in (drafts.SEANCE, drafts.FICHE, drafts.SYNTHESE)
        or (d.genre, d.cible) == (drafts.PATIENT, drafts.NEW)
    ]
    seuil = office.reference.seuils.sans_nouvelles_jours
    for suivi in etats.values():
        silence = suivi.silence(le)
        if silence is not None and silence >= seuil:
            trouvees.append(
                Tache(
                    GenreTache.SANS_NOUVELLES,
                    patients[suivi.patient],
                    suivi.dernier_acte,
                    jours=silence,
                )
            )
    return (*trouvees, *_fiches_dues(office.membre.role, patients, etats, le))


def _fiches_dues(
    role: Role, patients: Personnes, etats: dict[PatientId, Suivi], le: date
) -> Iterator[Tache]:
    for suivi in etats.values():
        if suivi.fiche_due(role, le):
            yield Tache(
                GenreTache.FICHE_DUE,
                patients[suivi.patient],
                suivi.fiche_due_le(role),
                FICHES_DE_SUIVI[role],
            )


def _chiffres(work: "Work", office: Office, etats: dict[PatientId, Suivi], le: date) -> Chiffres:
    actifs = [s for s in etats.values() if s.actif(le)]
    ouverts = [d for s in etats.values() for d in s.ouverts]
    actes: dict[Role, tuple[int, int]] = {}
    for compteur in (c for d in ouverts for c in d.forfait.compteurs):
        faits, inclus = actes.get(compteur.role, (0, 0))
        actes[compteur.role] = (faits + compteur.faits, inclus + compteur.inclus)
    vus = work.queries.people_met(le.replace(month=1, day=1), le)
    limite = office.reference.seuils.forfait_echeance_jours
    echeances = sum(d.a_echeance(le, limite) for d in ouverts)
    return Chiffres(len(actifs), vus, actes, echeances)
