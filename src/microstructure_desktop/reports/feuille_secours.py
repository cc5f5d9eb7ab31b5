"""The recovery sheet: what opens the cabinet when every passphrase is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

TITLE = "Feuille de secours"


@dataclass(frozen=True, slots=True)
class FeuilleSecours:
    """`groupes`: the code, as it is typed. `carre`: the same for a reader of square codes."""

    cabinet: str
    coffre: str
    auteur: str
    groupes: tuple[str, ...] = field(repr=False)
    carre: str = field(repr=False)
    faite_le: datetime


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
