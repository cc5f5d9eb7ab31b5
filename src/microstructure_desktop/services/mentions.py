"""Where somebody is named in what was typed about others: to be read over before an erasure.

An erasure takes away what is about a person, never a word of somebody else's record. What was
said before a correction stays in the history, and the personal notes of others are sealed: neither
is looked through.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.conservation import Conservation
from microstructure_desktop.domain.consultation import Question
from microstructure_desktop.domain.declaration import BrisDeGlace
from microstructure_desktop.domain.demande import Demande
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.partenaire import Intervenant
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.suites_donnees import SuiteDonnee
from microstructure_desktop.domain.synthese import Etat, Reprise, Situation, Synthese
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.french import numeric_date

from . import fusion_moves, noms_cites
from .access import Permission, allowed, attends
from .cercle import cercle
from .dossier_complet_libres import libres
from .office import Office
from .reunis import named_now, reunis
from .titres import titre
from .versions import Reader

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

PREPARATION = "preparation"
_PLAIN: Mapping[type, Callable[[Any], tuple[str, ...]]] = {
    Intervenant: lambda i: (i.precision,),
    SuiteDonnee: lambda s: (s.note,),
    Demande: lambda d: (d.demandeur, d.motif),
    Conservation: lambda c: (c.motif,),
    BrisDeGlace: lambda b: (b.motif,),
}
# A question is called by its own words, which may name somebody.
_CALLED: Mapping[type, Callable[[Any], str]] = {
    Question: lambda q: f"Question du {numeric_date(q.posee_le.astimezone().date())}",
    Intervenant: lambda _: "Intervenant",
    SuiteDonnee: lambda s: f"Suite d’une décision, dite le {numeric_date(s.jour)}",
    Demande: lambda d: f"Demande sur ses données du {numeric_date(d.jour)}",
    Conservation: lambda c: f"Décision de conservation du {numeric_date(c.jour)}",
    BrisDeGlace: lambda b: f"Opposition passée outre le {numeric_date(b.le.astimezone().date())}",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """One place. `genre` and `cible`: the kind and the id of what opens it, `PREPARATION` for a
    synthesis that has not begun; `patient`: whose record it is in, None when it is about nobody;
    `clos`: minutes, which never change.
    """

    genre: str
    cible: str
    patient: Patient | None
    titre: str
    clos: bool = False


def mentions(work: "Work", office: Office, who: Iterable[PatientId]) -> tuple[Mention, ...]:
    """Each place that the person at the keyboard may read, in an open reading.

    `who`: the records of the one person who is looked for.
    """
    return tuple(dict.fromkeys(_Search(work, office, frozenset(who)).found()))


class _Search:
    def __init__(self, work: "Work", office: Office, who: frozenset[PatientId]) -> None:
        self._work, self._office, self._who = work, office, who
        self._people = {p.id: p for p in work.patients.all()}
        self._now = reunis(work)
        self._circle = cercle(office, work)
        self._reader = Reader(office, work, {})
        self._sought = [p for p in self._people.values() if p.id in who]
        self._anywhere = noms_cites.nommes(work, self._sought, ())
        self._surnames = _surnames(self._sought)

    def found(self) -> Iterator[Mention]:
        role = self._office.membre.role
        if allowed(role, Permission.CLINIQUE):
            yield from self._in_records()
        if allowed(role, Permission.REUNION):
            yield from self._in_minutes()
            yield from self._in_additions()
        if allowed(role, Permission.RESEAU):
            yield from self._in_other_meetings()

    def _in_records(self) -> Iterator[Mention]:
        for kind, each in fusion_moves.records(self._work).items():
            for record in each.all():
                patient = self._whose(record.patient)
                if patient is None or not self._circle.lit(record):
                    continue
                if self._named(_typed(self._reader, record), patient):
                    yield Mention(kind, record.id, patient, self._called(record))

    def _in_minutes(self) -> Iterator[Mention]:
        for meeting in named_now(self._work, self._work.syntheses.all()):
            if not attends(self._office, meeting.presents):
                continue
            for whose in {one.patient: None for one in _items(meeting)}:
                patient = self._whose(whose)
                if patient is None or self._circle.ferme(whose):
                    continue
                if self._named(libres(self._reader, _about(meeting, whose)), patient):
                    yield self._mention(meeting, patient)
            if self._named((meeting.organisation,), None):
                yield self._mention(meeting, None)

    def _in_additions(self) -> Iterator[Mention]:
        meetings = {m.id: m for m in self._work.syntheses.all()}
        for one in self._work.additifs.all():
            meeting = meetings.get(one.synthese)
            if meeting is None or not attends(self._office, meeting.presents):
                continue
            about = self._whose(one.patient) if one.patient is not None else None
            if one.patient is not None and (about is None or self._circle.ferme(one.patient)):
                continue
            if self._named((one.texte,), about):
                yield self._mention(meeting, about)

    def _in_other_meetings(self) -> Iterator[Mention]:
        for meeting in self._work.reunions.all():
            if self._named(_said(meeting), None):
                yield self._mention(meeting, None)

    def _mention(self, meeting: Synthese | Reunion, patient: Patient | None) -> Mention:
        kind = "reunion"
        if isinstance(meeting, Synthese):
            kind = PREPARATION if meeting.etat is Etat.PREPAREE else "synthese"
        return Mention(kind, meeting.id, patient, self._called(meeting), meeting.close)

    def _whose(self, patient: PatientId) -> Patient | None:
        """The person of today, unless it is the one who is looked for."""
        now = self._now.get(patient, patient)
        return None if patient in self._who else self._people.get(now)

    def _named(self, texts: Iterable[str], patient: Patient | None) -> bool:
        """In the record of who has the same surname, it says nothing alone."""
        look = self._anywhere
        if patient is not None and self._surnames & _surnames([patient]):
            look = noms_cites.nommes(self._work, self._sought, [patient])
        return any(map(look, texts))

    def _called(self, record: Any) -> str:
        called = _CALLED.get(type(record))
        return called(record) if called is not None else titre(self._work, self._office, record)


def _surnames(people: Iterable[Patient]) -> set[str]:
    names = {n for p in people for n in (p.nom, p.identite.nom_naissance)}
    return {normalise(name) for name in names if name}


def _typed(reader: Reader, record: Any) -> Iterable[str]:
    plain = _PLAIN.get(type(record))
    return plain(record) if plain is not None else libres(reader, record)


def _items(meeting: Synthese) -> tuple[Situation | Reprise, ...]:
    return (*meeting.situations, *meeting.reprises)


def _about(meeting: Synthese, whose: PatientId) -> Synthese:
    """What it says of one person."""
    return replace(
        meeting,
        situations=tuple(s for s in meeting.situations if s.patient == whose),
        reprises=tuple(r for r in meeting.reprises if r.patient == whose),
    )


def _said(meeting: Reunion) -> Iterator[str]:
    for point in meeting.points:
        yield from (point.titre, point.texte)
    for decision in (*meeting.actions, *(r.decision for r in meeting.reportees)):
        yield from (decision.texte, decision.echeance)
    for guest in meeting.invites:
        yield from (guest.nom, guest.structure)
