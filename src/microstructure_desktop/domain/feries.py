"""Public holidays of metropolitan France, by article L3133-1 of the labour code."""

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache


class Ferie(StrEnum):
    JOUR_DE_L_AN = "jour_de_l_an"
    LUNDI_DE_PAQUES = "lundi_de_paques"
    FETE_DU_TRAVAIL = "fete_du_travail"
    VICTOIRE_1945 = "victoire_1945"
    ASCENSION = "ascension"
    LUNDI_DE_PENTECOTE = "lundi_de_pentecote"
    FETE_NATIONALE = "fete_nationale"
    ASSOMPTION = "assomption"
    TOUSSAINT = "toussaint"
    ARMISTICE_1918 = "armistice_1918"
    NOEL = "noel"


_FIXES = {
    Ferie.JOUR_DE_L_AN: (1, 1),
    Ferie.FETE_DU_TRAVAIL: (5, 1),
    Ferie.VICTOIRE_1945: (5, 8),
    Ferie.FETE_NATIONALE: (7, 14),
    Ferie.ASSOMPTION: (8, 15),
    Ferie.TOUSSAINT: (11, 1),
    Ferie.ARMISTICE_1918: (11, 11),
    Ferie.NOEL: (12, 25),
}
_APRES_PAQUES = {Ferie.LUNDI_DE_PAQUES: 1, Ferie.ASCENSION: 39, Ferie.LUNDI_DE_PENTECOTE: 50}


def ferie(jour: date) -> Ferie | None:
    """Which holiday a day is; the first one of the law's list when two fall together."""
    return _de_l_annee(jour.year).get(jour)


def paques(annee: int) -> date:
    """Easter Sunday, by the Gregorian rule (golden number, epact, dominical letter)."""
    dore = annee % 19
    siecle = annee // 100
    lune = (siecle - siecle // 4 - (8 * siecle + 13) // 25 + 19 * dore + 15) % 30
    epacte = lune - (lune // 28) * (1 - (lune // 28) * (29 // (lune + 1)) * ((21 - dore) // 11))
    dimanche = (annee + annee // 4 + epacte + 2 - siecle + siecle // 4) % 7
    rang = epacte - dimanche
    mois = 3 + (rang + 40) // 44
    return date(annee, mois, rang + 28 - 31 * (mois // 4))


@lru_cache(maxsize=16)
def _de_l_annee(annee: int) -> dict[date, Ferie]:
    dimanche = paques(annee)
    mobiles = {f: dimanche + timedelta(days=n) for f, n in _APRES_PAQUES.items()}
    fixes = {f: date(annee, *quand) for f, quand in _FIXES.items()}
    return {jour: f for f in reversed(Ferie) if (jour := (fixes | mobiles).get(f)) is not None}
