"""Find, create, edit, include and close: the registry of the people followed."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import (
    InclusionId,
    MembreId,
    PatientId,
    RevisionId,
    new_id,
)
from microstructure_desktop.domain.patient import Identite, Inclusion, Patient, Sexe
from microstructure_desktop.domain.periods import age
from microstructure_desktop.errors import AppError

from . import anonymat, archives, drafts, identites, journal
from .access import Permission, allowed, check
from .identites import IdentiteSaisie, typed_traits
from .lignes import Drapeau, PatientLigne, line, seen
from .office import Office, today
from .reunis import courant, current
from .suivi import Suivi, suivis

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

    from .reference import Reference

OLDEST = 120


class Filtre(StrEnum):
    ACTIFS = "actifs"
    A_COMPLETER = "a_completer"
    SORTIS = "sortis"


@dataclass(frozen=True, slots=True)
class PatientListe:
    """Lines shown, and how many people each filter holds."""

    lignes: tuple[PatientLigne, ...]
    actifs: int
    a_completer: int
    sortis: int


@dataclass(frozen=True, slots=True)
class PatientSaisie:
    """What the creation panel collects; `programme` None leaves the person outside any.

    `anonyme`: `nom` is an alias, and `naissance` tells the year. `distincts`: those who were told
    not to be this person.
    """

    nom: str
    prenom: str
    naissance: date | None
    sexe: Sexe = Sexe.NR
    telephone: str = ""
    information_remise: date | None = None
    programme: str | None = None
    debut: date | None = None
    demande: date | None = None
    orienteur: str = "NR"
    information_par: MembreId | None = None
    information_support: str = ""
    identite: IdentiteSaisie = field(default_factory=IdentiteSaisie)
    anonyme: bool = False
    distincts: tuple[PatientId, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentiteLue:
    """Who somebody is, without anything of their care; `revision` is what an edit builds on."""

    patient: Patient
    revision: RevisionId | None


class Formulaire(StrEnum):
    """What may be typed about somebody already known, and left unfinished."""

    IDENTITE = "identite"
    INCLUSION = "inclusion"
    SORTIE = "sortie"
    PROGRAMME = "programme"
    DROITS = "droits"
    PASSER_OUTRE = "passer_outre"
    QUESTION = "question"
    DOCUMENT = "document"
    LETTRE = "lettre"
    DEMANDE = "demande"

    def sujet(self, patient_id: PatientId) -> str:
        """The subject of its draft."""
        return f"{patient_id}/{self.value}"


class NotIncludable(AppError):
    way_out = "Vérifiez la date et le programme, puis recommencez."


def problems(saisie: PatientSaisie, aujourdhui: date) -> dict[str, str]:
    """Field name to sentence; empty when the record can be saved."""
    faults = {}
    if not saisie.nom.strip():
        faults["nom"] = "Entrez le nom, ou un alias si l’anonymat est demandé."
    if not saisie.prenom.strip() and not saisie.anonyme:
        faults["prenom"] = "Entrez le prénom."
    if saisie.naissance is None and saisie.anonyme:
        faults["naissance"] = "Entrez l’année de naissance, par exemple 1992."
    elif saisie.naissance is None:
        faults["naissance"] = "Entrez la date de naissance, par exemple 14/05/1992."
    elif saisie.naissance > aujourdhui:
        faults["naissance"] = "La date de naissance doit être passée."
    elif age(saisie.naissance, aujourdhui) > OLDEST:
        faults["naissance"] = "Vérifiez l’année de naissance : elle donne plus de 120 ans."
    if saisie.information_remise is not None and saisie.information_remise > aujourdhui:
        faults["information_remise"] = "La date de remise doit être aujourd’hui ou avant."
    if not saisie.anonyme:
        traits = typed_traits(saisie.identite, saisie.naissance, saisie.sexe)
        faults |= identites.problems(saisie.identite, traits)
    if saisie.programme is not None:
        faults |= inclusion_problems(saisie.programme, saisie.debut, saisie.demande, aujourdhui)
    return faults


def inclusion_problems(
    programme: str | None, debut: date | None, demande: date | None, aujourdhui: date
) -> dict[str, str]:
    """Field name to sentence; empty when the episode can be opened."""
    faults = {}
    if programme is None:
        faults["programme"] = "Choisissez le programme."
    if debut is None:
        faults["debut"] = "Entrez la date d’inclusion."
    elif debut > aujourdhui:
        faults["debut"] = "La date d’inclusion doit être aujourd’hui ou avant."
    if demande is not None and demande > (debut or aujourdhui):
        faults["demande"] = "La demande doit précéder l’inclusion."
    return faults


def list_patients(office: Office, filtre: Filtre = Filtre.ACTIFS) -> PatientListe:
    """Everybody that a filter keeps, with their flag, in name order, and the three counts: the
    archive is a list of its own.

    Who only registers people sees who they are, not whether and when they came.
    """
    check(office, Permission.IDENTITE)
    le = today(office)
    soigne = allowed(office.membre.role, Permission.CLINIQUE)
    with office.store.read() as work:
        asleep = archives.archives(office, work)
        rows = [row for row in work.queries.patients() if row.id not in asleep]
        etats = suivis(work, office.reference, le) if soigne else {}
    seuil, role = office.reference.seuils.sans_nouvelles_jours, office.membre.role
    drapeaux = {patient: _drapeau(suivi, role, le, seuil) for patient, suivi in etats.items()}
    lignes = [seen(office, line(r, le, drapeaux.get(r.id))) for r in rows]
    dus = {patient for patient, suivi in etats.items() if suivi.fiche_due(role, le)}
    parts = {
        Filtre.ACTIFS: tuple(x for x in lignes if x.actif),
        Filtre.A_COMPLETER: tuple(x for x in lignes if x.id in dus),
        Filtre.SORTIS: tuple(x for x in lignes if not x.actif),
    }
    return PatientListe(parts[filtre], *(len(parts[f]) for f in Filtre))


def identity(office: Office, patient_id: PatientId) -> IdentiteLue:
    """What the reception may see of somebody."""
    check(office, Permission.IDENTITE)
    with office.store.read() as work:
        patient_id = courant(work, patient_id)
        found = IdentiteLue(work.patients.get(patient_id), work.revisions.head(patient_id))
    journal.opened(office, Action.OUVERTURE_DOSSIER, patient=patient_id, detail="identite")
    return found


def create(office: Office, saisie: PatientSaisie) -> Patient:
    """A new record and, when a programme is given, its inclusion: one transaction.

    The person's unfinished registration is dropped with it.

    Raises:
        NotIncludable: the programme refuses this person (age).
        AliasNotFunded: it pays for a person identified.
    """
    check(office, Permission.ECRIRE_IDENTITE)
    if saisie.programme is not None:
        check(office, Permission.INCLUSION)
    patient = _patient(office, saisie, None)
    inclusion = _inclusion(office, patient, saisie)
    with office.store.begin(office.membre.id, office.now()) as work:
        patient = work.patients.add(patient)
        if inclusion is not None:
            work.inclusions.save(inclusion)
        identites.tell_apart(work, saisie.distincts)
        _drop_draft(work, office, drafts.NEW)
    return patient


def edit(
    office: Office, patient_id: PatientId, saisie: PatientSaisie, based_on: RevisionId | None
) -> Patient:
    """A new revision of the identity; refused when somebody changed it meanwhile.

    Raises:
        FollowUpFunded: anonymity is asked during a follow-up paid for a person identified.
        RecordJoined: the record became part of another one.
    """
    check(office, Permission.ECRIRE_IDENTITE)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = current(work, patient_id)
        patient = _patient(office, saisie, known)
        if patient.anonyme:
            anonymat.check_episodes(office.reference, work.inclusions.of(patient_id))
        work.patients.save(patient, based_on)
        identites.tell_apart(work, saisie.distincts)
        _drop_draft(work, office, Formulaire.IDENTITE.sujet(patient_id))
    return patient


def include(
    office: Office,
    patient_id: PatientId,
    *,
    programme: str,
    debut: date,
    demande: date | None = None,
    orienteur: str = "NR",
) -> Inclusion:
    """Open an episode.

    Raises:
        NotIncludable: an episode is already open, or covers the day, or the programme refuses this
            person.
        AliasNotFunded: the programme pays for a person identified.
        RecordJoined: the record became part of another one.
    """
    check(office, Permission.INCLUSION)
    with office.store.begin(office.membre.id, office.now()) as work:
        patient = current(work, patient_id)
        if any(e.fin is None for e in work.inclusions.of(patient_id)):
            raise NotIncludable(
                "Cette personne est déjà incluse dans un programme.",
                "Terminez d’abord le suivi en cours, puis ouvrez le nouveau.",
            )
        check_programme(office.reference, patient, programme, debut)
        inclusion = Inclusion(
            InclusionId(new_id()), patient_id, programme, debut, demande, orienteur
        )
        if any(inclusion.chevauche(autre) for autre in work.inclusions.of(patient_id)):
            raise NotIncludable(
                "Un autre suivi de cette personne couvre cette date.",
                "Vérifiez la date d’inclusion : elle suit la fin du suivi précédent.",
            )
        work.inclusions.save(inclusion)
        _drop_draft(work, office, Formulaire.INCLUSION.sujet(patient_id))
    return inclusion


def close(office: Office, inclusion_id: InclusionId, *, fin: date, motif: str) -> Inclusion:
    """End an episode with its reason (CL29).

    Raises:
        NotIncludable: it would end before it began or after today, or has ended already.
    """
    check(office, Permission.INCLUSION)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.inclusions.get(inclusion_id)
        if known.fin is not None:
            raise NotIncludable(
                "Ce suivi est déjà terminé.", "Annulez d’abord la fin qui a été enregistrée."
            )
        if fin > today(office):
            raise NotIncludable("La date de sortie doit être aujourd’hui ou avant.")
        if fin < known.debut:
            raise NotIncludable("La date de sortie doit suivre la date d’inclusion.")
        closed = replace(known, fin=fin, motif_sortie=motif)
        work.inclusions.save(closed)
        _drop_draft(work, office, Formulaire.SORTIE.sujet(known.patient))
    return closed


def _drop_draft(work: "Work", office: Office, sujet: str) -> None:
    """What was being typed goes with what is recorded, in one transaction."""
    work.drafts.drop(drafts.key(drafts.PATIENT, sujet), office.membre.id)


def _patient(office: Office, saisie: PatientSaisie, known: Patient | None) -> Patient:
    """What is typed, over what is known; whoever only registers people leaves the rest as it is."""
    assert saisie.naissance is not None
    base = known or Patient(PatientId(new_id()), 0, "", "", saisie.naissance)
    made = replace(
        base,
        nom=saisie.nom.strip(),
        prenom=saisie.prenom.strip(),
        naissance=saisie.naissance,
        sexe=saisie.sexe,
        telephone=saisie.telephone.strip(),
        anonyme=saisie.anonyme,
        identite=_identite(office, saisie, known),
    )
    if saisie.anonyme:
        made = replace(
            made, prenom="", telephone="", naissance=saisie.naissance.replace(month=1, day=1)
        )
    if not allowed(office.membre.role, Permission.INCLUSION):
        return made
    given = saisie.information_remise is not None
    return replace(
        made,
        information_remise=saisie.information_remise,
        information_par=(saisie.information_par or office.membre.id) if given else None,
        information_support=saisie.information_support if given else "",
    )


def _identite(office: Office, saisie: PatientSaisie, known: Patient | None) -> Identite:
    if saisie.anonyme:
        return Identite()
    typed = saisie.identite.avec_homonymes() if saisie.distincts else saisie.identite
    traits = typed_traits(typed, saisie.naissance, saisie.sexe)
    return identites.confirmed(typed, traits, known, par=office.membre.id, le=today(office))


def _inclusion(office: Office, patient: Patient, saisie: PatientSaisie) -> Inclusion | None:
    if saisie.programme is None or saisie.debut is None:
        return None
    check_programme(office.reference, patient, saisie.programme, saisie.debut)
    return Inclusion(
        InclusionId(new_id()),
        patient.id,
        saisie.programme,
        saisie.debut,
        saisie.demande,
        saisie.orienteur,
    )


def check_programme(reference: "Reference", patient: Patient, programme: str, debut: date) -> None:
    """Refuse a programme that is not for this person."""
    known = reference.programmes.get(programme)
    if known is None:
        reserve = reference.reserves.get(programme)
        raise NotIncludable(
            f"« {reserve.libelle} » est réservé : personne ne peut encore y être inclus."
            if reserve is not None
            else "Ce programme n’est plus décrit ici.",
            "Choisissez-en un autre.",
        )
    anonymat.check_programme(reference, patient, programme)
    if known.trop_jeune(age(patient.naissance, debut)):
        raise NotIncludable(
            f"Ce programme est réservé aux personnes de {known.age_minimal} ans et plus.",
            "Choisissez « Microstructure hors forfait », ou vérifiez la date de naissance.",
        )


def _drapeau(suivi: Suivi, role: Role, le: date, seuil: int) -> Drapeau | None:
    if not suivi.actif(le):
        return None
    if suivi.forfait is not None and suivi.forfait.complet:
        return Drapeau.FORFAIT_EPUISE
    if suivi.dernier_acte is None:
        return Drapeau.NOUVEAU
    if suivi.fiche_due(role, le):
        return Drapeau.FICHE_A_FAIRE
    silence = suivi.silence(le)
    if silence is not None and silence >= seuil:
        return Drapeau.SANS_NOUVELLES
    return None
