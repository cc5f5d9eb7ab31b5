"""What people ask about their own data: noted the day it comes, answered or refused with a word."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.demande import Demande, NatureDemande, Remise
from microstructure_desktop.domain.ids import DemandeId, PatientId, new_id
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError

from . import drafts, journal
from .access import Permission, allowed, check
from .delais_demande import Echeance, delais
from .motif import ReasonMissing, motif_problem
from .office import Office, today
from .patients import Formulaire
from .reunis import courant, current

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

DEMANDEUR_MAX = 200
NATURES = {
    NatureDemande.ACCES: "Obtenir son dossier",
    NatureDemande.RECTIFICATION: "Faire corriger",
    NatureDemande.EFFACEMENT: "Faire effacer",
    NatureDemande.LIMITATION: "Faire limiter l’usage",
}
REMISES = {
    Remise.SUR_PLACE: "En main propre",
    Remise.MEDECIN_DESIGNE: "Au médecin désigné",
    Remise.COURRIER: "Par courrier",
    Remise.SUPPORT_CHIFFRE: "Sur support chiffré",
}


class DemandeInutilisable(AppError):
    sentence = "Cette demande ne peut pas être enregistrée ainsi."
    way_out = "Corrigez les champs indiqués, puis recommencez."


class DemandeRepondue(AppError):
    sentence = "Une réponse a déjà été donnée à cette demande."
    way_out = "Enregistrez une nouvelle demande si la personne en fait une autre."


@dataclass(frozen=True, slots=True)
class DemandeSaisie:
    """What the form collects; `demandeur` is empty when the person asks for themselves."""

    nature: NatureDemande | None
    jour: date | None
    demandeur: str = ""


@dataclass(frozen=True, slots=True)
class LigneDemande:
    """`retard`: it waits beyond its day. `recue_par`, `repondue_par`: how they are named."""

    demande: Demande
    patient: Patient
    echeance: Echeance
    retard: bool
    recue_par: str
    repondue_par: str


def problems(saisie: DemandeSaisie, le: date) -> dict[str, str]:
    """Field name to sentence; empty when it can be kept."""
    faults = {}
    if saisie.nature is None:
        faults["nature"] = "Choisissez ce que la personne demande."
    if saisie.jour is None:
        faults["jour"] = "Entrez le jour de la demande, par exemple 14/05/2026."
    elif saisie.jour > le:
        faults["jour"] = "Le jour de la demande doit être aujourd’hui ou avant."
    if len(saisie.demandeur.strip()) > DEMANDEUR_MAX:
        faults["demandeur"] = f"Écrivez-le en {DEMANDEUR_MAX} caractères au plus."
    return faults


def enregistrer(office: Office, patient_id: PatientId, saisie: DemandeSaisie) -> Demande:
    """Note that somebody asks.

    Raises:
        DemandeInutilisable: `problems` says why.
        RecordJoined: the record became part of another one.
    """
    check(office, Permission.REPONDRE_DEMANDES)
    if problems(saisie, today(office)) or saisie.nature is None or saisie.jour is None:
        raise DemandeInutilisable
    made = Demande(
        DemandeId(new_id()),
        patient_id,
        saisie.jour,
        saisie.nature,
        office.membre.id,
        saisie.demandeur.strip(),
    )
    with office.store.begin(office.membre.id, office.now()) as work:
        current(work, patient_id)
        work.demandes.save(made)
        typed = Formulaire.DEMANDE.sujet(patient_id)
        work.drafts.drop(drafts.key(drafts.PATIENT, typed), office.membre.id)
    return made


def demandes(office: Office, patient_id: PatientId) -> tuple[LigneDemande, ...]:
    """What one person asked, the latest first."""
    check(office, Permission.DEMANDES)
    with office.store.read() as work:
        found = work.demandes.of(courant(work, patient_id))
        return tuple(reversed(_lignes(work, office, found)))


def personne(office: Office, patient_id: PatientId) -> Patient:
    """Whose requests these are, when they made none yet too."""
    check(office, Permission.DEMANDES)
    with office.store.read() as work:
        return work.patients.get(courant(work, patient_id))


def a_repondre(office: Office) -> tuple[LigneDemande, ...]:
    """Everything that waits for an answer, the first due first."""
    check(office, Permission.DEMANDES)
    with office.store.read() as work:
        return ouvertes(work, office)


def ouvertes(work: "Work", office: Office) -> tuple[LigneDemande, ...]:
    """What waits, inside an open reading; nothing for who does not answer."""
    if not allowed(office.membre.role, Permission.DEMANDES):
        return ()
    found = _lignes(work, office, [d for d in work.demandes.all() if d.ouverte])
    return tuple(sorted(found, key=lambda ligne: (ligne.echeance.le, ligne.patient.numero)))


def lire(office: Office, demande_id: DemandeId) -> LigneDemande:
    """Raises:
    RecordMissing: unknown, or taken back.
    """
    check(office, Permission.DEMANDES)
    with office.store.read() as work:
        return _lignes(work, office, [work.demandes.get(demande_id)])[0]


def repondre(office: Office, demande_id: DemandeId, remise: Remise, mot: str = "") -> Demande:
    """Note how it was answered today, with a word that may say what was left out.

    Raises:
        DemandeRepondue: it was answered before.
        ReasonMissing: the word is too long.
    """
    check(office, Permission.REPONDRE_DEMANDES)
    if mot.strip() and motif_problem(mot) is not None:
        raise ReasonMissing(motif_problem(mot))
    return _answer(office, demande_id, remise, mot)


def refuser(office: Office, demande_id: DemandeId, motif: str) -> Demande:
    """Note that it is refused, and why.

    Raises:
        DemandeRepondue: it was answered before.
        ReasonMissing: nothing says why, or at too great a length.
    """
    check(office, Permission.REPONDRE_DEMANDES)
    problem = motif_problem(motif)
    if problem is not None:
        raise ReasonMissing(problem)
    return _answer(office, demande_id, None, motif)


def _answer(office: Office, demande_id: DemandeId, remise: Remise | None, mot: str) -> Demande:
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.demandes.get(demande_id)
        if not known.ouverte:
            raise DemandeRepondue
        made = replace(
            known,
            repondue_le=today(office),
            repondue_par=office.membre.id,
            remise=remise,
            refusee=remise is None,
            motif=mot.strip(),
        )
        work.demandes.save(made)
        work.drafts.drop(drafts.key(drafts.DEMANDE, demande_id), office.membre.id)
        if remise is not None and known.nature is NatureDemande.ACCES:
            whose = courant(work, known.patient)
            journal.note(
                work,
                Action.REMISE_DOSSIER,
                patient=whose,
                objet=demande_id,
                detail=remise.value,
            )
    return made


def _lignes(work: "Work", office: Office, found: list[Demande]) -> list[LigneDemande]:
    le = today(office)
    equipe = {m.id: m.nom_affiche for m in work.equipe.all()}
    lignes = []
    for one in found:
        echeance = delais().echeance(one)
        lignes.append(
            LigneDemande(
                one,
                work.patients.get(courant(work, one.patient)),
                echeance,
                one.ouverte and echeance.en_retard(le),
                equipe.get(one.recue_par, ""),
                equipe.get(one.repondue_par, "") if one.repondue_par is not None else "",
            )
        )
    return lignes
