"""A coded answer as a column of a table and as its cell."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from microstructure_desktop.forms import checks, wording
from microstructure_desktop.forms.model import NR, ItemType
from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre, Valeur

if TYPE_CHECKING:
    from collections.abc import Mapping

    from microstructure_desktop.domain.indicateurs.reponses import Score
    from microstructure_desktop.forms.model import Item

OUI, NON = "oui", "non"
INCONNU = "choix inconnu"
"""For a code that no version of the question offers: it may be anything."""
_GENRES = {ItemType.INTEGER: Genre.ENTIER, ItemType.DECIMAL: Genre.DECIMAL}
_DECIMALES = 2
_SEPARE = " ; "
_PLUSIEURS = "Plusieurs choix possibles, séparés par un point-virgule."
_SCORE = (
    "Score calculé avec les cotes\u00a0; vide si trop de cotes manquent. Il ne se compare pas "
    "d’une version de l’échelle à l’autre."
)
_CHIFFRE = "Vide aussi quand la personne ne souhaite pas répondre."


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, as its latest version says it; `toutes`: that item in every version read."""

    item: "Item"
    libelle: str
    toutes: "tuple[Item, ...]"

    @property
    def codes(self) -> dict[str, str]:
        if self.item.type is ItemType.BOOLEAN:
            return {OUI: wording.YES, NON: wording.NO, NR: wording.NOT_SAID}
        known = {o.code: o.label for item in reversed(self.toutes) for o in item.options}
        return {NR: wording.NOT_SAID} | known


def colonne(question: Question) -> Colonne:
    item = question.item
    cle, libelle, unit = item.id, question.libelle, f" ({item.unit})" if item.unit else ""
    match item.type:
        case ItemType.INSTRUMENT:
            return Colonne(cle, libelle, Genre.DECIMAL, _SCORE, decimales=_DECIMALES)
        case ItemType.INTEGER | ItemType.DECIMAL:
            places = _DECIMALES if item.type is ItemType.DECIMAL else 0
            return Colonne(cle, libelle + unit, _GENRES[item.type], _CHIFFRE, decimales=places)
        case _ if item.repeats:
            return Colonne(cle, libelle, Genre.TEXTE, f"{item.text} {_PLUSIEURS}".strip())
    return Colonne(cle, libelle, Genre.CODE, item.text, liste=item.code_list, codes=question.codes)


def case(question: Question, value: Any, scores: "Mapping[str, Score]") -> Valeur:
    """None when nothing was answered, or nothing that the column can hold."""
    item = question.item
    match item.type:
        case ItemType.INSTRUMENT:
            known = scores.get(item.instrument.id) if item.instrument is not None else None
            return known.valeur if known is not None and value is not None else None
        case ItemType.INTEGER | ItemType.DECIMAL:
            figure = checks.number(value)
            if item.type is ItemType.DECIMAL or figure is None:
                return figure
            return int(figure) if figure == int(figure) else None
    return _choix(question, value)


def _choix(question: Question, value: Any) -> Valeur:
    codes = question.codes
    if isinstance(value, bool):
        return OUI if value else NON
    if isinstance(value, (list, tuple)):
        return _SEPARE.join(codes.get(str(code), INCONNU) for code in value) or None
    if not isinstance(value, str) or not value:
        return None
    if question.item.repeats:
        return codes.get(value, INCONNU)
    return value if value in codes else INCONNU
