"""Unfinished texts, kept in the encrypted store as they were typed, one per author and subject."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.ids import MembreId, PatientId

from .notes_personnelles import lue
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

SEANCE = "seance"
FICHE = "fiche"
SYNTHESE = "synthese"
REUNION = "reunion"
PATIENT = "patient"
ADDITIF = "additif"
DEMANDE = "demande"
NEW = "nouveau"
"""The subject of a registration under way: nobody has an id yet."""
PERSONAL = "note_personnelle"
"""The one payload key that is sealed to its author before it reaches the store."""
SEALED = "note_scellee"
"""Beside it, as it is kept: what the author wrote, that their present keys do not open."""


@dataclass(frozen=True, slots=True)
class Brouillon:
    """One unfinished text of the person at the keyboard; `genre` names the page, `cible` the id.

    `form`: the definition that a fiche is filled with; `papier`: it copies a sheet.
    """

    genre: str
    cible: str
    patient: PatientId | None
    at: datetime
    form: str = ""
    papier: bool = False

    @property
    def sujet(self) -> str:
        """What its page is opened with."""
        return self.form or self.cible


def save(
    office: Office,
    genre: str,
    cible: str,
    payload: dict[str, Any],
    patient: PatientId | None = None,
) -> datetime:
    """Keep the texts as typed; the instant returned is when they are safe on disk."""
    at = office.now()
    kept = {**payload, PATIENT: patient}
    if kept.get(PERSONAL):
        kept[PERSONAL] = office.personal.seal(kept[PERSONAL])
    with office.store.begin(office.membre.id, at) as work:
        work.drafts.put(key(genre, cible), office.membre.id, kept)
    return at


def load(office: Office, genre: str, cible: str) -> dict[str, Any] | None:
    with office.store.read() as work:
        draft = work.drafts.get(key(genre, cible), office.membre.id)
    if draft is None:
        return None
    payload = dict(draft.payload)
    for name in (PERSONAL, SEALED):
        if payload.get(name):
            sealed, payload[name] = payload[name], ""
            text = lue(office, sealed)
            payload.update({SEALED: sealed} if text is None else {PERSONAL: text})
    return payload


def drop(office: Office, genre: str, cible: str) -> None:
    with office.store.begin(office.membre.id, office.now()) as work:
        work.drafts.drop(key(genre, cible), office.membre.id)


def mine(office: Office) -> tuple[Brouillon, ...]:
    """The person's unfinished texts, latest first."""
    with office.store.read() as work:
        return of(work, office.membre.id)


def of(work: "Work", membre: MembreId) -> tuple[Brouillon, ...]:
    """One person's unfinished texts, inside an open reading; those of what was cancelled wait."""
    lignes = []
    for draft in work.drafts.all(membre):
        genre, _, cible = draft.key.partition(":")
        if work.undoing.voided(cible):
            continue
        form = draft.payload.get("form", "") if genre == FICHE else ""
        papier = bool(draft.payload.get("papier"))
        patient = draft.payload.get(PATIENT)
        lignes.append(Brouillon(genre, cible, patient, draft.at, form, papier))
    return tuple(lignes)


def key(genre: str, cible: str) -> str:
    return f"{genre}:{cible}"
