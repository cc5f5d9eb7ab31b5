"""The register of the team's trainings, to join to a convention or to the annual report."""

from .printed_network import FormationImprimee, FormationsImprimees

__all__ = ["FormationImprimee", "FormationsImprimees", "formations"]


def formations(contenu: FormationsImprimees) -> bytes:
    """The register as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .formations_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=contenu.titre,
        left=contenu.cabinet.nom,
        right=contenu.titre,
        foot=(f"Édité le {instant(contenu.edite_le)}", ""),
    )
    return render(sheet, lambda _running: story(contenu))
