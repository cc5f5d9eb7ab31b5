"""The sheet by which a cabinet and the animator recognise each other's keys."""

from .inscription_imprimee import InscriptionImprimee

__all__ = ["InscriptionImprimee", "inscription"]

TITLE = "Inscription du cabinet"


def inscription(contenu: InscriptionImprimee) -> bytes:
    """The sheet as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .inscription_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right="Échanges avec l’animateur régional",
        foot=(
            "Cette feuille ne contient aucun secret, ni rien sur les personnes suivies.",
            f"Édité le {instant(contenu.edite_le)}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
