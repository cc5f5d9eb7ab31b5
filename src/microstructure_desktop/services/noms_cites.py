"""Whether what is typed for the network names somebody followed: a doubt is said, never why."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from microstructure_desktop import assets
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

from .access import Permission, allowed, check
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.patient import Patient
    from microstructure_desktop.store.work import Work

LEAST = 4
"""Letters of a surname that is looked for alone."""
MAX_MOTS = 1_000
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"[\s-]+")
_TITRES = ("m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle")
_AFTER_TITLE, _AFTER_INITIAL = re.compile(r"\.?\s+"), re.compile(r"\.\s*")
Words = tuple[str, ...]
Place = tuple[int, int]
Look = Callable[[str], Place | None]


@dataclass(frozen=True, slots=True)
class _Typed:
    """One word as it was typed, and folded."""

    debut: int
    fin: int
    mot: str
    capitale: bool


def cites(office: Office, textes: Mapping[str, str]) -> dict[str, str]:
    """The texts that seem to name somebody followed, each with the words that do.

    The name with the first name, in either order, a surname alone, or half of a double one; case,
    accents and gaps do not matter, but what may be an everyday word needs its capital. A surname
    of the team's own says nothing alone.

    Who may not look for a patient would learn here who is followed: their texts are compared with
    nobody, and doubted when something has the shape of a name.
    """
    check(office, Permission.RESEAU)
    typed = {key: unicodedata.normalize("NFC", texte) for key, texte in textes.items()}
    knows = allowed(office.membre.role, Permission.IDENTITE)
    places = _followed(office) if knows else _of_anybody(office)
    found = {key: places(texte) for key, texte in typed.items()}
    return {key: typed[key][place[0] : place[1]] for key, place in found.items() if place}


def autrui(
    office: Office, propres: "Collection[PatientId]", textes: Iterable[str]
) -> dict[str, str]:
    """The texts that seem to name somebody else than one person, each with the words that do.

    `propres`: the records of that person, whose own names say nothing, nor do those of the team.
    """
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        everybody = work.patients.all()
        own = {
            _bare(name)
            for p in everybody
            if p.id in propres
            for name in (p.nom, p.identite.nom_naissance)
        }
        known = _team(work) | own
        named = _named((p for p in everybody if p.id not in propres), known)
        titled = _titled(known)
    found = {}
    for typed in textes:
        texte = unicodedata.normalize("NFC", typed)
        place = _first(_words(texte), named) or titled(texte)
        if place is not None:
            found[typed] = texte[place[0] : place[1]]
    return found


def nommes(
    work: "Work", personnes: "Iterable[Patient]", propres: "Iterable[Patient]"
) -> Callable[[str], bool]:
    """Whether a text names one of these people, in an open reading.

    A surname that is also the team’s, or that of `propres`, says nothing alone.
    """
    said = {_bare(name) for p in propres for name in (p.nom, p.identite.nom_naissance)}
    named = _named(personnes, _team(work) | said)

    def look(typed: str) -> bool:
        if not named.may_stand_in(typed):
            return False
        return _first(_words(unicodedata.normalize("NFC", typed)), named) is not None

    return look


@cache
def communs() -> frozenset[str]:
    """Everyday words that are surnames too, folded.

    Raises:
        FormError: the shipped file is damaged.
    """
    return load(assets.text("noms_communs.toml"))


def load(text: str) -> frozenset[str]:
    """Read the file strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    table.day("depuis", needed=True)
    table.text("source", 300, needed=True)
    mots = table.texts("mots", MAX_MOTS)
    table.close()
    if faults:
        raise FormError(faults)
    return frozenset(normalise(mot) for mot in mots)


def _team(work: "Work") -> set[Words]:
    return {_bare(m.nom) for m in work.equipe.all()}


def _followed(office: Office) -> Look:
    """Where somebody followed is named."""
    with office.store.read() as work:
        named = _named(work.patients.all(), _team(work))
    return lambda texte: _first(_words(texte), named)


def _of_anybody(office: Office) -> Look:
    """Where there is « Mme Roy » or « J. Roy », but for the team's own."""
    with office.store.read() as work:
        return _titled(_team(work))


