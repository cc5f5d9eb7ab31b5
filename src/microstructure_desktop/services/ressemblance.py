"""How far two identities are from each other, and in which words it is said."""

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property

from microstructure_desktop.domain.naissance import Proche, proches
from microstructure_desktop.domain.phonetique import cle
from microstructure_desktop.domain.text import normalise

NEAR = 0.92  # Jaro-Winkler of two long names, when the day of birth is the same
LONG = 6
# Written when only the year is known: many people share them.
UNKNOWN_DAYS = frozenset({(1, 1), (31, 12)})
_SIGNS = re.compile(r"[\W\d_]+")


class Jour(IntEnum):
    """How near two days of birth are, the most telling first."""

    MEME = 0
    INVERSE = 1
    CHIFFRE = 2
    ANNEE = 3
    INCONNU = 4
    AUTRE = 5


class Nom(IntEnum):
    """How near two names are, the most telling first."""

    MEME = 0
    ECRITURE = 1
    INVERSE = 2
    NAISSANCE = 3
    FAUTE = 4
    SON = 5
    PARTIE = 6
    PROCHE = 7
    PRENOM = 8
    FAMILLE = 9
    AUTRE = 10


_JOURS = {
    Jour.MEME: "Même date de naissance",
    Jour.INVERSE: "Jour et mois de naissance inversés",
    Jour.CHIFFRE: "Date de naissance à un chiffre près",
    Jour.ANNEE: "Même année de naissance",
}
_NOMS = {
    Nom.MEME: "même nom et même prénom",
    Nom.ECRITURE: "même nom aux accents, tirets ou espaces près",
    Nom.INVERSE: "nom et prénom inversés",
    Nom.NAISSANCE: "nom de naissance correspondant",
    Nom.FAUTE: "nom à une ou deux lettres près",
    Nom.SON: "nom qui se prononce de la même façon",
    Nom.PARTIE: "nom ou prénom composé",
    Nom.PROCHE: "nom proche",
    Nom.PRENOM: "même prénom",
    Nom.FAMILLE: "même nom",
}


@dataclass(frozen=True)
class Part:
    """A surname or first names; `norme` and `son` are known when they were stored."""

    texte: str
    norme: str | None = None
    son: str | None = None

    @cached_property
    def ecrit(self) -> str:
        return " ".join(self.texte.casefold().split())

    @cached_property
    def mots(self) -> frozenset[str]:
        return frozenset(self._bare.split())

    @cached_property
    def lettres(self) -> str:
        return self._bare.replace(" ", "")

    @cached_property
    def dit(self) -> str:
        return (cle(self.texte) if self.son is None else self.son).replace(" ", "")

    @cached_property
    def _bare(self) -> str:
        norme = normalise(self.texte) if self.norme is None else self.norme
        return _SIGNS.sub(" ", norme.replace("'", ""))


@dataclass(frozen=True, slots=True)
class Personne:
    """An identity to compare; the names of birth are empty when nobody knows them."""

    nom: Part
    prenom: Part
    naissance: date | None
    nom_naissance: Part = Part("")
    prenoms_naissance: Part = Part("")


def jour(connu: date | None, saisi: date | None) -> Jour:
    if connu is None or saisi is None:
        return Jour.INCONNU
    if connu == saisi:
        return Jour.ANNEE if (saisi.day, saisi.month) in UNKNOWN_DAYS else Jour.MEME
    slip = proches(saisi).get(connu)
    return Jour.AUTRE if slip is None else _SLIPS[slip]


_SLIPS = {Proche.INVERSE: Jour.INVERSE, Proche.CHIFFRE: Jour.CHIFFRE}


def noms(connu: Personne, saisi: Personne) -> Nom:
    """The most telling way in which two people bear the same name."""
    found = _as_used(connu, saisi)
    if found <= Nom.ECRITURE:
        return found
    swapped = _both(_ecart(connu.nom, saisi.prenom), _ecart(connu.prenom, saisi.nom))
    if swapped <= _Ecart.SON:
        return Nom.INVERSE
    return Nom.NAISSANCE if _of_birth(connu, saisi) <= _Ecart.PARTIE else found


def raison(jour: Jour, nom: Nom) -> str:
    """Why to ask, as a sentence; nothing when there is no reason to."""
    enough = Nom.FAMILLE if jour is Jour.MEME else Nom.PARTIE
    if jour is Jour.AUTRE or nom > enough:
        return ""
    words = _NOMS[nom]
    return f"{_JOURS[jour]}, {words}" if jour in _JOURS else words[0].upper() + words[1:]


class _Ecart(IntEnum):
    """How far one name is from another."""

    AUCUN = 0
    ECRITURE = 1
    FAUTE = 2
    SON = 3
    PARTIE = 4
    PROCHE = 5
    TOTAL = 6


_BOTH = {
    _Ecart.AUCUN: Nom.MEME,
    _Ecart.ECRITURE: Nom.ECRITURE,
    _Ecart.FAUTE: Nom.FAUTE,
    _Ecart.SON: Nom.SON,
    _Ecart.PARTIE: Nom.PARTIE,
    _Ecart.PROCHE: Nom.PROCHE,
}
_both = max


def _as_used(connu: Personne, saisi: Personne) -> Nom:
    nom, prenom = _ecart(connu.nom, saisi.nom), _ecart(connu.prenom, saisi.prenom)
    worst = _both(nom, prenom)
    if worst in _BOTH:
        return _BOTH[worst]
    if prenom <= _Ecart.ECRITURE:
        return Nom.PRENOM
    return Nom.FAMILLE if nom <= _Ecart.ECRITURE else Nom.AUTRE


def _of_birth(connu: Personne, saisi: Personne) -> _Ecart:
    """As used by one and at birth by the other, or at birth by both."""
    nom = min(
        _ecart(connu.nom_naissance, saisi.nom),
        _ecart(connu.nom, saisi.nom_naissance),
        _ecart(connu.nom_naissance, saisi.nom_naissance),
    )
    prenom = min(
        _ecart(connu.prenom, saisi.prenom),
        _ecart(connu.prenoms_naissance, saisi.prenom),
        _ecart(connu.prenom, saisi.prenoms_naissance),
    )
    return _both(nom, prenom)


def _ecart(one: Part, other: Part) -> _Ecart:
    if not (one.lettres and other.lettres):
        return _Ecart.TOTAL
    if one.lettres == other.lettres:
        return _Ecart.AUCUN if one.ecrit == other.ecrit else _Ecart.ECRITURE
    if same_but_slips(one.lettres, other.lettres):
        return _Ecart.FAUTE
    if one.dit == other.dit:
        return _Ecart.SON
    if one.mots <= other.mots or other.mots <= one.mots:
        return _Ecart.PARTIE
    return _Ecart.PROCHE if _near(one.lettres, other.lettres) else _Ecart.TOTAL


def slips(length: int) -> int:
    """How many letters may differ: none in three, two in eight."""
    return 0 if length < 4 else 1 if length < 8 else 2  # noqa: PLR2004


def same_but_slips(one: str, other: str) -> bool:
    """Letters missing, added, changed or the other way round, as few as the length allows."""
    most = slips(min(len(one), len(other)))
    if abs(len(one) - len(other)) > most:
        return False
    from rapidfuzz.distance import OSA  # loads when a name is first compared

    return OSA.distance(one, other, score_cutoff=most) <= most


def _near(one: str, other: str) -> bool:
    if min(len(one), len(other)) < LONG or one[0] != other[0]:
        return False
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(one, other) >= NEAR
