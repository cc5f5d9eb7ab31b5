"""Trajectoire: how what is measured about somebody moves over time, without judging it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .ids import FicheId, PatientId


class Sens(StrEnum):
    """How the last measure compares with the one before; a level is only the same or another."""

    BAISSE = "baisse"
    HAUSSE = "hausse"
    STABLE = "stable"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Mesure:
    """One answer. `valeur` is None when it is no point: not said, or from a list of before.

    `titre` names what it was answered in; `fiche` is None for a session.
    """

    jour: date
    valeur: Decimal | None
    libelle: str
    titre: str
    auteur: str
    fiche: FicheId | None = None


@dataclass(frozen=True, slots=True)
class Marque:
    """A cut-off of a scale, and what its source says from there on."""

    valeur: Decimal
    libelle: str
    serie: str


@dataclass(frozen=True, slots=True)
class Serie:
    """The measures of one question or one score, oldest first, between `bas` and `haut`.

    `cle` tells it from the others and stays the same. `niveaux` when the answers are words.
    `echelle` and `score` name what a scale gives, `item` the question otherwise. `equipe`: shared
    with the whole team. `note` says what the series leaves apart.
    """

    cle: str
    titre: str
    famille: str
    bas: Decimal
    haut: Decimal
    mesures: tuple[Mesure, ...]
    niveaux: tuple[tuple[Decimal, str], ...] = ()
    marques: tuple[Marque, ...] = ()
    echelle: str = ""
    score: str = ""
    principal: bool = False
    item: str = ""
    equipe: bool = False
    note: str = ""

    @property
    def points(self) -> tuple[Mesure, ...]:
        """The measures that can be drawn."""
        return tuple(m for m in self.mesures if m.valeur is not None)

    @property
    def derniere(self) -> Mesure:
        return self.points[-1]

    @property
    def sens(self) -> Sens | None:
        """None before a second point."""
        values = [m.valeur for m in self.mesures if m.valeur is not None][-2:]
        if len(values) < 2:  # noqa: PLR2004 -- two are compared
            return None
        before, last = values
        if before == last:
            return Sens.STABLE
        if self.niveaux:
            return Sens.CHANGE
        return Sens.HAUSSE if last > before else Sens.BAISSE


@dataclass(frozen=True, slots=True)
class Trajectoire:
    """Scales first, then the other questions; in each, what can be compared, then the latest."""

    patient: PatientId
    series: tuple[Serie, ...]

    @property
    def echelle(self) -> Serie | None:
        """The scale scored last, once there is something to compare."""
        found = [s for s in self.series if s.principal and s.sens is not None]
        return max(found, key=lambda s: (s.derniere.jour, s.cle), default=None)
