"""What a chart shows, before anybody draws it: on the screen and on paper it says the same."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Valeur = int | Decimal


@dataclass(frozen=True, slots=True)
class Unite:
    """What is counted, one and several; `plusieurs` is left out when it takes an s.

    A sign such as % or h is the same for both, and is written with each figure.
    """

    un: str
    plusieurs: str = ""

    @property
    def signe(self) -> bool:
        return self.un == self.plusieurs


@dataclass(frozen=True, slots=True)
class Point:
    """`valeur` is never under zero; None when it is not known. `note` is said after the figure."""

    valeur: Valeur | None
    provisoire: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rangee:
    """Values that belong together: a line, or the bars of one colour.

    `avant`: the year before, shown fainter. `ton`: a colour of the palette, else one in turn.
    """

    nom: str
    points: tuple[Point, ...]
    avant: bool = False
    ton: str = ""


@dataclass(frozen=True, slots=True)
class Courbe:
    """Month after month; `mois` are first days. A year before stands under the same months."""

    titre: str
    unite: Unite
    mois: tuple[date, ...]
    rangees: tuple[Rangee, ...]


@dataclass(frozen=True, slots=True)
class Barres:
    """Categories side by side; `colonne` names them in the table."""

    titre: str
    unite: Unite
    categories: tuple[str, ...]
    rangees: tuple[Rangee, ...]
    colonne: str = ""


@dataclass(frozen=True, slots=True)
class Cascade:
    """Steps that each keep a part of the one before.

    `parts`: their percents, when who makes it knows better: unknown answers, too few people.
    """

    titre: str
    unite: Unite
    etapes: tuple[str, ...]
    points: tuple[Point, ...]
    parts: tuple[int | None, ...] | None = None

    @property
    def rangees(self) -> tuple[Rangee, ...]:
        return (Rangee("", self.points),)

    def part(self, rang: int) -> int | None:
        """Percent of the step before, halves up; None where there is nothing to divide by."""
        if not rang:
            return None
        if self.parts is not None:
            return self.parts[rang]
        avant, ici = self.points[rang - 1].valeur, self.points[rang].valeur
        if not avant or ici is None:
            return None
        return int(Decimal(ici) * 100 / Decimal(avant) + Decimal("0.5"))


Graphique = Courbe | Barres | Cascade


def valeurs(graphique: Graphique) -> list[Valeur]:
    """All that is known."""
    points = (p for rangee in graphique.rangees for p in rangee.points)
    return [p.valeur for p in points if p.valeur is not None]


def provisoire(graphique: Graphique) -> bool:
    """Whether a figure may still change."""
    return any(p.provisoire for rangee in graphique.rangees for p in rangee.points)
