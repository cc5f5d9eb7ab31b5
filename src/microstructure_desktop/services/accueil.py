"""What the person at the keyboard has to do now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Consultation, Issue, RendezVous
from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.domain.ids import ConsultationId, PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import Mois

from . import consultations, drafts
from .access import Permission, allowed
from .office import Office, today
from .suivi import FICHES_DE_SUIVI, Suivi, suivis
from .syntheses import SyntheseLigne, SyntheseOuverte, prepare, reunions

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


class EtatRendezVous(StrEnum):
    ATTENDU = "attendu"
    EN_COURS = "en_cours"
    FAIT = "fait"
    EXCUSE = "excuse"
    ABSENT = "absent"


class GenreTache(StrEnum):
    FICHE_DUE = "fiche_due"
    BROUILLON = "brouillon"
    SANS_NOUVELLES = "sans_nouvelles"


@dataclass(frozen=True, slots=True)
class RendezVousLigne:
    """One appointment of the day; `rang` of `inclus` for the coming act, when a forfait counts it.

    `consultation`: the session recorded for it, if any.
    """

    rendez_vous: RendezVous
    patient: Patient
    rang: int | None
    inclus: int | None
    etat: EtatRendezVous
    consultation: ConsultationId | None


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
    """Four figures of the year under way. `actes`: role to (done, included) in open forfaits."""

    suivis: int
    file_active: int
    actes: dict[Role, tuple[int, int]]
    echeances: int


@dataclass(frozen=True, slots=True)
class Accueil:
    jour: date
    rendez_vous: tuple[RendezVousLigne, ...]
    taches: tuple[Tache, ...]
    synthese: SyntheseLigne | None
    prochaine_synthese: date | None
    propositions: int
    export: Mois | None
    chiffres: Chiffres
    prochain: RendezVousLigne | None


def accueil(office: Office) -> Accueil:
    """Today's appointments and everything that waits, for the person's role."""
    le = today(office)
    clinique = allowed(office.membre.role, Permission.CLINIQUE)
    with office.store.read() as work:
        etats = suivis(work, office.reference, le)
        patients = {p.id: p for p in work.patients.all()}
        lignes = _rendez_vous(work, office, patients, etats, le)
        suivant = _prochain(work, office, patients, etats, le)
        chiffres = _chiffres(work, office, etats, le)
        export = _export(work, office, le)
        taches = _taches(work, office, patients, etats, le) if clinique else ()
    reunion = reunions(office).prochaine if clinique else None
    preparation = prepare(office) if clinique else None
    return Accueil(
        le,
        lignes if clinique else (),
        taches,
        reunion,
        reunion.jour if reunion is not None else _annoncee(preparation),
        len(preparation.propositions) if preparation is not None else 0,
        export,
        chiffres,
        suivant if clinique else None,
    )


def note_absence(office: Office, patient_id: PatientId, issue: Issue) -> Consultation:
    """Record today's session as not kept; what is planned and asked for stays as it is.

    Raises:
        AccessDenied: the role holds no session.
    """
    ouverte = consultations.open_seance(office, patient_id)
    saisie = replace(ouverte.saisie, issue=issue)
    return consultations.record(office, ouverte.id, patient_id, saisie, ouverte.based_on)


def _annoncee(preparation: "SyntheseOuverte | None") -> date | None:
    return preparation.synthese.jour if preparation is not None else None


def _rendez_vous(
    work: "Work",
    office: Office,
    patients: dict[PatientId, Patient],
    etats: dict[PatientId, Suivi],
    le: date,
) -> tuple[RendezVousLigne, ...]:
    """The person's own appointments of the day; everybody's for a role that receives nobody."""
    du_jour = work.consultations.between(le, le)
    actes = {(a.patient, a.membre): a for a in du_jour if not a.hors_rendez_vous}
    ouverts = {d.patient for d in drafts.of(work, office.membre.id) if d.genre == drafts.SEANCE}
    soignant = office.membre.role in SOIGNANTS
    return tuple(
        _ligne(
            office,
            rdv,
            patients[rdv.patient],
            etats.get(rdv.patient),
            actes.get((rdv.patient, rdv.membre)),
            en_cours=rdv.patient in ouverts,
        )
        for rdv in work.rendez_vous.between(le, le)
        if not soignant or rdv.membre == office.membre.id
    )


def _prochain(
    work: "Work",
    office: Office,
    patients: dict[PatientId, Patient],
    etats: dict[PatientId, Suivi],
    le: date,
) -> RendezVousLigne | None:
    """The person's first appointment after today."""
    demain = le + timedelta(days=1)
    for rdv in work.rendez_vous.between(demain, demain + timedelta(days=60)):
        if rdv.membre == office.membre.id:
            return _ligne(office, rdv, patients[rdv.patient], etats.get(rdv.patient), None)
    return None


def _ligne(
    office: Office,
    rdv: RendezVous,
    patient: Patient,
    suivi: Suivi | None,
    acte: Consultation | None,
    *,
    en_cours: bool = False,
) -> RendezVousLigne:
    forfait = suivi.forfait if suivi is not None else None
    compteur = forfait.compteur(office.membre.role) if forfait is not None else None
    rang = None
    if compteur is not None:
        rang = compteur.faits if acte is not None and acte.honoree else compteur.faits + 1
    return RendezVousLigne(
        rdv,
        patient,
        rang,
        compteur.inclus if compteur is not None else None,
        _etat(acte, en_cours=en_cours),
        acte.id if acte is not None else None,
    )


def _etat(acte: Consultation | None, *, en_cours: bool) -> EtatRendezVous:
    if acte is None:
        return EtatRendezVous.EN_COURS if en_cours else EtatRendezVous.ATTENDU
    if acte.honoree:
        return EtatRendezVous.FAIT
    if acte.issue is Issue.ABSENT_NON_EXCUSE:
        return EtatRendezVous.ABSENT
    return EtatRendezVous.EXCUSE


def _taches(
    work: "Work",
    office: Office,
    patients: dict[PatientId, Patient],
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
    role: Role, patients: dict[PatientId, Patient], etats: dict[PatientId, Suivi], le: date
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
    forfaits = [s.forfait for s in actifs if s.forfait is not None]
    actes: dict[Role, tuple[int, int]] = {}
    for compteur in (c for f in forfaits for c in f.compteurs):
        faits, inclus = actes.get(compteur.role, (0, 0))
        actes[compteur.role] = (faits + compteur.faits, inclus + compteur.inclus)
    vus = {
        a.patient
        for a in work.queries.activity(le.replace(month=1, day=1), le)
        if a.honoree and not a.sans_patient
    }
    limite = office.reference.seuils.forfait_echeance_jours
    echeances = sum(1 for f in forfaits if f.jours_restants(le) <= limite)
    return Chiffres(len(actifs), len(vus), actes, echeances)


def _export(work: "Work", office: Office, le: date) -> Mois | None:
    """Last month, while it has activity and was not handed over."""
    if not allowed(office.membre.role, Permission.PARTAGE):
        return None
    mois = Mois.de(le).plus(-1)
    remis = {e.periode for e in work.envois.all()}
    if str(mois) in remis or not work.queries.activity(mois.premier, mois.dernier):
        return None
    return mois
