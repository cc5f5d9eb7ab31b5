"""One patient at a glance: episode, forfait, sessions, fiches, meetings, what is to be done."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.consultation import Consultation, Question, RendezVous
from microstructure_desktop.domain.cycles import Cycle, attribue, tous_les_cycles
from microstructure_desktop.domain.decompte import de_l_acte, du_suivi
from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.domain.forfait import Forfait
from microstructure_desktop.domain.ids import FicheId, InclusionId, MembreId, PatientId, RevisionId
from microstructure_desktop.domain.ordre_du_jour import ouvertes
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.domain.periods import age
from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.domain.synthese import Situation, Synthese

from . import drafts, journal, seance_forms
from .access import Permission, attends, check
from .cercle import Cercle, autour_de
from .conservation import phrase
from .decomptes import decomptes_de, regles_of
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable
from .office import Office, today
from .oppositions import Cible, of_patient
from .reunis import courant, syntheses_lues
from .suivi import (
    FICHES_DE_SUIVI,
    Suivi,
    courante,
    fiches_dues,
    last_fiches,
)

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work


class GenreAlerte(StrEnum):
    FICHE_DUE = "fiche_due"
    OPPOSITION = "opposition"
    PARTAGE_LIMITE = "partage_limite"
    BROUILLON = "brouillon"
    FORFAIT_EPUISE = "forfait_epuise"
    SANS_NOUVELLES = "sans_nouvelles"
    NON_INCLUS = "non_inclus"


@dataclass(frozen=True, slots=True)
class Seance:
    """`rang`: n-th act of its role counted in its forfait cycle; None when it does not count.

    `form`: what its answers answer; those that the person may not read are not there.
    """

    consultation: Consultation
    rang: int | None
    form: "Form | None" = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One patient's part of one meeting; `synthese` says nothing of the others."""

    synthese: Synthese
    situation: Situation


@dataclass(frozen=True, slots=True)
class Alerte:
    """`cible`: what to open (a form, or the page of a draft, about its `sujet`).

    `jours`: days when they matter. `papier`: the draft copies a sheet. `opposition`: what the
    person objects to, and before whom.
    """

    genre: GenreAlerte
    jour: date | None = None
    cible: str = ""
    jours: int | None = None
    sujet: str = ""
    papier: bool = False
    opposition: Cible | None = None


@dataclass(frozen=True, slots=True)
class FicheLigne:
    fiche: Fiche
    titre: str
    revisions: int


@dataclass(frozen=True, slots=True)
class FicheLue:
    """A fiche to read: `answers` are those shared with the person at the keyboard."""

    fiche: Fiche
    form: "Form"
    answers: Answers


@dataclass(frozen=True, slots=True)
class Dossier:
    """Sessions, fiches and meetings newest first; appointments soonest first.

    `limite`: the person objects to what others wrote being read by who is at the keyboard, so it
    is not there. `conservation`: where the record is in its time, when that has begun.
    """

    patient: Patient
    revision: RevisionId | None
    age: int
    inclusions: tuple[Inclusion, ...]
    suivi: Suivi
    programme: Programme | None
    concertation_minutes: int
    psychiatre_minutes: int
    seances: tuple[Seance, ...]
    rendez_vous: tuple[RendezVous, ...]
    fiches: tuple[FicheLigne, ...]
    passages: tuple[Passage, ...]
    questions: tuple[Question, ...]
    alertes: tuple[Alerte, ...]
    membres: dict[MembreId, Membre]
    limite: bool = False
    conservation: str = ""

    @property
    def inclusion(self) -> Inclusion | None:
        return self.suivi.inclusion

    @property
    def forfait(self) -> Forfait | None:
        return self.suivi.forfait


