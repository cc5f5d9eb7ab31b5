"""Minutes of a meeting other than the monthly one."""

from microstructure_desktop import french

from .printed_network import ReunionImprimee, Tableau

__all__ = ["ReunionImprimee", "Tableau", "reunion"]

_SANS_NOM = "Ce compte rendu ne doit nommer aucune personne suivie."


def reunion(contenu: ReunionImprimee) -> bytes:
    """The minutes as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Sheet, render
    from .reunion_story import story
    from .wording import instant

    held = contenu.reunion
    sheet = Sheet(
        title=f"Compte rendu : {contenu.titre}",
        left=contenu.cabinet.nom,
        right=f"{contenu.titre} · {french.plain_date(held.jour)}",
        foot=(
            _SANS_NOM,
            f"Édité le {instant(contenu.edite_le)} · empreinte {contenu.empreinte}",
        ),
        band="Document provisoire" if contenu.provisoire else "",
    )
    return render(sheet, lambda _running: story(contenu))
