"""Charts to look at, and letters that are all six wide in lines of ten."""

from dataclasses import dataclass
from datetime import date

from microstructure_desktop.charts.model import (
    Barres,
    Cascade,
    Courbe,
    Point,
    Rangee,
    Unite,
    Valeur,
)
from microstructure_desktop.charts.shapes import Box, Dot, Drawing, Line, Word

PATIENTS = Unite("patient")
POURCENT = Unite("%", "%")
MOIS = tuple(date(2026, month, 1) for month in range(1, 5))


@dataclass(frozen=True)
class Monospaced:
    line: float = 10.0

    def width(self, text: str, *, strong: bool = False) -> float:
        return (7.0 if strong else 6.0) * len(text)


def rangee(nom: str, *values: Valeur | None, prov: tuple[int, ...] = (), avant=False) -> Rangee:
    points = tuple(Point(value, provisoire=at in prov) for at, value in enumerate(values))
    return Rangee(nom, points, avant=avant)


def courbe(*rangees: Rangee, unite: Unite = PATIENTS) -> Courbe:
    shown = rangees or (
        rangee("2026", 12, None, 15, 20, prov=(3,)),
        rangee("2025", 9, 10, 8, 11, avant=True),
    )
    return Courbe("File active", unite, MOIS, shown)


def barres(*rangees: Rangee, noms: tuple[str, ...] = ("Ici", "Là", "Loin")) -> Barres:
    shown = rangees or (rangee("2026", 40, 10, 0), rangee("2025", 30, None, 5, avant=True))
    return Barres("Lieux", PATIENTS, noms, shown, "Lieu")


def cascade(*points: Point) -> Cascade:
    shown = points or (Point(40), Point(30), Point(15, provisoire=True), Point(None))
    noms = ("Vus", "Proposés", "Faits", "Traités")
    return Cascade("Hépatite C", PATIENTS, noms[: len(shown)], shown)


def words_of(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Word)]


def boxes_of(drawing: Drawing) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box)]


def dots_of(drawing: Drawing) -> list[Dot]:
    return [shape for shape in drawing.shapes if isinstance(shape, Dot)]


def lines_of(drawing: Drawing, ink: str) -> list[Line]:
    return [s for s in drawing.shapes if isinstance(s, Line) and s.ink == ink]
