"""Products and behaviours as one fiche ranks them, the most troublesome first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .dernieres import Nom, connu, groupe, origine
from .faits import Faits
from .reponses import Reponses

PRODUITS, FREQUENCES, USAGES, MODES = "CL16", "CL18", "CL19", "CL17"
AUCUN = "aucun"
PRODUIT, TABAC, SANS_PRODUIT = "produit", "tabac", "sans_produit"
RIEN_30J = "aucune"


@dataclass(frozen=True, slots=True)
class Produit:
    """One row; what is not known is empty."""

    code: str
    frequence: str = ""
    usage: str = ""
    mode: str = ""


def produits(faits: Faits, une: Reponses) -> tuple[Produit, ...] | None:
    """The rows whose product is known, « none » among them; None when there is no such row."""
    rows = origine(faits, Nom.PRODUIT).rangs(une)
    frequences, usages, modes = (
        _connus(faits, une, nom, liste)
        for nom, liste in ((Nom.FREQUENCE, FREQUENCES), (Nom.USAGE, USAGES), (Nom.MODE, MODES))
    )
    found = tuple(
        Produit(code, frequences.get(row, ""), usages.get(row, ""), modes.get(row, ""))
        for row, code in rows.items()
        if connu(faits, PRODUITS, code)
    )
    return found or None


def recents(faits: Faits, dits: tuple[Produit, ...]) -> frozenset[str]:
    """What was taken or done these 30 days; rows said to be idle are set aside."""
    return frozenset(
        p.code
        for p in dits
        if groupe(faits, PRODUITS, p.code) != AUCUN
        and groupe(faits, FREQUENCES, p.frequence) != RIEN_30J
    )


def _connus(faits: Faits, une: Reponses, nom: Nom, liste: str) -> Mapping[int, Any]:
    rows = origine(faits, nom).rangs(une)
    return {row: code for row, code in rows.items() if connu(faits, liste, code)}
