"""How a series of measures is drawn and told, wherever it is shown."""

from datetime import date

from microstructure_desktop.domain.trajectoire import Mesure, Sens, Serie
from microstructure_desktop.forms.scale_words import plain
from microstructure_desktop.forms.wording import number
from microstructure_desktop.ui.texts import NBSP, near_date
from microstructure_desktop.ui.widgets.row_delegate import RowText
from microstructure_desktop.ui.widgets.trend import Trend, TrendMark, TrendPoint

SENS = {
    Sens.BAISSE: "en baisse",
    Sens.HAUSSE: "en hausse",
    Sens.STABLE: "stable",
    Sens.CHANGE: "a changé",
}


def tag_of(serie: Serie) -> tuple[str, str]:
    """Of one colour whatever the sense: a score is an aid, it judges nobody."""
    return (SENS[serie.sens], "info") if serie.sens is not None else ("", "mute")


def row_of(serie: Serie, today: date) -> RowText:
    """One line of the list: what it is, where it stands, since when."""
    last = serie.derniere
    return RowText(serie.titre, last.libelle, near_date(last.jour, today), tag_of(serie))


def drawn(serie: Serie) -> Trend:
    """The curve, its cut-offs named by their figure: the words under it say what they are."""
    trend = Trend(serie.titre)
    trend.show_points(
        [_point(mesure, serie) for mesure in serie.points],
        low=float(serie.bas),
        high=float(serie.haut),
        marks=[TrendMark(float(m.valeur), number(plain(m.valeur))) for m in serie.marques],
        levels=[(float(rank), label) for rank, label in serie.niveaux],
    )
    return trend


def cut_offs_in_words(serie: Serie) -> str:
    """« Pointillé : 6, trouble de l’usage suspecté (Repère français) »."""
    if not serie.marques:
        return ""
    several = "s" if len(serie.marques) > 1 else ""
    told = " · ".join(f"{number(plain(m.valeur))}, {m.libelle}" for m in serie.marques)
    return f"Pointillé{several}{NBSP}: {told} ({serie.marques[0].serie})"


def _point(mesure: Mesure, serie: Serie) -> TrendPoint:
    assert mesure.valeur is not None
    label = mesure.libelle if serie.niveaux else number(plain(mesure.valeur))
    return TrendPoint(mesure.jour, float(mesure.valeur), label)
