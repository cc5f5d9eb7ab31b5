"""The agenda of a meeting on paper: what to take up, then one line per person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop import french

if TYPE_CHECKING:
    from .ordre_du_jour_contenu import OrdreDuJour

_ANONYME = "Initiales et numéros de dossier seulement. À détruire après la réunion."
_NOMINATIF = "Document nominatif\xa0: ne pas laisser à la vue de tous. À détruire après la réunion."

TITLE = "Ordre du jour de la réunion de synthèse"


def ordre_du_jour(contenu: OrdreDuJour) -> bytes:
    """The agenda as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Sheet, render
    from .ordre_du_jour_story import story
    from .wording import instant

    jour = french.plain_date(contenu.jour)
    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"Réunion de synthèse n°\xa0{contenu.numero} · {jour}",
        foot=(
            _NOMINATIF if contenu.noms else _ANONYME,
            f"Édité le {instant(contenu.edite_le)}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
