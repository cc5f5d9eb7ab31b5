"""The recovery sheet: what opens the cabinet when every passphrase is lost."""

from __future__ import annotations

from .feuille_secours_imprimee import FeuilleSecours

__all__ = ["FeuilleSecours", "feuille_secours"]

TITLE = "Feuille de secours"


def feuille_secours(contenu: FeuilleSecours) -> bytes:
    """The sheet as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .feuille_secours_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet,
        right=f"{TITLE} · à garder sous enveloppe",
        foot=(
            "Qui a cette feuille et le coffre peut lire tous les dossiers.",
            f"Éditée le {instant(contenu.faite_le)}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
