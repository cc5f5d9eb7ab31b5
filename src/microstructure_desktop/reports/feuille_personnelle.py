"""The own sheet of a member: what opens their personal notes when their passphrase is lost."""

from __future__ import annotations

from .feuille_secours_imprimee import FeuilleSecours

__all__ = ["FeuilleSecours", "feuille_personnelle"]

TITLE = "Ma feuille de secours"


def feuille_personnelle(contenu: FeuilleSecours) -> bytes:
    """The sheet as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .feuille_personnelle_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=TITLE,
        left=contenu.auteur,
        right=f"{TITLE} · à garder pour soi",
        foot=(
            "Feuille d’une seule personne : elle n’ouvre pas le cabinet.",
            f"Éditée le {instant(contenu.faite_le)}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