def _named(people: "Iterable[Patient]", team: set[Words]) -> "_Named":
    named = _Named()
    for patient in people:
        for form, capital in _forms(patient, team):
            named.add(form, capital=capital)
    return named


def _titled(known: set[Words]) -> Look:
    team = {surname[0] for surname in known if surname}

    def look(texte: str) -> Place | None:
        for before, word in pairwise(_words(texte)):
            gap = texte[before.fin : word.debut]
            titled = before.mot in _TITRES and _AFTER_TITLE.fullmatch(gap)
            initial = len(before.mot) == 1 and before.capitale and _AFTER_INITIAL.fullmatch(gap)
            named = word.capitale and len(word.mot) > 1 and word.mot not in team
            if named and (titled or initial):
                return before.debut, word.fin
        return None

    return look


class _Named:
    """The runs of words looked for; gaps do not matter, but a name written in more words than it
    has needs a capital.
    """

    def __init__(self) -> None:
        self._needs_capital: dict[str, bool] = {}
        self._exact: set[Words] = set()
        self.longest = 0

    def add(self, form: Words, *, capital: bool) -> None:
        run = "".join(form)
        self._needs_capital[run] = capital and self._needs_capital.get(run, True)
        self._exact.add(form)
        self.longest = max(self.longest, len(form) + 1)

    def may_stand_in(self, texte: str) -> bool:
        """Whether the letters of one are there at all: a whole record is read at once."""
        letters = "".join(_WORD.findall(normalise(texte)))
        return any(run in letters for run in self._needs_capital)

    def holds(self, words: list[_Typed]) -> bool:
        form = tuple(w.mot for w in words)
        needed = self._needs_capital.get("".join(form))
        if needed is None:
            return False
        split = len(form) > 1 and form not in self._exact
        return words[-1].capitale or not (needed or split)


def _forms(patient: "Patient", team: set[Words]) -> Iterator[tuple[Words, bool]]:
    """How somebody may be named, each a run of folded words, and whether it needs its capital."""
    birth = patient.identite
    surnames = {_bare(patient.nom), _bare(birth.nom_naissance)} - {()}
    firsts = {_bare(patient.prenom), *_each(birth.prenoms_naissance)} - {()}
    for surname, first in product(surnames, firsts):
        yield surname + first, False
        yield first + surname, False
    for surname in surnames - team:
        yield from _alone(surname, firsts, alias=patient.anonyme)
    halves = {_bare(h) for n in (patient.nom, birth.nom_naissance) for h in _PARTS.split(n)}
    for half in halves - team - surnames:
        if _letters(half) >= LEAST and not communs().issuperset(half):
            yield half, True


def _alone(surname: Words, firsts: set[Words], *, alias: bool) -> Iterator[tuple[Words, bool]]:
    """A short surname needs a title or an initial before it; an alias has neither."""
    if alias or _letters(surname) >= LEAST:
        yield surname, _letters(surname) < LEAST or (len(surname) == 1 and surname[0] in communs())
        return
    for before in (*_TITRES, *(first[0][0] for first in firsts)):
        yield (before, *surname), True


def _letters(words: Words) -> int:
    return sum(map(len, words))


def _first(words: list[_Typed], named: _Named) -> Place | None:
    """Where the first of these runs stands in what was typed."""
    for rank, word in enumerate(words):
        for end in range(rank + 1, min(rank + named.longest, len(words)) + 1):
            if named.holds(words[rank:end]):
                return word.debut, words[end - 1].fin
    return None


def _words(texte: str) -> list[_Typed]:
    return [
        _Typed(m.start(), m.end(), normalise(m[0]), m[0][0].isupper())
        for m in _WORD.finditer(texte)
    ]


def _bare(name: str) -> Words:
    return tuple(normalise(mot) for mot in _WORD.findall(unicodedata.normalize("NFC", name)))


def _each(names: str) -> Iterator[Words]:
    """Each first name of birth alone: spaces part them, a hyphen does not."""
    return (_bare(name) for name in names.split())
