"""Find people by anything that identifies them, at each key."""

from typing import TYPE_CHECKING

from . import archives, ressemblance
from .access import Permission, check
from .lignes import PatientLigne, line, seen
from .office import Office, today
from .requete import lire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from microstructure_desktop.store.finding import Candidate, Word
    from microstructure_desktop.store.queries import PatientRow
    from microstructure_desktop.store.work import Work

LIMIT = 100
NEAR_LIMIT = 20
COMPARED = 100


def search(office: Office, texte: str) -> tuple[PatientLigne, ...]:
    """People holding every fragment typed, those who left included, the best first.

    When nobody does, those whose name is said alike or written almost so. No flag: it runs at
    each key. The archive is searched apart.
    """
    check(office, Permission.IDENTITE)
    return _search(office, texte, dormant=False)


def search_archives(office: Office, texte: str) -> tuple[PatientLigne, ...]:
    """The same among those whose record is in the archive."""
    check(office, Permission.CONSERVATION)
    return _search(office, texte, dormant=True)


def _search(office: Office, texte: str, *, dormant: bool) -> tuple[PatientLigne, ...]:
    words = lire(texte)
    if not words:
        return ()
    le = today(office)
    with office.store.read() as work:
        archives.refresh(office, work)
        rows = work.finding.best(words, LIMIT, dormant=dormant)
        rows = rows or _near(work, words, dormant=dormant)
    return tuple(seen(office, line(row, le)) for row in rows)


def _near(work: "Work", words: "Sequence[Word]", *, dormant: bool) -> "list[PatientRow]":
    if not any(word.pieces for word in words):
        return []
    candidates = work.finding.near(words, COMPARED, dormant=dormant)
    told = [_distances(candidates, word) for word in words if word.pieces]
    compared = [(_sum(far), c.place) for *far, c in zip(*told, candidates, strict=True)]
    kept = sorted((far, place) for far, place in compared if far is not None)
    return work.finding.these([place for _, place in kept[:NEAR_LIMIT]])


def _sum(distances: list[int | None]) -> int | None:
    """None when a word is nowhere: it is somebody else."""
    known = [far for far in distances if far is not None]
    return sum(known) if len(known) == len(distances) else None


def _distances(candidates: "Sequence[Candidate]", word: "Word") -> list[int | None]:
    """For each: 0 written so, 1 said so, 2 written almost so."""
    names = [[n for text in c.ecrits for n in _names(text)] for c in candidates]
    almost = _almost(word.best, {name for of_one in names for name in of_one})
    found: list[int | None] = []
    for candidate, of_one in zip(candidates, names, strict=True):
        if any(word.best in name for name in of_one):
            found.append(0)
        elif any(sound in f" {said}" for said in candidate.sons for sound in word.sounds):
            found.append(1)
        else:
            found.append(2 if almost.intersection(of_one) else None)
    return found


def _names(text: str) -> list[str]:
    """Each word of a name, and the whole without spaces."""
    bare = text.replace("'", "").replace("-", " ")
    return [*bare.split(), bare.replace(" ", "")]


def _almost(typed: str, names: set[str]) -> set[str]:
    """The names of which that is a misspelling, whole or begun."""
    same, length = ressemblance.same_but_slips, len(typed)
    return {n for n in names if same(typed, n) or (len(n) > length and same(typed, n[:length]))}
