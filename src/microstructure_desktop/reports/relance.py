"""Reminders as letters, one structure a sheet, in one file."""

from collections.abc import Sequence

from .relance_imprimee import ITEM, RelanceImprimee

__all__ = ["ITEM", "RelanceImprimee", "relances"]


def relances(lettres: Sequence[RelanceImprimee]) -> bytes:
    """The letters as a PDF: no page number, for each of them goes to somebody else."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Sheet, render
    from .relance_story import story

    sheet = Sheet(
        title="Relances",
        left=lettres[0].animateur,
        right="",
        foot=(lettres[0].contact, ""),
        numbered=False,
    )
    return render(sheet, lambda _running: story(lettres))
