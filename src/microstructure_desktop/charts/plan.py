"""Any chart as a drawing, for a width and the letters it will be written in."""

from . import curve_plan, lying_plan, upright_plan
from .model import Barres, Courbe, Graphique
from .room import Letters
from .shapes import Drawing


def plan(graphique: Graphique, letters: Letters, width: float) -> Drawing:
    """Bars stand upright while their names fit under them, else they lie."""
    if isinstance(graphique, Courbe):
        return curve_plan.plan(graphique, letters, width)
    if isinstance(graphique, Barres) and upright_plan.names_fit(graphique, letters, width):
        return upright_plan.plan(graphique, letters, width)
    return lying_plan.plan(graphique, letters, width)
