"""« Mon parcours »: one page that a person takes home about their own follow-up."""

from .printed import Objectif, ParcoursImprime

__all__ = ["Objectif", "ParcoursImprime", "parcours"]

TITLE = "Mon parcours"


def parcours(contenu: ParcoursImprime) -> bytes:
    """The page as a PDF: one sheet, whatever there is to say."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Sheet, render
    from .parcours_story import story
    from .wording import instant

    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"{contenu.prenom} · dossier n°\xa0{contenu.dossier}",
        foot=(
            "Ce document est à vous. Vous pouvez le montrer ou le garder pour vous.",
            f"Édité le {instant(contenu.edite_le)}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
