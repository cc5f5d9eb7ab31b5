"""Every indicator by its code: monthly ones take a month, annual ones a year."""

from collections.abc import Callable, Mapping

from . import (
    actes,
    activite,
    conduites,
    delais,
    entourage,
    evolution,
    forfaits,
    parcours,
    profil,
    psychisme,
    qualite,
    reunions,
    sante,
    social,
)
from .faits import Faits, Periode
from .valeur import Resultat

Indicateur = Callable[[Faits, Periode], Resultat]

MENSUELS: Mapping[str, Indicateur] = {
    "M01": activite.m01,
    "M02": parcours.m02,
    "M03": parcours.m03,
    "M04": parcours.m04,
    "M05": actes.m05,
    "M06": actes.m06,
    "M07": entourage.m07,
    "M08": reunions.m08,
    "M09": reunions.m09,
    "M10": reunions.m10,
    "M11": forfaits.m11,
    "M12": forfaits.m12,
    "M13": delais.m13,
    "M14": delais.m14,
    "M15": delais.m15,
}
ANNUELS: Mapping[str, Indicateur] = {
    "A01": activite.a01,
    "A02": activite.a02,
    "A03": activite.a03,
    "A04": entourage.a04,
    "A05": activite.a05,
    "A06": profil.a06,
    "A07": profil.a07,
    "A08": conduites.a08,
    "A09": conduites.a09,
    "A10": conduites.a10,
    "A11": sante.a11,
    "A12": sante.a12,
    "A13": sante.a13,
    "A14": psychisme.a14,
    "A15": actes.a15,
    "A16": actes.a16,
    "A17": parcours.a17,
    "A18": delais.a18,
    "A19": evolution.a19,
    "A20": evolution.a20,
    "A21": social.a21,
    "A22": forfaits.a22,
    "A23": reunions.a23,
    "A24": reunions.a24,
    "A25": qualite.a25,
    "A26": evolution.a26,
    "A27": parcours.a27,
}
