"""The monthly synthesis meeting: prepare its agenda, hold it, close it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import SOIGNANTS, Membre, Role
from microstructure_desktop.domain.ids import MembreId, PatientId, RevisionId, SyntheseId, new_id
from microstructure_desktop.domain.ordre_du_jour import ORDRE, Proposition, ouvertes, proposer
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import Mois, age
from microstructure_desktop.domain.synthese import Etat, Motif, Situation, Synthese
from microstructure_desktop.errors import AppError

from . import drafts
from .access import Permission, check
from .agenda import faits_of, seuils_of
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

DEBUT = time(12, 30)


class MeetingClosed(AppError):
    sentence = "Cette réunion est close : son compte rendu ne change plus."
    way_out = "Notez ce qui manque à la prochaine réunion."


class NothingDiscussed(AppError):
    sentence = "Aucune situation n’a été évoquée : il n’y a rien à clore."
    way_out = "Évoquez au moins une situation, ou laissez la réunion en préparation."


@dataclass(frozen=True, slots=True)
class SyntheseLigne:
    """One meeting in the list; `numero` is its rank in the cabinet, 1 for the first."""

    id: SyntheseId
    numero: int
    jour: date
    etat: Etat
    patients: int
    decisions: int


@dataclass(frozen=True, slots=True)
class Reunions:
    """Meetings newest first; `prochaine` is the one in preparation or under way."""

    lignes: tuple[SyntheseLigne, ...]
    prochaine: SyntheseLigne | None


@dataclass(frozen=True, slots=True)
class SyntheseOuverte:
    """A meeting with everybody it names. `brouillon`: unfinished text applied."""

    synthese: Synthese
    numero: int
    based_on: RevisionId | None
    patients: dict[PatientId, Patient]
    ages: dict[PatientId, int]
    membres: dict[MembreId, Membre]
    propositions: tuple[Proposition, ...] = ()
    brouillon: bool = False


def reunions(office: Office) -> Reunions:
    check(office, Permission.REUNION)
    with office.store.read() as work:
        toutes = work.syntheses.all()
    lignes = [
        SyntheseLigne(
            s.id,
            rang,
            s.jour,
            s.etat,
            len(s.vues) if s.close else len(s.situations),
            sum(len(x.decisions) for x in s.situations),
        )
        for rang, s in enumerate(toutes, 1)
    ]
    ouvertes_ = [x for x in lignes if x.etat is not Etat.CLOSE]
    return Reunions(tuple(reversed(lignes)), ouvertes_[0] if ouvertes_ else None)


def prepare(office: Office, synthese_id: SyntheseId | None = None) -> SyntheseOuverte:
    """The meeting being prepared, or a new one a month after the last, with its proposals."""
    check(office, Permission.REUNION)
    with office.store.read() as work:
        toutes = work.syntheses.all()
        attente = [s for s in toutes if s.etat is Etat.PREPAREE]
        if synthese_id is not None:
            synthese = work.syntheses.get(synthese_id)
        else:
            synthese = attente[0] if attente else _nouvelle(work, office, toutes)
        ouverte = _ouverte(work, office, synthese, toutes)
        propositions = _propositions(work, office, toutes, synthese.jour)
    connus = {s.patient for s in synthese.situations}
    nouvelles = [p for p in propositions if p.patient not in connus]
    noms = {x: p.nom_affiche for x, p in ouverte.patients.items()}
    nouvelles.sort(key=lambda p: (ORDRE.index(p.motif), noms[p.patient]))
    return replace(ouverte, propositions=tuple(nouvelles))


def open_synthese(office: Office, synthese_id: SyntheseId) -> SyntheseOuverte:
    """A meeting as last saved, with the person's unfinished text applied."""
    check(office, Permission.REUNION)
    with office.store.read() as work:
        toutes = work.syntheses.all()
        synthese = work.syntheses.get(synthese_id)
        draft = work.drafts.get_as(_key(synthese_id), office.membre.id, Synthese)
        if draft is not None and not synthese.close:
            return replace(_ouverte(work, office, draft, toutes), brouillon=True)
        return _ouverte(work, office, synthese, toutes)


def save_draft(office: Office, synthese: Synthese) -> datetime:
    """Keep the meeting as it stands on screen; the instant is when it is safe on disk."""
    at = office.now()
    with office.store.begin(office.membre.id, at) as work:
        work.drafts.put(_key(synthese.id), office.membre.id, synthese)
    return at


def save(office: Office, synthese: Synthese, based_on: RevisionId | None) -> SyntheseOuverte:
    """Append a revision.

    Raises:
        MeetingClosed: its minutes exist already.
        StaleRevision: a colleague saved it meanwhile.
    """
    check(office, Permission.REUNION)
    with office.store.begin(office.membre.id, office.now()) as work:
        return _write(work, office, synthese, based_on)


def begin(office: Office, synthese: Synthese, based_on: RevisionId | None) -> SyntheseOuverte:
    """Open the meeting: the three summaries are copied from what each profession shared."""
    check(office, Permission.REUNION)
    le = today(office)
    with office.store.begin(office.membre.id, office.now()) as work:
        situations = tuple(_prefilled(work, s) for s in synthese.situations)
        ouverte = replace(
            synthese,
            etat=Etat.EN_COURS,
            jour=le,
            debut=office.now().astimezone().time().replace(second=0, microsecond=0),
            presents=synthese.presents or _presents(work),
            redacteur=synthese.redacteur or office.membre.id,
            situations=situations,
        )
        return _write(work, office, ouverte, based_on)


