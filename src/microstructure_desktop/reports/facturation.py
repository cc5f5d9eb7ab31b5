"""The billing list that a cabinet prepares for itself, and the workbook of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop import french

if TYPE_CHECKING:
    from .facturation_imprimee import BordereauImprime

TITLE = "Bordereau préparé"
_NOMINATIF = "Document nominatif : des personnes y sont nommées. À remettre à qui paie seulement."


def bordereau(contenu: BordereauImprime) -> bytes:
    """The list as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .facturation_story import story
    from .layout import Sheet, render
    from .wording import instant

    jour = french.plain_date(contenu.prepare_le.date())
    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"{TITLE} · {jour}",
        foot=(_NOMINATIF, f"Édité le {instant(contenu.edite_le)}"),
    )
    return render(sheet, lambda _running: story(contenu))


def tableur(contenu: BordereauImprime) -> bytes:
    """The same as a workbook: the forfaits, then a line for each act."""
    from .facturation_classeur import classeur
    from .tableur import livre_xlsx

    return livre_xlsx.octets(classeur(contenu))