def dossier(office: Office, patient_id: PatientId) -> Dossier:
    """Everything the patient page shows, in one reading."""
    check(office, Permission.CLINIQUE)
    le = today(office)
    with office.store.read() as work:
        patient_id = courant(work, patient_id)
        patient = work.patients.get(patient_id)
        inclusions, actes = work.inclusions.of(patient_id), work.consultations.of(patient_id)
        rendez_vous = [r for r in work.rendez_vous.of(patient_id) if _prevu(r, actes, le)]
        syntheses = syntheses_lues(work)
        suivi = _suivi(work, office, patient_id, actes, rendez_vous)
        lecture = autour_de(office, work, patient_id)
        remplies = _fiches(work, office, lecture.ouverts(work.fiches.of(patient_id)))
        questions = ouvertes(lecture.ouverts(work.questions.of(patient_id)), syntheses)
        alertes = _alertes(work, office, suivi, patient_id)
        membres = {m.id: m for m in work.equipe.all()}
        revision, conservee = work.revisions.head(patient_id), phrase(work, office, patient_id)
        lues = [seance_forms.shared(office, work, a) for a in actes]
        cycles = _cycles(work, office, inclusions)
    journal.opened(office, Action.OUVERTURE_DOSSIER, patient=patient_id)
    passages = _passages(syntheses, patient_id)
    return Dossier(
        patient=patient,
        revision=revision,
        age=age(patient.naissance, le),
        inclusions=tuple(inclusions),
        suivi=suivi,
        programme=_programme(office, suivi),
        concertation_minutes=_concertation(passages, suivi.forfait),
        psychiatre_minutes=_psychiatre(actes, suivi.forfait),
        seances=tuple(s for s in _seances(lues, cycles) if lecture.lit(s.consultation)),
        rendez_vous=tuple(rendez_vous),
        fiches=remplies,
        passages=_lus(office, lecture, passages),
        questions=questions,
        alertes=alertes,
        membres=membres,
        limite=lecture.ferme(patient_id),
        conservation=conservee,
    )


def read_fiche(office: Office, fiche_id: FicheId) -> FicheLue:
    """Any profession's fiche, within what it shares.

    Raises:
        UnknownForm: the definition it was filled with is not installed any more.
    """
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        fiche = work.fiches.get(fiche_id)
        autour_de(office, work, fiche.patient).check(fiche)
        form = form_of(office, work, fiche)
    journal.opened(office, Action.OUVERTURE_FICHE, patient=fiche.patient, objet=fiche_id)
    answers = readable(office, fiche, form)
    return FicheLue(replace(fiche, answers=answers), form, answers)


def _passages(syntheses: list[Synthese], patient_id: PatientId) -> tuple[Passage, ...]:
    """Two in one meeting when it discussed two records that have become one."""
    return tuple(
        Passage(replace(s, situations=(situation,), reprises=(), organisation=""), situation)
        for s in reversed(syntheses)
        for situation in s.situations
        if situation.patient == patient_id
    )


