"""What a clinical scale is made of: the rows to score, the scores, their cut-offs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType


class Mode(StrEnum):
    """What is typed: the value of each row, or totals already worked out on the sheet."""

    ITEMS = "items"
    TOTAUX = "totaux"


class Calcul(StrEnum):
    """What a score starts from: the sum of its rows, their mean, or how many reach a value."""

    SOMME = "somme"
    MOYENNE = "moyenne"
    COMPTE = "compte"


class Niveau(StrEnum):
    """How a band is shown, with an icon and its words; never as normal or abnormal."""

    NEUTRE = "neutre"
    INFO = "info"
    ATTENTION = "attention"
    ALERTE = "alerte"


@dataclass(frozen=True, slots=True)
class Cote:
    """One row to score: its topic in our words, never the sheet's sentence.

    `valeurs` are those allowed; in totals, `min`, `max` and `decimales` bound what is typed.
    `oui_non`: 0 and 1 are shown as Non and Oui. Not `cotee`: asked, and in no score.
    """

    n: int
    sujet: str
    valeurs: tuple[int, ...] = ()
    min: Decimal | None = None
    max: Decimal | None = None
    decimales: int = 0
    oui_non: bool = False
    cotee: bool = True

    @property
    def bornes(self) -> tuple[Decimal, Decimal]:
        if self.valeurs:
            return Decimal(self.valeurs[0]), Decimal(self.valeurs[-1])
        return self.min or Decimal(0), self.max or Decimal(0)


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: `constante` + `facteur` × what `calcul` makes of the rows named in `cotes`.

    `poids` (each row's weight) and `atteint` (the value from which a row counts) go by rank with
    `cotes`. `inverses`: rows read backwards. `dont_un`: the count is zero unless one of these rows
    counts. Up to `manquants_max` missing rows take the mean of the others.
    """

    id: str
    label: str
    min: Decimal
    max: Decimal
    calcul: Calcul
    cotes: tuple[int, ...]
    poids: tuple[Decimal, ...] = ()
    inverses: tuple[int, ...] = ()
    atteint: tuple[int, ...] = ()
    dont_un: tuple[int, ...] = ()
    constante: Decimal = Decimal(0)
    facteur: Decimal = Decimal(1)
    decimales: int = 0
    manquants_max: int = 0


@dataclass(frozen=True, slots=True)
class Seuil:
    """What a score means from `des` on, for whom, and who says so.

    `serie` names the set of cut-offs it belongs to: sources disagree, and are shown side by side.
    """

    score: str
    des: Decimal
    libelle: str
    serie: str
    niveau: Niveau
    source: str
    depuis: date
    sexe: str = ""
    age_min: int | None = None
    age_max: int | None = None


@dataclass(frozen=True, slots=True)
class Alerte:
    """A row on safety, whose answer from `des` on asks what is done now (suicide, above all)."""

    n: int
    des: int


@dataclass(frozen=True, slots=True)
class Instrument:
    """One version of a scale. `source` is its text as read; `former` its earlier versions.

    Beyond `manquants_max` missing rows, no score is worked out at all.
    """

    id: str
    version: int
    nom: str
    periode: str
    mode: Mode
    licence: str
    credit: str
    cotes: tuple[Cote, ...]
    scores: tuple[Score, ...]
    seuils: tuple[Seuil, ...] = ()
    alertes: tuple[Alerte, ...] = ()
    manquants_max: int | None = None
    source: str = field(default="", repr=False, compare=False)
    former: tuple["Instrument", ...] = field(default=(), repr=False, compare=False)

    @property
    def main(self) -> Score:
        return self.scores[0]

    def of(self, version: int) -> "Instrument | None":
        """That version: this one, or a former one."""
        return next((i for i in (self, *self.former) if i.version == version), None)

    def cote(self, n: int) -> Cote | None:
        return next((cote for cote in self.cotes if cote.n == n), None)

    def score(self, score_id: str) -> Score | None:
        return next((score for score in self.scores if score.id == score_id), None)


Instruments = Mapping[str, Instrument]


def catalogue(instruments: Iterable[Instrument]) -> Instruments:
    """The latest version of each id, which knows its former ones."""
    latest: dict[str, Instrument] = {}
    for found in sorted(instruments, key=lambda i: (i.id, i.version)):
        before = latest.get(found.id)
        former = () if before is None else (before, *before.former)
        latest[found.id] = replace(found, former=former)
    return MappingProxyType(latest)


def remembering(offered: Instruments, kept: Iterable[Instrument]) -> Instruments:
    """Those offered, which know as former the other versions kept, and those only kept."""
    found = dict(offered)
    for scale in kept:
        known = found.get(scale.id)
        if known is None:
            found[scale.id] = scale
        elif known.of(scale.version) is None:
            found[scale.id] = replace(known, former=(*known.former, scale))
    return MappingProxyType(found)
