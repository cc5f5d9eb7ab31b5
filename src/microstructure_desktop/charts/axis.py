"""The axis of values: its numbers, its fine lines, and how far a value is from zero."""

from collections.abc import Callable
from dataclasses import dataclass

from .model import Graphique, Valeur, valeurs
from .room import Letters
from .shapes import Area, Line, Shape, Side, Word
from .ticks import ticks
from .words import number


@dataclass(frozen=True, slots=True)
class Axis:
    """`at` answers how far from zero a value is, along the field."""

    shapes: tuple[Shape, ...]
    at: Callable[[Valeur], float]


def numbers(graphique: Graphique, most: int = 4) -> tuple[Valeur, ...]:
    return ticks(valeurs(graphique), most)


def gutter(marks: tuple[Valeur, ...], letters: Letters) -> float:
    """What the numbers take at the left of a field."""
    return max(letters.width(number(mark)) for mark in marks) + 0.5 * letters.line


def upright(marks: tuple[Valeur, ...], field: Area, letters: Letters) -> Axis:
    """Numbers at the left of the field, fine lines across it; zero is the strongest."""
    unit = field.tall / float(marks[-1])
    bottom, right = field.y + field.tall, field.x + field.wide
    shapes: list[Shape] = []
    for mark in marks:
        y = bottom - float(mark) * unit
        shapes.append(Line(((field.x, y), (right, y)), "border" if mark else "edge"))
        shapes.append(Word((field.x - 0.5 * letters.line, y), number(mark), Side.LEFT))
    return Axis(tuple(shapes), lambda value: float(value) * unit)


def lying(marks: tuple[Valeur, ...], field: Area, letters: Letters) -> Axis:
    """Numbers under the field, fine lines down it."""
    unit = field.wide / float(marks[-1])
    bottom = field.y + field.tall
    shapes: list[Shape] = []
    for mark in marks:
        x = field.x + float(mark) * unit
        shapes.append(Line(((x, field.y), (x, bottom)), "border" if mark else "edge"))
        shapes.append(Word((x, bottom + 0.8 * letters.line), number(mark), Side.AROUND))
    return Axis(tuple(shapes), lambda value: float(value) * unit)
