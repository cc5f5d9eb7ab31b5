"""Sealed bytes as pages of QR codes, for who has no connection."""

from .papier_imprime import PapierImprime

__all__ = ["PapierImprime", "papier"]


def papier(contenu: PapierImprime) -> bytes:
    """The sheet as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from microstructure_desktop.french import month_and_year

    from .layout import Sheet, render
    from .papier_story import WORDS, story
    from .wording import instant

    words = WORDS[contenu.genre]
    month = month_and_year(contenu.mois.premier)
    sheet = Sheet(
        title=words.title,
        left=f"{contenu.emetteur} · {contenu.structure}",
        right=f"{month} · envoi {contenu.id8}",
        foot=(words.foot, f"Édité le {instant(contenu.edite_le)}"),
    )
    return render(sheet, lambda _running: story(contenu))
