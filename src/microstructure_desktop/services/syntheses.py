"""The monthly synthesis meeting: prepare its agenda, hold it, close it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId, PatientId, RevisionId, SyntheseId
from microstructure_desktop.domain.numerotation import numero_de, numeros
from microstructure_desktop.domain.ordre_du_jour import Proposition
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import age
from microstructure_desktop.domain.synthese import Etat, Motif, Situation, Synthese
from microstructure_desktop.errors import AppError
from microstructure_desktop.store.failures import RecordMissing, StaleRevision

from . import actions_decidees, journal
from .access import Permission, attends, check, check_attends
from .agenda import propositions_of
from .cercle import PartageLimite, autour_de, cercle, limites
from .compte_rendu_fige import figee
from .heure_de_fin import terminee
from .merging import merged, same_words, without_origin
from .office import Office, today
from .prefill import prefilled
from .reunis import syntheses_lues, under_each_id
from .situations import entendues, non_entendues, ouvertes_a, rendues
from .synthese_preparation import membres_of, nouvelle, presents_of, prochaine_date, reprises_of
from .synthese_reprise import Brouillon, auteurs_of, draft_key, last_author

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


class MeetingClosed(AppError):
    sentence = "Cette réunion est close : son compte rendu ne change plus."
    way_out = "Écrivez ce qui manque dans un additif, depuis la page des comptes rendus."


class NothingDiscussed(AppError):
    sentence = "Aucune situation n’a été évoquée : il n’y a rien à clore."
    way_out = "Évoquez au moins une situation, ou laissez la réunion en préparation."


class SavedMeanwhile(AppError):
    """A colleague saved the meeting since it was opened; what was typed is still on screen."""

    way_out = "Ce que vous avez écrit reste à l’écran. Réunissez les deux versions."

    def __init__(self, auteur: str = "") -> None:
        par = f" par {auteur}" if auteur else ""
        super().__init__(f"Cette réunion a été enregistrée entre-temps{par}.")


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
    """A meeting with everybody it names.

    `auteurs`: who asked about each patient. `proposees`: all that speaks for a patient, taken on
    the agenda or not. `brouillon`: unfinished text applied, over what `entre_temps` saved since.
    `ecarte`: unfinished text that came too late, the meeting was closed without it. `limites`: who
    objects to sharing, and before whom of those present. What is about people who object to this
    reader is not there.
    """

    synthese: Synthese
    numero: int
    based_on: RevisionId | None
    patients: dict[PatientId, Patient]
    ages: dict[PatientId, int]
    membres: dict[MembreId, Membre]
    auteurs: dict[PatientId, tuple[MembreId, ...]]
    proposees: tuple[Proposition, ...] = ()
    brouillon: bool = False
    entre_temps: str = ""
    ecarte: Synthese | None = None
    limites: Mapping[PatientId, tuple[Membre, ...]] = field(default_factory=dict)

    @property
    def propositions(self) -> tuple[Proposition, ...]:
        """Those not on the agenda yet."""
        named = {self.patients[s.patient].id for s in self.synthese.situations}
        return tuple(p for p in self.proposees if p.patient not in named)


def reunions(office: Office) -> Reunions:
    check(office, Permission.REUNION)
    with office.store.read() as work:
        return lignes_de(work.syntheses.all(), office)


def lignes_de(toutes: list[Synthese], office: Office) -> Reunions:
    """Those of these meetings that the person reads."""
    rangs = numeros(toutes)
    lignes = [
        SyntheseLigne(
            s.id,
            rangs[s.id],
            s.jour,
            s.etat,
            s.evoquees if s.close else len(s.situations),
            sum(x.decidees for x in s.situations),
        )
        for s in toutes
        if attends(office, s.presents)
    ]
    attente = [x for x in lignes if x.etat is not Etat.CLOSE]
    attente.sort(key=lambda x: x.etat is not Etat.EN_COURS)
    return Reunions(tuple(reversed(lignes)), attente[0] if attente else None)


def prepare(office: Office, synthese_id: SyntheseId | None = None) -> SyntheseOuverte:
    """The meeting being prepared, or a new one a month after the last, with its proposals."""
    check(office, Permission.REUNION)
    with office.store.read() as work:
        toutes = syntheses_lues(work)
        attente = [s.id for s in toutes if s.etat is Etat.PREPAREE]
        voulue = synthese_id or next(iter(attente), None)
        synthese = work.syntheses.get(voulue) if voulue else nouvelle(work, office, toutes)
        check_attends(office, synthese.presents)
        ouverte = _resumed(work, office, _ouverte(work, office, synthese, toutes))
        synthese = ouverte.synthese
        prises = reprises_of(toutes, synthese.reprises)
        synthese = replace(synthese, reprises=actions_decidees.reprises(work, prises))
        synthese = ouvertes_a(cercle(office, work), entendues(office, toutes, synthese))
        proposees = propositions_of(work, office, toutes, synthese.jour)
    return replace(ouverte, synthese=synthese, proposees=proposees)


def open_synthese(office: Office, synthese_id: SyntheseId) -> SyntheseOuverte:
    """A meeting as last saved, with the person's unfinished text applied.

    Raises:
        AccessDenied: the person reads only the meetings where they were.
    """
    check(office, Permission.REUNION)
    with office.store.read() as work:
        synthese = work.syntheses.get(synthese_id)
        check_attends(office, synthese.presents)
        ouverte = _resumed(work, office, _ouverte(work, office, synthese, syntheses_lues(work)))
    detail = "" if synthese.close else "reunion"
    journal.opened(office, Action.LECTURE_COMPTE_RENDU, objet=synthese_id, detail=detail)
    return ouverte


def save_draft(office: Office, synthese: Synthese, based_on: RevisionId | None) -> datetime:
    """Keep the meeting as it stands on screen; the instant is when it is safe on disk."""
    check(office, Permission.REUNION)
    at = office.now()
    with office.store.begin(office.membre.id, at) as work:
        work.drafts.put(draft_key(synthese.id), office.membre.id, Brouillon(synthese, based_on))
    return at


def drop_draft(office: Office, synthese_id: SyntheseId) -> None:
    """Give up the person's unfinished text."""
    with office.store.begin(office.membre.id, office.now()) as work:
        work.drafts.drop(draft_key(synthese_id), office.membre.id)


