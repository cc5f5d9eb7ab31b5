"""Make two records of one person one: what each says, what moves, what to be careful about."""

from dataclasses import dataclass, replace
from datetime import UTC
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.declaration import Declaration
from microstructure_desktop.domain.fusion import Fusion
from microstructure_desktop.domain.ids import (
    DeclarationId,
    FusionId,
    InclusionId,
    PatientId,
    new_id,
)
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.store.failures import StaleRevision

from . import anonymat, fusion_choix, fusion_moves, journal
from .access import Permission, check
from .fusion_choix import Champ, Choix, Cote
from .office import Office, today
from .oppositions import Cible, of_patient
from .reunis import check_current, syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import RevisionId
    from microstructure_desktop.store.work import Work

OPPOSITION = "opposition_gardee"
"""In what a merge moved: an objection said again, since the other record did not say it."""
ANNULEE = "inclusion_annulee"
"""In what a merge moved: an episode that was a double of the one kept open."""
MOTIF = "inclusion en double, dossiers réunis"


class Prudence(StrEnum):
    """What to look at before two records become one."""

    NAISSANCE = "naissance"
    SEXE = "sexe"
    INCLUSIONS = "inclusions"
    CHEVAUCHEMENT = "chevauchement"
    OPPOSITION = "opposition"
    MEME_HEURE = "meme_heure"
    REUNION = "reunion"


AUTRE_PERSONNE = frozenset({Prudence.NAISSANCE, Prudence.SEXE})
"""What speaks for two people rather than one."""


class SameRecord(AppError):
    sentence = "Ces deux dossiers n’en sont qu’un."
    way_out = "Choisissez un autre dossier."


class NotCertain(AppError):
    sentence = "La date de naissance ou le sexe diffèrent : est-ce vraiment la même personne ?"
    way_out = "Vérifiez, puis cochez la case qui le confirme."


class EpisodeToChoose(AppError):
    sentence = "Les deux dossiers ont un suivi en cours."
    way_out = "Choisissez celui qui continue ; l’autre sera annulé comme saisi en double."


@dataclass(frozen=True, slots=True)
class Comparaison:
    """Two records side by side. `deplaces`: how much of each kind would move. `ouvertes`: the
    episode under way in each, when both have one. `revisions`: what a choice is made over.
    """

    garde: Patient
    absorbe: Patient
    revisions: "tuple[RevisionId | None, RevisionId | None]"
    differents: tuple[Champ, ...]
    proposes: dict[Champ, Cote]
    deplaces: tuple[tuple[str, int], ...]
    ouvertes: tuple[Inclusion, ...]
    prudences: tuple[Prudence, ...]

    @property
    def a_confirmer(self) -> bool:
        return bool(AUTRE_PERSONNE & set(self.prudences))


@dataclass(frozen=True, slots=True)
class Decision:
    """What the person chose. `suivi`: the episode that goes on, when both records have one."""

    choix: Choix
    suivi: InclusionId | None = None
    certain: bool = False


def compare(office: Office, garde_id: PatientId, absorbe_id: PatientId) -> Comparaison:
    """What making one record of two would do; nothing is written.

    Raises:
        SameRecord, RecordJoined
    """
    check(office, Permission.REUNIR_DOSSIERS)
    with office.store.read() as work:
        return _compared(work, garde_id, absorbe_id)


def reunir(office: Office, vue: Comparaison, decision: Decision) -> Fusion:
    """Make one record of two, all of it or nothing. Meetings stay as they were written.

    Raises:
        StaleRevision: one of them changed since they were compared.
        NotCertain, EpisodeToChoose: something is not decided.
        FollowUpFunded: the person would be anonymous in a follow-up paid for somebody identified.
    """
    check(office, Permission.REUNIR_DOSSIERS)
    at = office.now()
    with office.store.begin(office.membre.id, at) as work:
        seen = _compared(work, vue.garde.id, vue.absorbe.id)
        _check_decided(work, vue, seen, decision)
        garde, absorbe = seen.garde, seen.absorbe
        doubles = tuple(i for i in seen.ouvertes if i.id != decision.suivi)
        for episode in doubles:
            work.inclusions.void(episode.id, MOTIF)
        objections = _objections(work, garde, absorbe)
        moved = fusion_moves.hand_over(work, absorbe.id, garde.id)
        moved += _said_again(work, office, garde, objections[0] | objections[1])
        joined = fusion_choix.chosen(garde, absorbe, decision.choix)
        if joined.anonyme:
            anonymat.check_episodes(office.reference, work.inclusions.of(garde.id))
        work.patients.save(joined)
        work.patients.save(replace(absorbe, absorbe_par=garde.id))
        fusion = Fusion(
            FusionId(new_id()),
            garde.id,
            absorbe.id,
            at.astimezone(UTC),
            office.membre.id,
            (garde, absorbe),
            (*((ANNULEE, episode.id) for episode in doubles), *moved),
        )
        work.fusions.save(fusion)
        journal.note(work, Action.FUSION, patient=garde.id, objet=absorbe.id)
    return fusion


