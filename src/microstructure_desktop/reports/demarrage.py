"""The steps of the start of a microstructure, to take to a meeting."""

from .printed import DemarrageImprime, EtapeImprimee

__all__ = ["DemarrageImprime", "EtapeImprimee", "demarrage"]


def demarrage(contenu: DemarrageImprime) -> bytes:
    """The list as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .demarrage_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=contenu.titre,
        left=contenu.cabinet.nom,
        right=contenu.titre,
        foot=(f"Édité le {instant(contenu.edite_le)}", ""),
    )
    return render(sheet, lambda _running: story(contenu))
