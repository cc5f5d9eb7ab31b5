"""The models of the legal file: blanks, processing operations, risks, measures, points, papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Fait(StrEnum):
    """What a part of a paper shows that is not written in it."""

    ORGANISME = "organisme"
    TRAITEMENTS = "traitements"
    DROITS = "droits"
    DUREES = "durees"
    RISQUES = "risques"
    MESURES = "mesures"
    ACTIONS = "actions"
    POSTE = "poste"
    SIGNATURE = "signature"
    SIGNATURES = "signatures"


class Observe(StrEnum):
    """What the program finds by itself of the computer and of its copies."""

    VERROU = "verrou"
    LIEU = "lieu"
    COPIE = "copie"
    EXERCICE = "exercice"
    FEUILLE = "feuille"


@dataclass(frozen=True, slots=True)
class Blanc:
    """What the texts leave to fill in. `connu`: the program writes it; the cabinet never does."""

    id: str
    libelle: str
    aide: str = ""
    connu: bool = False
    facultatif: bool = False


@dataclass(frozen=True, slots=True)
class Mesure:
    """`preuve`: the dotted name of what does it, inside the package."""

    id: str
    titre: str
    texte: str
    preuve: str


@dataclass(frozen=True, slots=True)
class Traitement:
    """One line of the register; `securite` are measures."""

    id: str
    titre: str
    finalites: tuple[str, ...]
    base: str
    personnes: tuple[str, ...]
    donnees: tuple[str, ...]
    destinataires: tuple[str, ...]
    durees: str
    securite: tuple[Mesure, ...]


@dataclass(frozen=True, slots=True)
class Risque:
    """`gravite` and `vraisemblance`, from 1 to 4, before the measures; `reste`: after them."""

    id: str
    titre: str
    sources: str
    impact: str
    gravite: int
    vraisemblance: int
    mesures: tuple[Mesure, ...]
    reste: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A line to tick. `mois`: after how long it is to be looked at again; never when 0.

    `constat`: the program tells it, and nobody ticks it.
    """

    id: str
    titre: str
    comment: str = ""
    mois: int = 0
    constat: Observe | None = None


@dataclass(frozen=True, slots=True)
class Groupe:
    id: str
    titre: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Partie:
    """Texts, points, what is made from elsewhere (`fait`), then the texts that follow."""

    titre: str
    textes: tuple[str, ...]
    points: tuple[str, ...]
    suites: tuple[str, ...]
    fait: Fait | None


@dataclass(frozen=True, slots=True)
class Papier:
    """One document of the file. `gros`: printed in large letters as well."""

    id: str
    titre: str
    rang: int
    depuis: date
    source: str
    chapeau: str
    gros: bool
    parties: tuple[Partie, ...]


@dataclass(frozen=True, slots=True)
class Modeles:
    """Everything shipped; `sources` by the name of the file of data they stand in."""

    blancs: Mapping[str, Blanc]
    mesures: Mapping[str, Mesure]
    traitements: tuple[Traitement, ...]
    risques: tuple[Risque, ...]
    actions: tuple[Point, ...]
    groupes: tuple[Groupe, ...]
    papiers: tuple[Papier, ...]
    sources: Mapping[str, str]

    @property
    def a_remplir(self) -> tuple[Blanc, ...]:
        """What the cabinet writes."""
        return tuple(b for b in self.blancs.values() if not b.connu)

    def points(self) -> Iterator[Point]:
        """Every line that carries a tick."""
        for groupe in self.groupes:
            yield from groupe.points
        yield from self.actions