def merge(
    office: Office, synthese: Synthese, based_on: RevisionId | None = None
) -> SyntheseOuverte:
    """What is on screen, built on `based_on`, and what was saved since, together; not saved yet.

    Raises:
        MeetingClosed: the colleague closed it.
    """
    check(office, Permission.REUNION)
    with office.store.read() as work:
        enregistree = work.syntheses.get(synthese.id)
        check_attends(office, enregistree.presents)
        if enregistree.close:
            raise MeetingClosed
        origine = _origin(work, enregistree, based_on)
        lecture = cercle(office, work)
        versions = (ouvertes_a(lecture, s) for s in (origine, synthese, enregistree))
        return _ouverte(work, office, merged(*versions), syntheses_lues(work))


def save(office: Office, synthese: Synthese, based_on: RevisionId | None) -> SyntheseOuverte:
    """Append a revision.

    Raises:
        MeetingClosed: its minutes exist already.
        SavedMeanwhile: by a colleague, since `based_on`.
    """
    check(office, Permission.REUNION)
    with office.store.begin(office.membre.id, office.now()) as work:
        return _write(work, office, synthese, based_on)


def begin(office: Office, synthese: Synthese, based_on: RevisionId | None) -> SyntheseOuverte:
    """Open the meeting: the three summaries are copied from what each profession shared.

    Of somebody who objects to one of those present, nothing: the screen is everybody's.
    """
    check(office, Permission.REUNION)
    le = today(office)
    with office.store.begin(office.membre.id, office.now()) as work:
        toutes = syntheses_lues(work)
        prepared = (s.reprises for s in toutes if s.id == synthese.id)
        connues = (*next(prepared, ()), *synthese.reprises)
        presents = synthese.presents or presents_of(work)
        fermees = limites(work, membres_of(work, presents))
        situations = tuple(
            replace(s, question="") if s.patient in fermees else prefilled(work, s, toutes)
            for s in synthese.situations
        )
        ouverte = replace(
            synthese,
            etat=Etat.EN_COURS,
            jour=le,
            debut=office.now().astimezone().time().replace(second=0, microsecond=0),
            presents=presents,
            redacteur=synthese.redacteur or office.membre.id,
            situations=situations,
            reprises=actions_decidees.reprises(work, reprises_of(toutes, connues)),
            prochaine=synthese.prochaine or prochaine_date(le),
        )
        return _write(work, office, ouverte, based_on)


def add_patient(office: Office, patient_id: PatientId) -> Situation:
    """A situation added during the meeting, prefilled like the others; not saved yet.

    Nothing is copied about somebody who objects to a member of the team.

    Raises:
        PartageLimite: the person objects to who adds them.
    """
    check(office, Permission.REUNION)
    with office.store.read() as work:
        if autour_de(office, work, patient_id).ferme(patient_id):
            raise PartageLimite
        if patient_id in limites(work, membres_of(work, presents_of(work))):
            return Situation(patient_id, Motif.AJOUT)
        return prefilled(work, Situation(patient_id, Motif.AJOUT), syntheses_lues(work))


