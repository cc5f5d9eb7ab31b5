"""The charts of the sections of the report: those of the activity page, for a whole year."""

from typing import TYPE_CHECKING

from microstructure_desktop.charts.model import valeurs
from microstructure_desktop.domain.rapport_annuel import Section

from . import activite_themes
from .activite_graphiques import images

if TYPE_CHECKING:
    from microstructure_desktop.charts.model import Graphique

    from .rapport_chiffres import Chiffres
    from .reference import Reference

_THEMES = {
    Section.FILE_ACTIVE: activite_themes.QUI,
    Section.ACTIVITE: activite_themes.ACTES,
    Section.SANTE: activite_themes.SANTE,
    Section.EVOLUTION: activite_themes.EVOLUTION,
}


def graphiques(
    reference: "Reference", chiffres: "Chiffres", section: Section
) -> "tuple[Graphique, ...]":
    """What a section draws; nothing is drawn of zeros alone."""
    theme = _THEMES.get(section)
    if theme is None:
        return ()
    beside = chiffres.autour if any(chiffres.autour.serie.valeurs) else None
    drawn = (image.graphique for image in images(theme, reference, chiffres.activite, beside))
    return tuple(each for each in drawn if any(valeurs(each)))
