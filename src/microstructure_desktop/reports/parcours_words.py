"""Measures named in plain words, for the person they are about."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop import french
from microstructure_desktop.french import NBSP

if TYPE_CHECKING:
    from microstructure_desktop.domain.trajectoire import Serie

LOWER = "Un nombre plus petit veut dire moins de gêne."
HIGHER = "Un nombre plus grand veut dire que cela va mieux."

_LIFE = f"Qualité de vie{NBSP}:"
_HELP = f"Besoin d’aide{NBSP}:"
_PLACE = "place dans votre vie"


@dataclass(frozen=True, slots=True)
class Plain:
    """What a measure is about, and which way its figures go."""

    titre: str
    sens: str = LOWER


_SCALES = {
    "audit/total": Plain("Consommation d’alcool"),
    "audit_c/total": Plain("Consommation d’alcool, en trois questions"),
    "face/total": Plain("Consommation d’alcool, en cinq questions"),
    "deta/total": Plain("Consommation d’alcool, en quatre questions"),
    "cast/total": Plain("Consommation de cannabis"),
    "cudit_r/total": Plain("Consommation de cannabis, ces six derniers mois"),
    "dast_10/total": Plain("Consommation de drogues"),
    "fagerstrom/total": Plain("Besoin de tabac"),
    "assist_alcool/total": Plain(f"Alcool{NBSP}: {_PLACE}"),
    "assist_amphetamines/total": Plain(f"Amphétamines{NBSP}: {_PLACE}"),
    "assist_autres/total": Plain(f"Autres produits{NBSP}: {_PLACE}"),
    "assist_cannabis/total": Plain(f"Cannabis{NBSP}: {_PLACE}"),
    "assist_cocaine/total": Plain(f"Cocaïne{NBSP}: {_PLACE}"),
    "assist_hallucinogenes/total": Plain(f"Hallucinogènes{NBSP}: {_PLACE}"),
    "assist_inhalants/total": Plain(f"Produits respirés{NBSP}: {_PLACE}"),
    "assist_opioides/total": Plain(f"Opioïdes{NBSP}: {_PLACE}"),
    "assist_sedatifs/total": Plain(f"Calmants et somnifères{NBSP}: {_PLACE}"),
    "assist_tabac/total": Plain(f"Tabac{NBSP}: {_PLACE}"),
    "ciwa_ar/total": Plain("Signes de manque d’alcool"),
    "cows/total": Plain("Signes de manque d’opioïdes"),
    "ows/total": Plain("Signes de manque d’opioïdes, selon vous"),
    "sows/total": Plain("Signes de manque d’opioïdes, jour par jour"),
    "phq_9/total": Plain("Tristesse et fatigue"),
    "gad_7/total": Plain("Inquiétude"),
    "had/anxiete": Plain("Anxiété"),
    "had/depression": Plain("Baisse de moral"),
    "pcl_5/total": Plain("Souvenirs difficiles"),
    "epices/total": Plain("Difficultés de la vie quotidienne"),
    "who_5/total": Plain("Bien-être", HIGHER),
    "moca/total": Plain("Mémoire et attention", HIGHER),
    "qols/total": Plain("Qualité de vie", HIGHER),
    "whoqol_bref/physique": Plain(f"{_LIFE} le corps", HIGHER),
    "whoqol_bref/psychologique": Plain(f"{_LIFE} le moral", HIGHER),
    "whoqol_bref/social": Plain(f"{_LIFE} les autres", HIGHER),
    "whoqol_bref/environnement": Plain(f"{_LIFE} autour de vous", HIGHER),
    "asi/medical": Plain(f"{_HELP} la santé"),
    "asi/emploi": Plain(f"{_HELP} le travail et l’argent"),
    "asi/alcool": Plain(f"{_HELP} l’alcool"),
    "asi/drogues": Plain(f"{_HELP} les drogues"),
    "asi/legal": Plain(f"{_HELP} la justice"),
    "asi/familial": Plain(f"{_HELP} la famille et les proches"),
    "asi/psychique": Plain(f"{_HELP} le moral"),
}
_QUESTIONS = {"evolution": Plain("Comment vous allez, selon vous", HIGHER)}


def plain(serie: "Serie") -> Plain | None:
    """None for the part of a scale that would say nothing to the person."""
    if not serie.echelle:
        return _QUESTIONS.get(serie.item, Plain(serie.titre, ""))
    known = _SCALES.get(f"{serie.echelle}/{serie.score}")
    if known is not None:
        return known
    of_ours = any(name.startswith(f"{serie.echelle}/") for name in _SCALES)
    return None if of_ours or not serie.principal else Plain(serie.titre, "")


def change(serie: "Serie") -> str:
    """« 24 sur 40 le 3 mars → 9 sur 40 le 2 octobre 2026 »."""
    first, last = serie.points[0], serie.derniere
    same = first.jour.year == last.jour.year
    began = french.day_and_month(first.jour) if same else french.plain_date(first.jour)
    ended = french.plain_date(last.jour)
    return f"{first.libelle} le{NBSP}{began} → {last.libelle} le{NBSP}{ended}"
