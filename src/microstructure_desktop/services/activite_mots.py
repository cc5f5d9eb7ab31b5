"""How a figure of the activity is said, on screen and on paper."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.valeur import DIXIEMES, Nature, Valeur
from microstructure_desktop.french import (
    NBSP,
    count,
    duration,
    month_and_year,
    number,
    round_amount,
)

from .activite import est_annee

if TYPE_CHECKING:
    from microstructure_desktop.domain.indicateurs.faits import Periode
    from microstructure_desktop.domain.mois_clos import ValeurFigee

    from .catalogue_indicateurs import Definition
    from .mois_clos import Ecart
    from .reference import Reference

INCONNU = "—"
_SUR_L_ANNEE = "Ici, compté de la même façon sur toute l’année."
_ENSEMBLE = "Ensemble"
_TROP_RECENTS = ("trop récent", "trop récents")
_HORS = {"A18": _TROP_RECENTS, "A25": _TROP_RECENTS}
"""What is not counted yet was not left unanswered."""


def periode(found: "Periode") -> str:
    """« novembre 2026 », « année 2026 »."""
    if est_annee(found):
        return f"année{NBSP}{found.premier.year}"
    return month_and_year(found.premier)


def court(found: "Periode") -> str:
    """« novembre 2026 », « 2026 »: over a column."""
    return str(found.premier.year) if est_annee(found) else month_and_year(found.premier)


def chiffre(valeur: Valeur) -> str:
    """« 24 », « 12 sur 20 », « 4,5 », « 18 h 15 », « 829 € »."""
    if valeur.valeur is None or (valeur.nature is Nature.PART and not valeur.base):
        return INCONNU
    match valeur.nature:
        case Nature.PART:
            return f"{number(valeur.valeur)} sur {number(valeur.base or 0)}"
        case Nature.MOYENNE | Nature.MEDIANE:
            return _dixiemes(valeur.valeur)
        case Nature.MINUTES:
            return duration(valeur.valeur)
        case Nature.CENTIMES:
            return round_amount(valeur.valeur)
        case Nature.NOMBRE:
            return number(valeur.valeur)


def detail(valeur: Valeur, code: str = "") -> str:
    """« 60 % · 3 non renseignés », « parmi 8 »: what a figure of an indicator is made of."""
    share = valeur.pour_cent
    parts = [f"{share}{NBSP}%" if share is not None else ""]
    if valeur.nature in (Nature.MOYENNE, Nature.MEDIANE) and valeur.base:
        parts.append(f"parmi {number(valeur.base)}")
    if valeur.nr:
        parts.append(hors(valeur.nr, code))
    return " · ".join(part for part in parts if part)


def hors(combien: int, code: str = "") -> str:
    """« 3 non renseignés », « 15 trop récents »: what no share is made of."""
    return count(combien, *_HORS.get(code, ("non renseigné", "non renseignés")))


def entier(valeur: Valeur, code: str = "") -> str:
    """« 12 sur 20, 60 %, 3 non renseignés »: the figure and what it is made of."""
    more = detail(valeur, code)
    return ", ".join([chiffre(valeur), *(more.split(" · ") if more else [])])


def libelle(reference: "Reference", definition: "Definition", cle: str) -> str:
    """What a line of an indicator is called."""
    if not cle and cle not in definition.lignes:
        return _ENSEMBLE
    return definition.libelle(cle, reference.listes)


def definition(found: "Definition", compte: "Periode") -> str:
    """What is counted; a monthly indicator asked of a year says so."""
    if found.mensuel and est_annee(compte):
        return f"{found.definition} {_SUR_L_ANNEE}"
    return found.definition


def ecart(reference: "Reference", found: "Ecart") -> str:
    """« Personnes vues dans le mois : 24 → 25 »."""
    known = reference.indicateurs.definitions.get(found.code)
    titre = known.titre if known is not None else found.code
    if known is not None and found.cle:
        titre = f"{titre}, {libelle(reference, known, found.cle)}"
    return f"{titre}{NBSP}: {_fige(found.fige)} → {_fige(found.actuel)}"


def _fige(valeur: "ValeurFigee | None") -> str:
    if valeur is None:
        return INCONNU
    return chiffre(Valeur(valeur.cle, Nature(valeur.nature), valeur.valeur, valeur.base, valeur.nr))


def _dixiemes(tenths: int) -> str:
    whole, rest = divmod(tenths, DIXIEMES)
    return f"{number(whole)},{rest}" if rest else number(whole)
