"""Find people by what is typed of them: the best first, the near ones, those born that day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from microstructure_desktop.domain.ids import PatientId

from .dormant import HIDDEN
from .queries import PatientRow, patient_rows
from .revisions import Revisions
from .tables import BETWEEN

_FOUND = """
found(tri, id, rang) as (
    select p.tri, p.id, {rank} from patient p where p.absorbe_par is null and {where}
    order by 3 desc, 1, 2 limit ?
)"""
_THESE = "found(tri, id, rang) as (values {places})"
_CANDIDATES = """
select p.tri, p.id, p.recherche, p.sons, p.nom, p.prenom, p.naissance
from patient p where p.absorbe_par is null and {where}
"""
_IN = "(instr(p.recherche, ?) > 0)"
_SOUND = "(instr(p.sons, ?) > 0)"
_PIECE = "(instr(' ' || p.tri, ?) > 0)"
_WEIGHTS = {_IN: 4, _SOUND: 3, _PIECE: 1}  # the order in which candidates are compared
_AWAKE = {None: "", False: f" and not {HIDDEN}", True: f" and {HIDDEN}"}
_LETTERS = "replace(replace(replace(p.tri, ' ', ''), '-', ''), char(39), '') = ?"
# The surname's beginning, then any word's, then a whole word.
_RANK = "(instr(p.recherche, ?) = 1) + (instr(p.recherche, ?) > 0) + (instr(p.recherche, ?) > 0)"


@dataclass(frozen=True, slots=True)
class Word:
    """Something typed: one of `spellings` is in what identifies the person (all normalised).

    `best` is the spelling that is looked for at the beginning of words. Asked nearly, one of
    `sounds` (keys) or of `pieces` is enough.
    """

    spellings: tuple[str, ...]
    best: str
    sounds: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()


class Place(NamedTuple):
    """Where the row of a patient is."""

    tri: str
    id: PatientId


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to compare: the name, the first name and those of birth, written and said."""

    place: Place
    nom: str
    prenom: str
    naissance: date
    ecrits: tuple[str, ...]
    sons: tuple[str, ...]


class Finding:
    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def best(
        self, words: Sequence[Word], limit: int, *, dormant: bool | None = None
    ) -> list[PatientRow]:
        """Those who hold every word, where it begins a name before where it stands inside.

        `dormant` False: without those `Dormant.refresh` found; True: those alone.
        """
        where = " and ".join(f"({' or '.join([_IN] * len(w.spellings))})" for w in words)
        where += _AWAKE[dormant]
        rank = " + ".join([_RANK] * len(words))
        begun = [text for w in words for text in (f" {w.best}", f" {w.best}", f" {w.best} ")]
        spelled = [text for w in words for text in w.spellings]
        found = _FOUND.format(rank=rank, where=where)
        return patient_rows(self._revisions, found, *begun, *spelled, limit)

    def near(
        self, words: Sequence[Word], limit: int, *, dormant: bool | None = None
    ) -> list[Candidate]:
        """Those who may hold every word misspelled, the likeliest first; `dormant` as for `best`.

        A name of birth is found by its sound, not by its pieces: fewer letters are read.
        """
        where = " and ".join(f"({' or '.join(_tests(word))})" for word in words)
        where += _AWAKE[dormant]
        order = " + ".join(f"{_WEIGHTS[test]} * {test}" for w in words for test in _tests(w))
        values = [text for w in words for text in (*w.pieces, *w.sounds, *w.spellings)]
        return self._candidates(f"{where} order by {order} desc limit ?", *values, *values, limit)

    def named(self, lettres: str) -> list[Candidate]:
        """Those whose name and first name have these letters, whatever stands between them."""
        return self._candidates(_LETTERS, lettres)

    def born(self, days: Iterable[date]) -> list[Candidate]:
        texts = [day.isoformat() for day in days]
        return self._candidates(f"p.naissance in ({', '.join('?' * len(texts))})", *texts)

    def these(self, places: Sequence[Place]) -> list[PatientRow]:
        """The lines of people found otherwise, in that order."""
        if not places:
            return []
        found = _THESE.format(places=", ".join(["(?, ?, ?)"] * len(places)))
        values = [v for rank, place in enumerate(places) for v in (*place, -rank)]
        return patient_rows(self._revisions, found, *values)

    def _candidates(self, where: str, *values: object) -> list[Candidate]:
        rows = self._revisions.run(_CANDIDATES.format(where=where), *values)
        return [
            Candidate(
                Place(tri, id_),
                nom,
                prenom,
                date.fromisoformat(naissance),
                tuple(map(str.strip, recherche.split(BETWEEN)[:4])),
                tuple(map(str.strip, sons.split(BETWEEN))),
            )
            for tri, id_, recherche, sons, nom, prenom, naissance in rows
        ]


def _tests(word: Word) -> list[str]:
    """What is quickly true comes first: the others are not read then."""
    parts = [_PIECE] * len(word.pieces), [_SOUND] * len(word.sounds), [_IN] * len(word.spellings)
    return [test for some in parts for test in some]
