"""The appointments of a week on paper, without names unless somebody asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop import french

if TYPE_CHECKING:
    from .semaine_imprimee import SemaineImprimee

_ANONYME = "Initiales et numéros de dossier seulement. À détruire après usage."
_NOMINATIF = "Document nominatif\xa0: ne pas laisser à la vue de tous. À détruire après usage."

TITLE = "Rendez-vous de la semaine"


def semaine(contenu: SemaineImprimee) -> bytes:
    """The week as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Sheet, render
    from .semaine_story import story
    from .wording import instant

    premier = french.plain_date(contenu.jours[0].jour)
    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"Semaine du {premier}",
        foot=(
            _NOMINATIF if contenu.noms else _ANONYME,
            f"Édité le {instant(contenu.edite_le)}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
