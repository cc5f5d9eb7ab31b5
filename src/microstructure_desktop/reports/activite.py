"""The activity of a month or a year, on paper: for the team, exact figures included."""

from microstructure_desktop.french import NBSP

from .activite_imprimee import ActiviteImprimee

__all__ = ["TITLE", "activite"]

TITLE = "Activité du cabinet"
_INSIDE = f"Chiffres exacts{NBSP}: interne au cabinet"


def activite(contenu: ActiviteImprimee) -> bytes:
    """The pages as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .activite_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=f"{TITLE}, {contenu.periode}",
        left=contenu.cabinet.nom,
        right=f"{TITLE} · {contenu.periode}",
        foot=(f"Édité le {instant(contenu.edite_le)}", _INSIDE),
    )
    return render(sheet, lambda _running: story(contenu, TITLE))