def close(
    office: Office, synthese: Synthese, based_on: RevisionId | None, fin: time | None = None
) -> SyntheseOuverte:
    """End the meeting for good: its minutes can be printed, its decisions start to count.

    `fin`: the hour when it ended; that of the clock unless it is closed on another day.

    Raises:
        NothingDiscussed: no situation was discussed.
        FinInconnue: `fin` has to be said.
        MeetingClosed, SavedMeanwhile: as when saving.
    """
    check(office, Permission.REUNION)
    if not synthese.vues:
        raise NothingDiscussed
    at = office.now()
    prochaine = synthese.prochaine or prochaine_date(synthese.jour)
    close_ = replace(
        terminee(synthese, at, fin),
        etat=Etat.CLOSE,
        prochaine=prochaine,
        close_le=at.astimezone(UTC),
    )
    with office.store.begin(office.membre.id, at) as work:
        return _write(work, office, actions_decidees.accorder(work, close_), based_on)


def candidates(office: Office, texte: str) -> tuple[Patient, ...]:
    """Patients whose record matches, to add one to the agenda."""
    from .recherche import search

    lignes = search(office, texte)[:20]
    with office.store.read() as work:
        lecture = cercle(office, work)
        return tuple(work.patients.get(x.id) for x in lignes if not lecture.ferme(x.id))


def _origin(work: "Work", enregistree: Synthese, based_on: RevisionId | None) -> Synthese:
    """What both versions were made from, unless it was emptied with somebody who was erased."""
    try:
        return work.syntheses.at(based_on) if based_on else without_origin(enregistree)
    except RecordMissing:
        return without_origin(enregistree)


def _write(
    work: "Work", office: Office, synthese: Synthese, based_on: RevisionId | None
) -> SyntheseOuverte:
    if work.revisions.head(synthese.id) is not None:
        connue = work.syntheses.get(synthese.id)
        check_attends(office, connue.presents)
        if connue.close:
            raise MeetingClosed
        toutes = syntheses_lues(work)
        lue = next(s for s in toutes if s.id == connue.id)
        tues = non_entendues(office, toutes) if synthese.etat is Etat.PREPAREE else ()
        synthese = rendues(cercle(office, work), synthese, lue, tues)
    if synthese.close:
        synthese = figee(work, office, synthese)
    try:
        work.syntheses.save(synthese, based_on)
    except StaleRevision:
        auteur = work.equipe.get(last_author(work, synthese.id))
        raise SavedMeanwhile(auteur.nom_affiche) from None
    work.drafts.drop(draft_key(synthese.id), office.membre.id)
    return _ouverte(work, office, synthese, syntheses_lues(work))


def _ouverte(
    work: "Work", office: Office, synthese: Synthese, toutes: list[Synthese]
) -> SyntheseOuverte:
    patients = under_each_id(work, {p.id: p for p in work.patients.all()})
    le = today(office)
    return SyntheseOuverte(
        ouvertes_a(cercle(office, work), entendues(office, toutes, synthese)),
        numero_de(synthese, toutes),
        work.revisions.head(synthese.id),
        patients,
        {p.id: age(p.naissance, le) for p in patients.values()},
        {m.id: m for m in work.equipe.all()},
        auteurs_of(work, synthese, toutes),
        limites=limites(work, membres_of(work, synthese.presents)),
    )


def _resumed(work: "Work", office: Office, ouverte: SyntheseOuverte) -> SyntheseOuverte:
    """With what the person at the keyboard was typing, if anything."""
    enregistree = ouverte.synthese
    brouillon = work.drafts.get_as(draft_key(enregistree.id), office.membre.id, Brouillon)
    if brouillon is None:
        return ouverte
    lue = ouvertes_a(cercle(office, work), brouillon.synthese)
    brouillon = replace(brouillon, synthese=lue)
    if enregistree.close:
        perdu = not same_words(brouillon.synthese, enregistree)
        return replace(ouverte, ecarte=brouillon.synthese) if perdu else ouverte
    auteur = last_author(work, enregistree.id)
    depasse = brouillon.based_on != ouverte.based_on and auteur != office.membre.id
    return replace(
        ouverte,
        synthese=brouillon.synthese,
        based_on=brouillon.based_on if depasse else ouverte.based_on,
        brouillon=True,
        entre_temps=ouverte.membres[auteur].nom_affiche if depasse else "",
    )
