"""Two versions of a meeting of the network brought together without losing a word."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from microstructure_desktop.domain.reunion import Point, Reunion

from .merging import joined_decisions
from .three_way import chosen, joined_line, joined_text, kept, merged_by_key

Ranked = tuple[tuple[str, int], Point]


def merged(base: Reunion, mine: Reunion, theirs: Reunion) -> Reunion:
    """What either side changed since `base`; where both chose, what is on screen wins.

    A point is known by its title: renamed on one side and gone on with on the other, it stands
    under both names.
    """
    return replace(
        theirs,
        jour=chosen(base.jour, mine.jour, theirs.jour),
        debut=chosen(base.debut, mine.debut, theirs.debut),
        fin=chosen(base.fin, mine.fin, theirs.fin),
        lieu=joined_line(base.lieu, mine.lieu, theirs.lieu),
        membres=kept(base.membres, mine.membres, theirs.membres),
        invites=kept(base.invites, mine.invites, theirs.invites),
        points=_points(base.points, mine.points, theirs.points),
        actions=joined_decisions(base.actions, mine.actions, theirs.actions),
        redacteur=chosen(base.redacteur, mine.redacteur, theirs.redacteur),
        chiffres=chosen(base.chiffres, mine.chiffres, theirs.chiffres),
    )


def without_origin(theirs: Reunion) -> Reunion:
    """What two versions began from when nothing says it: nothing written, nobody named."""
    return replace(theirs, membres=(), invites=(), points=(), actions=(), chiffres=())


def same_words(one: Reunion, other: Reunion) -> bool:
    """Whether nothing that was typed of a meeting differs; lines left empty do not matter."""
    return _words(one) == _words(other)


def _words(reunion: Reunion) -> tuple[object, ...]:
    return (
        tuple(p for p in reunion.points if p.titre.strip() or p.texte.strip()),
        tuple(d for d in reunion.actions if d.texte.strip()),
        reunion.invites,
    )


def _points(
    base: tuple[Point, ...], mine: tuple[Point, ...], theirs: tuple[Point, ...]
) -> tuple[Point, ...]:
    found = merged_by_key(_ranked(base), _ranked(mine), _ranked(theirs), lambda r: r[0], _both)
    return tuple(point for _, point in found)


def _both(base: Ranked | None, mine: Ranked, theirs: Ranked) -> Iterable[Ranked]:
    (key, mien), (_, sien) = mine, theirs
    text = joined_text(base[1].texte if base else "", mien.texte, sien.texte)
    return ((key, replace(sien, texte=text)),)


def _ranked(points: Iterable[Point]) -> Iterator[Ranked]:
    """Each with its title and its rank among those of this title: several may have none."""
    counted: Counter[str] = Counter()
    for point in points:
        yield (point.titre, counted[point.titre]), point
        counted[point.titre] += 1
