"""Two versions of a meeting of the network brought together without losing a word."""

from dataclasses import replace

from microstructure_desktop.domain.reunion import Point, Reunion

from .merging import joined_decisions, joined_text


def merged(mine: Reunion, theirs: Reunion) -> Reunion:
    """Everything that either version says; where both chose, what is on screen wins.

    A point is known by its title: renamed on one side, it stands under both names.
    """
    return replace(
        theirs,
        jour=mine.jour,
        debut=mine.debut,
        fin=mine.fin or theirs.fin,
        lieu=mine.lieu,
        membres=tuple(dict.fromkeys((*theirs.membres, *mine.membres))),
        invites=tuple(dict.fromkeys((*theirs.invites, *mine.invites))),
        points=_points(mine.points, theirs.points),
        actions=joined_decisions(mine.actions, theirs.actions),
        chiffres=mine.chiffres or theirs.chiffres,
    )


def _points(mine: tuple[Point, ...], theirs: tuple[Point, ...]) -> tuple[Point, ...]:
    miens = {p.titre: p.texte for p in mine}
    siens = {p.titre for p in theirs}
    return (
        *(
            Point(p.titre, joined_text(miens[p.titre], p.texte) if p.titre in miens else p.texte)
            for p in theirs
        ),
        *(p for p in mine if p.titre not in siens),
    )
