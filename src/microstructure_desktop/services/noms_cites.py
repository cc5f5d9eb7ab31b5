"""Whether what is typed for the network names somebody followed: a doubt is said, never why."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from microstructure_desktop import assets
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

from .access import Permission, allowed, check
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.domain.patient import Patient

LEAST = 4
"""Letters of a surname that is looked for alone."""
MAX_MOTS = 1_000
_WORD = re.compile(r"[^\W\d_]+")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Typed:
    """One word as it was typed, and folded."""

    debut: int
    fin: int
    mot: str
    capitale: bool


def cites(office: Office, textes: Mapping[str, str]) -> dict[str, str]:
    """The texts that seem to name somebody followed, each with the words that do.

    The name with the first name, in either order, or a surname alone; case and accents do not
    matter, but a surname that is an everyday word needs its capital. A surname of the team's own
    says nothing alone. Who may not look for a patient learns only that there is a doubt: the
    words are empty.
    """
    check(office, Permission.RESEAU)
    typed = {key: _words(texte) for key, texte in textes.items()}
    with office.store.read() as work:
        team = {_bare(m.nom) for m in work.equipe.all()}
        named = [form for p in work.patients.all() for form in _forms(p, team)]
    tells = allowed(office.membre.role, Permission.IDENTITE)
    found: dict[str, str] = {}
    for key, words in typed.items():
        place = _first(words, named)
        if place is not None:
            found[key] = textes[key][place[0] : place[1]] if tells else ""
    return found


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


def _forms(patient: "Patient", team: set[Words]) -> Iterator[Words]:
    """How somebody may be named, each a run of folded words."""
    birth = patient.identite
    surnames = {_bare(patient.nom), _bare(birth.nom_naissance)} - {()}
    firsts = {_bare(patient.prenom), *_each(birth.prenoms_naissance)} - {()}
    for surname, first in product(surnames, firsts):
        yield surname + first
        yield first + surname
    yield from (s for s in surnames - team if sum(map(len, s)) >= LEAST)


def _first(words: list[_Typed], named: Iterable[Words]) -> tuple[int, int] | None:
    """Where the first of these runs stands in what was typed."""
    at: dict[str, list[int]] = {}
    for rank, word in enumerate(words):
        at.setdefault(word.mot, []).append(rank)
    places = [
        (words[rank].debut, words[rank + len(form) - 1].fin)
        for form in named
        for rank in at.get(form[0], ())
        if tuple(w.mot for w in words[rank : rank + len(form)]) == form
        and (len(form) > 1 or words[rank].capitale or form[0] not in communs())
    ]
    return min(places, default=None)


def _words(texte: str) -> list[_Typed]:
    return [
        _Typed(m.start(), m.end(), normalise(m[0]), m[0][0].isupper())
        for m in _WORD.finditer(texte)
    ]


def _bare(name: str) -> Words:
    return tuple(normalise(mot) for mot in _WORD.findall(name))


def _each(names: str) -> Iterator[Words]:
    """Each first name of birth alone: spaces part them, a hyphen does not."""
    return (_bare(name) for name in names.split())
