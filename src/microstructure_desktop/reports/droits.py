"""Which role may do what, as a table to hang in the cabinet."""

from .printed import DroitsImprimes

__all__ = ["DroitsImprimes", "droits"]

TITLE = "Qui peut quoi"


def droits(contenu: DroitsImprimes) -> bytes:
    """The table as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .droits_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"{TITLE} · équipe et droits",
        foot=(
            "Les règles que l’application applique à chaque compte.",
            f"Édité le {instant(contenu.edite_le)}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
