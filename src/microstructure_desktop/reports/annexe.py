"""The annex of a month for the register: what leaves, what stays, and who can read it."""

from .annexe_imprimee import AnnexeImprimee

__all__ = ["AnnexeImprimee", "annexe"]

TITLE = "Ce qui part"


def annexe(contenu: AnnexeImprimee) -> bytes:
    """The annex as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .annexe_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=f"{TITLE}, {contenu.mois}",
        left=contenu.cabinet.nom,
        right=f"{TITLE}, {contenu.mois}",
        foot=(
            "Annexe du registre des traitements\xa0: export anonyme mensuel.",
            f"Édité le {instant(contenu.edite_le)}",
        ),
    )
    return render(sheet, lambda _running: story(contenu, TITLE))