def _compared(work: "Work", garde_id: PatientId, absorbe_id: PatientId) -> Comparaison:
    if garde_id == absorbe_id:
        raise SameRecord
    garde, absorbe = work.patients.get(garde_id), work.patients.get(absorbe_id)
    for patient in (garde, absorbe):
        check_current(patient)
    moved = {kind: len(each.of(absorbe_id)) for kind, each in fusion_moves.moving(work).items()}
    ouvertes = tuple(
        i for patient in (garde, absorbe) for i in work.inclusions.of(patient.id) if i.fin is None
    )
    if len({i.patient for i in ouvertes}) < 2:  # noqa: PLR2004 -- one in each
        ouvertes = ()
    return Comparaison(
        garde,
        absorbe,
        (work.revisions.head(garde_id), work.revisions.head(absorbe_id)),
        fusion_choix.differing(garde, absorbe),
        fusion_choix.proposed(garde, absorbe),
        tuple((kind, number) for kind, number in moved.items() if number),
        ouvertes,
        _prudences(work, garde, absorbe, ouvertes),
    )


def _prudences(
    work: "Work", garde: Patient, absorbe: Patient, ouvertes: tuple[Inclusion, ...]
) -> tuple[Prudence, ...]:
    hours = [
        {(c.jour, c.heure) for c in work.consultations.of(patient.id)}
        for patient in (garde, absorbe)
    ]
    agendas = [
        {situation.patient for situation in synthese.situations}
        for synthese in syntheses_lues(work)
        if not synthese.close
    ]
    known = garde.naissance, absorbe.naissance
    years = [day.year for day in known]
    alias = garde.anonyme or absorbe.anonyme
    sexes = {garde.sexe.value, absorbe.sexe.value} - {"NR"}
    found = {
        Prudence.NAISSANCE: len(set(years if alias else known)) > 1,
        Prudence.SEXE: len(sexes) > 1,
        Prudence.INCLUSIONS: bool(ouvertes),
        Prudence.CHEVAUCHEMENT: not ouvertes and _overlap(work, garde, absorbe),
        Prudence.OPPOSITION: len(set(_objections(work, garde, absorbe))) > 1,
        Prudence.MEME_HEURE: bool(hours[0] & hours[1]),
        Prudence.REUNION: any({garde.id, absorbe.id} <= agenda for agenda in agendas),
    }
    return tuple(prudence for prudence, there in found.items() if there)


def _objections(
    work: "Work", garde: Patient, absorbe: Patient
) -> tuple[frozenset[Cible], frozenset[Cible]]:
    """What each record says is objected to."""
    return (
        frozenset(of_patient(work, garde.id).cibles),
        frozenset(of_patient(work, absorbe.id).cibles),
    )


def _said_again(
    work: "Work", office: Office, garde: Patient, objections: frozenset[Cible]
) -> tuple[fusion_moves.Moved, ...]:
    """The stricter of two records wins: the last word of one lifts nothing that the other says."""
    moved = []
    for cible in objections - set(of_patient(work, garde.id).cibles):
        said = DeclarationId(new_id()), garde.id, cible.objet, True, today(office)
        made = Declaration(*said, office.membre.id, cible.membre, cible.role)
        work.declarations.save(made)
        moved.append((OPPOSITION, made.id))
    return tuple(moved)


def _check_decided(work: "Work", vue: Comparaison, seen: Comparaison, decision: Decision) -> None:
    for before, patient in zip(vue.revisions, (seen.garde, seen.absorbe), strict=True):
        if before != work.revisions.head(patient.id):
            author = work.revisions.history(patient.id)[-1].author
            raise StaleRevision(work.equipe.get(author).nom_affiche)
    if seen.a_confirmer and not decision.certain:
        raise NotCertain
    if seen.ouvertes and decision.suivi not in {i.id for i in seen.ouvertes}:
        raise EpisodeToChoose


def _overlap(work: "Work", garde: Patient, absorbe: Patient) -> bool:
    """Whether two follow-ups of one person would cover a same day: each counts a forfait."""
    mine, theirs = work.inclusions.of(garde.id), work.inclusions.of(absorbe.id)
    return any(one.chevauche(other) for one in mine for other in theirs)