def add_patient(office: Office, patient_id: PatientId) -> Situation:
    """A situation added during the meeting, prefilled like the others; not saved yet."""
    check(office, Permission.REUNION)
    with office.store.read() as work:
        return _prefilled(work, Situation(patient_id, Motif.AJOUT))


def close(office: Office, synthese: Synthese, based_on: RevisionId | None) -> SyntheseOuverte:
    """End the meeting for good: its minutes can be printed, its decisions start to count.

    Raises:
        NothingDiscussed: no situation was discussed.
    """
    check(office, Permission.REUNION)
    if not synthese.vues:
        raise NothingDiscussed
    at = office.now()
    fin = synthese.fin or at.astimezone().time().replace(second=0, microsecond=0)
    prochaine = synthese.prochaine or _mois_suivant(synthese.jour)
    close_ = replace(
        synthese, etat=Etat.CLOSE, fin=fin, prochaine=prochaine, close_le=at.astimezone(UTC)
    )
    with office.store.begin(office.membre.id, at) as work:
        return _write(work, office, close_, based_on)


def candidates(office: Office, texte: str) -> tuple[Patient, ...]:
    """Patients whose record matches, to add one to the agenda."""
    from .patients import search

    lignes = search(office, texte)[:20]
    with office.store.read() as work:
        return tuple(work.patients.get(x.id) for x in lignes)


def _key(synthese_id: SyntheseId) -> str:
    return drafts.key(drafts.SYNTHESE, synthese_id)


def _write(
    work: "Work", office: Office, synthese: Synthese, based_on: RevisionId | None
) -> SyntheseOuverte:
    if based_on is not None and work.syntheses.get(synthese.id).close:
        raise MeetingClosed
    work.syntheses.save(synthese, based_on)
    work.drafts.drop(_key(synthese.id), office.membre.id)
    return _ouverte(work, office, synthese, work.syntheses.all())


def _ouverte(
    work: "Work", office: Office, synthese: Synthese, toutes: list[Synthese]
) -> SyntheseOuverte:
    patients = {p.id: p for p in work.patients.all()}
    rangs = [s.id for s in toutes]
    numero = rangs.index(synthese.id) + 1 if synthese.id in rangs else len(rangs) + 1
    le = today(office)
    return SyntheseOuverte(
        synthese,
        numero,
        work.revisions.head(synthese.id),
        patients,
        {p.id: age(p.naissance, le) for p in patients.values()},
        {m.id: m for m in work.equipe.all()},
    )


def _nouvelle(work: "Work", office: Office, toutes: list[Synthese]) -> Synthese:
    """A meeting not saved yet: date announced by the last one, its unfinished decisions first."""
    closes = [s for s in toutes if s.close]
    derniere = closes[-1] if closes else None
    le = today(office)
    annoncee = derniere.prochaine if derniere is not None else None
    return Synthese(
        SyntheseId(new_id()),
        annoncee if annoncee is not None and annoncee >= le else le,
        derniere.debut if derniere is not None else DEBUT,
        presents=_presents(work),
        redacteur=office.membre.id,
        reprises=derniere.a_reprendre() if derniere is not None else (),
    )


def _presents(work: "Work") -> tuple[MembreId, ...]:
    ordre = list(Role)
    actifs = [m for m in work.equipe.all() if m.actif and m.role in SOIGNANTS]
    return tuple(m.id for m in sorted(actifs, key=lambda m: ordre.index(m.role)))


def _propositions(
    work: "Work", office: Office, toutes: list[Synthese], jour: date
) -> tuple[Proposition, ...]:
    closes = [s for s in toutes if s.close]
    le = max(jour, today(office))
    faits = faits_of(work, office, ouvertes(work.questions.all(), toutes), closes, le)
    return proposer(
        faits,
        le=le,
        depuis=closes[-1].jour if closes else None,
        seuils=seuils_of(office.reference),
    )


SECTIONS = {
    Role.MEDECIN: "medical",
    Role.PSYCHIATRE: "medical",
    Role.PSYCHOLOGUE: "psychologique",
    Role.TRAVAILLEUR_SOCIAL: "social",
}


def _prefilled(work: "Work", situation: Situation) -> Situation:
    """Each empty column takes the last shared note of its profession."""
    textes: dict[str, str] = {}
    for acte in work.consultations.of(situation.patient):
        if acte.role in SECTIONS and acte.note_partagee:
            textes[SECTIONS[acte.role]] = acte.note_partagee
    questions = ouvertes(work.questions.of(situation.patient), work.syntheses.all())
    question = situation.question or " ; ".join(q.texte for q in questions if q.texte)
    return replace(
        situation,
        question=question,
        medical=situation.medical or textes.get("medical", ""),
        psychologique=situation.psychologique or textes.get("psychologique", ""),
        social=situation.social or textes.get("social", ""),
    )


def _mois_suivant(jour: date) -> date:
    """Four weeks later, five when that stays in the same month: the same weekday, each month."""
    suivante = jour + timedelta(weeks=4)
    return suivante if Mois.de(suivante) != Mois.de(jour) else jour + timedelta(weeks=5)
