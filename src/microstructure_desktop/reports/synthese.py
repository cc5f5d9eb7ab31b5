"""Minutes of the monthly meeting."""

from microstructure_desktop import french

from .printed import Minutes

__all__ = ["Minutes", "minutes"]

_CONFIDENTIEL = (
    "Document confidentiel\xa0: informations partagées au sein de l’équipe de soins, "
    "couvertes par le secret professionnel."
)


def minutes(contenu: Minutes) -> bytes:
    """The minutes as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Sheet, render
    from .meeting_head import edition
    from .synthese_story import story

    jour = french.plain_date(contenu.synthese.jour)
    sheet = Sheet(
        title="Compte rendu de réunion de synthèse",
        left=contenu.cabinet.nom,
        right=f"Réunion de synthèse n°\xa0{contenu.numero} · {jour}",
        foot=(_CONFIDENTIEL, edition(contenu)),
        band="Document provisoire" if contenu.provisoire else "",
    )
    return render(sheet, lambda running: story(contenu, running))