def _lus(office: Office, lecture: Cercle, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Those that the person at the keyboard may read."""
    return tuple(
        p
        for p in passages
        if not lecture.ferme(p.situation.patient) and attends(office, p.synthese.presents)
    )


def _concertation(passages: tuple[Passage, ...], forfait: Forfait | None) -> int:
    """Minutes of closed meetings spent on this patient in the current cycle."""
    return sum(
        p.synthese.concertation(p.situation.patient)
        for p in passages
        if _dedans(forfait, p.synthese.jour)
    )


def _psychiatre(actes: list[Consultation], forfait: Forfait | None) -> int:
    """Minutes of kept acts of the psychiatrist in the current cycle."""
    return sum(
        a.duree
        for a in actes
        if a.role is Role.PSYCHIATRE and a.honoree and _dedans(forfait, a.jour)
    )


def _dedans(forfait: Forfait | None, jour: date) -> bool:
    """Whether a day lies in the current forfait cycle (always, without a forfait)."""
    return forfait is None or forfait.debut <= jour <= forfait.fin


def _prevu(rendez_vous: RendezVous, actes: list[Consultation], le: date) -> bool:
    if rendez_vous.jour < le:
        return False
    return not any(
        a.jour == rendez_vous.jour and a.membre == rendez_vous.membre and not a.hors_rendez_vous
        for a in actes
    )


def _programme(office: Office, suivi: Suivi) -> Programme | None:
    if suivi.inclusion is None:
        return None
    return office.reference.programmes.get(suivi.inclusion.programme)


def _suivi(
    work: "Work",
    office: Office,
    patient_id: PatientId,
    actes: list[Consultation],
    rendez_vous: list[RendezVous],
) -> Suivi:
    le = today(office)
    inclusion = courante(work.inclusions.of(patient_id), le)
    comptes = decomptes_de(work, office.reference, patient_id, actes, rendez_vous, le)
    faites = last_fiches(office.reference, work.fiches.of(patient_id))
    return Suivi(
        patient_id,
        inclusion,
        du_suivi(comptes, inclusion, le),
        de_l_acte(comptes, le),
        max((a.jour for a in actes if a.honoree and not a.sans_patient), default=None),
        fiches_dues(office.reference, inclusion, faites.get(patient_id, {}), le),
    )


def _cycles(work: "Work", office: Office, inclusions: list[Inclusion]) -> tuple[Cycle, ...]:
    rythme = regles_of(work).cycle
    return tous_les_cycles(inclusions, office.reference.programmes, today(office), rythme)


def _seances(
    lues: "list[tuple[Consultation, Form | None]]", cycles: tuple[Cycle, ...]
) -> tuple[Seance, ...]:
    rangs: dict[tuple[Role, InclusionId, date], int] = {}
    lignes = []
    for acte, form in lues:
        rang = None
        cycle = attribue(acte, cycles)
        if cycle is not None and cycle.impute(acte):
            cle = acte.role, cycle.inclusion.id, cycle.debut
            rangs[cle] = rang = rangs.get(cle, 0) + 1
        lignes.append(Seance(acte, rang, form))
    return tuple(reversed(lignes))


def _fiches(work: "Work", office: Office, fiches: list[Fiche]) -> tuple[FicheLigne, ...]:
    lignes = [
        FicheLigne(*_lue(work, office, fiche), len(work.revisions.history(fiche.id)))
        for fiche in fiches
    ]
    return tuple(sorted(lignes, key=lambda x: x.fiche.jour, reverse=True))


def _lue(work: "Work", office: Office, fiche: Fiche) -> tuple[Fiche, str]:
    """The fiche with the answers that the reader may have, and what its own version is called.

    Its id, and no answer, when that version is nowhere.
    """
    try:
        form = form_of(office, work, fiche)
    except UnknownForm:
        return replace(fiche, answers={}), fiche.form
    return replace(fiche, answers=readable(office, fiche, form)), form.title


def _alertes(
    work: "Work", office: Office, suivi: Suivi, patient_id: PatientId
) -> tuple[Alerte, ...]:
    le = today(office)
    found = [
        Alerte(
            GenreAlerte.BROUILLON,
            d.at.astimezone().date(),
            d.genre,
            sujet=d.sujet,
            papier=d.papier,
        )
        for d in drafts.of(work, office.membre.id)
        if d.patient == patient_id
    ]
    if suivi.inclusion is None:
        found.append(Alerte(GenreAlerte.NON_INCLUS))
    found += _objections(work, office, patient_id)
    role = office.membre.role
    if suivi.fiche_due(role, le):
        due = suivi.fiche_due_le(role)
        found.append(Alerte(GenreAlerte.FICHE_DUE, due, FICHES_DE_SUIVI[role]))
    if suivi.actif(le) and suivi.forfait is not None and suivi.forfait.complet:
        found.append(Alerte(GenreAlerte.FORFAIT_EPUISE, suivi.forfait.fin))
    silence = suivi.silence(le)
    if silence is not None and silence >= office.reference.seuils.sans_nouvelles_jours:
        found.append(Alerte(GenreAlerte.SANS_NOUVELLES, suivi.dernier_acte, jours=silence))
    return tuple(found)


def _objections(work: "Work", office: Office, patient_id: PatientId) -> list[Alerte]:
    said = of_patient(work, patient_id)
    found = [
        Alerte(GenreAlerte.OPPOSITION, jour, cible.objet, opposition=cible)
        for cible, jour in said.cibles.items()
    ]
    lecture = autour_de(office, work, patient_id)
    if lecture.ferme(patient_id):
        found.append(Alerte(GenreAlerte.PARTAGE_LIMITE, lecture.fermes[patient_id]))
    return found
