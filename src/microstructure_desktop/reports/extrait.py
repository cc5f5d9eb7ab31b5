"""Extract of the minutes of a meeting, for the file of one person."""

from microstructure_desktop import french

from .printed import Minutes

__all__ = ["Minutes", "extrait"]

TITLE = "Extrait de compte rendu"
_CONFIDENTIEL = (
    "Document confidentiel\xa0: à ranger dans le dossier de la personne. Le compte rendu entier "
    "ne s’y range pas."
)


def extrait(contenu: Minutes) -> bytes:
    """The PDF; `contenu` holds what is about this person, and nothing of anybody else."""
    from .extrait_story import story
    from .layout import Sheet, render
    from .meeting_head import edition

    jour = french.plain_date(contenu.synthese.jour)
    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"Réunion de synthèse n°\xa0{contenu.numero} · {jour}",
        foot=(_CONFIDENTIEL, edition(contenu)),
    )
    return render(sheet, lambda running: story(contenu, running))
