"""A letter of the cabinet, on its paper."""

from .printed import LettreImprimee

__all__ = ["LettreImprimee", "lettre"]


def lettre(contenu: LettreImprimee) -> bytes:
    """The letter as a PDF; its margins say nothing of whom it is about."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Sheet, render
    from .lettre_story import story

    secret = "" if contenu.neutre else "Document couvert par le secret professionnel."
    sheet = Sheet(title=contenu.titre, left=contenu.cabinet.nom, right="", foot=(secret, ""))
    return render(sheet, lambda _running: story(contenu))
