"""The annual report of a region as a PDF, for the animator and those whom it answers to."""

from .regional_imprime import ChapitreRegional, GrilleImprimee, RapportRegional

__all__ = ["ChapitreRegional", "GrilleImprimee", "RapportRegional", "regional", "titre"]


def titre(contenu: RapportRegional) -> str:
    return f"Rapport régional {contenu.annee}, {contenu.region}"


def regional(contenu: RapportRegional) -> bytes:
    """The report as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Running, Sheet, render
    from .regional_story import story
    from .wording import instant

    sheet = Sheet(
        title=titre(contenu),
        left=contenu.animateur,
        right=titre(contenu),
        foot=(contenu.completude, f"Édité le {instant(contenu.edite_le)}"),
    )
    pages: dict[str, int] = {}

    def laid_out(running: Running) -> list[object]:
        return story(contenu, running, pages)

    return render(sheet, laid_out)
