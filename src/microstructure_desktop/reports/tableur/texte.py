"""Text that stays a text in any spreadsheet, whatever people typed or pasted."""

import re
import unicodedata
from collections.abc import Iterable

MAX_SIGNES = 32_767
"""What a cell holds, in UTF-16 units: past it, a spreadsheet cuts or refuses the file."""
_COUPE = " […] (texte coupé\u00a0: une cellule ne va pas plus loin)"

_FINS_DE_LIGNE = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SANS_XML = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]")
_MAX_NOM = 31
_HORS_NOM = re.compile(r"[\[\]:*?/\\\t\n]+")
_RESERVES = {"history", "historique"}
"""Names that Excel keeps for itself."""

_VIDES = r"[\s\"\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_SIGNES = r"[=+\-@＝＋－＠']"
# A comma or a tab opens a cell too for who reads the file with another separator.
_DEBUT = re.compile(rf"(?:^|(?<=[;,|\t\n]))(?={_VIDES}{_SIGNES}|[\t\n])")
_APOSTROPHE = "'"


def propre(texte: str) -> str:
    """The text without what a file cannot carry, cut where a cell ends; lines end in LF."""
    lignes = _FINS_DE_LIGNE.sub("\n", texte)
    garde = "".join(c for c in _SANS_XML.sub("", lignes) if ord(c) & 0xFFFE != 0xFFFE)  # noqa: PLR2004
    if _unites(garde) <= MAX_SIGNES:
        return garde
    return _debut(garde, MAX_SIGNES - _unites(_COUPE)) + _COUPE


def garde(texte: str) -> str:
    """For a file without types: an apostrophe before whatever a spreadsheet takes for a formula.

    So before = + - @ at the beginning, after spaces too, and after what may separate cells or
    rows; before a tab or a line end that opens the text; and before an apostrophe, so that one
    that is seen at such a place is ours and can be taken away.
    """
    return _DEBUT.sub(_APOSTROPHE, texte)


def nom_de_feuille(nom: str, pris: Iterable[str]) -> str:
    """A name that a tab takes, unlike those already taken, whatever their case."""
    libre = " ".join(_HORS_NOM.sub(" ", propre(nom)).split()).strip("' ")
    if not libre or libre.casefold() in _RESERVES:
        libre = f"Feuille {libre}".strip()
    libre = _debut(libre, _MAX_NOM).rstrip("' ")
    occupes = {_plie(autre) for autre in pris}
    rang, essai = 1, libre
    while _plie(essai) in occupes:
        rang += 1
        suffixe = f" ({rang})"
        essai = _debut(libre, _MAX_NOM - len(suffixe)).rstrip("' ") + suffixe
    return essai


def _plie(nom: str) -> str:
    return unicodedata.normalize("NFKC", nom).casefold()


def _unites(texte: str) -> int:
    return len(texte) + sum(c > "\uffff" for c in texte)


def _debut(texte: str, unites: int) -> str:
    """As much of the beginning as fits, a sign of two units never halved."""
    coupe = texte[:unites]
    while _unites(coupe) > unites:
        coupe = coupe[: len(coupe) - max(1, (_unites(coupe) - unites) // 2)]
    return coupe
