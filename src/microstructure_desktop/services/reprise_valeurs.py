"""Read one cell as people write it: a day, a name, a telephone; and say what was understood."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from microstructure_desktop.domain.text import normalise
from microstructure_desktop.french import NBSP, numeric_date

T = TypeVar("T")

MAX_TEXTE = 100
_EXEMPLE = "écrivez par exemple 14/05/1992"
_SEPAREE = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_COLLEE = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_EN_LETTRES = re.compile(r"(\d{1,2})(?:er)?\s+([a-z]{3,9})\.?\s+(\d{4}|\d{2})")
_HEURE = re.compile(r"[t ]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})?$")
_MOIS = ("janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec")
_SERIE = re.compile(r"\d{4,5}")
_ZERO_EXCEL = date(1899, 12, 30)
_PREMIERE_SERIE = 3654  # 1910: a smaller number is no day that anybody was born or came
_FRANCE = re.compile(r"(?:00|\+)33\(?0?\)?")
_SIECLE = 100
_CACHES = {"Cc": " ", "Zl": " ", "Zp": " ", "Cf": "", "Cs": "", "Co": ""}


@dataclass(frozen=True, slots=True)
class Lu(Generic[T]):
    """A value, what must be known of how it was read, and why there is none."""

    valeur: T | None = None
    remarque: str = ""
    faute: str = ""


def propre(texte: str) -> str:
    """Without control characters nor spaces to spare; never evaluated, whatever it begins with."""
    vus = (_CACHES.get(unicodedata.category(c), c) for c in texte)
    return " ".join(unicodedata.normalize("NFC", "".join(vus)).split())


def nom(texte: str) -> Lu[str]:
    lu = propre(texte)
    if len(lu) > MAX_TEXTE:
        return Lu(faute=f"Plus de {MAX_TEXTE} lettres{NBSP}: vérifiez la colonne.")
    return Lu(lu)


def prenom(texte: str) -> Lu[str]:
    """« SOPHIE-ANNE » reads Sophie-Anne."""
    lu = nom(texte)
    if lu.valeur and lu.valeur.isupper():
        return Lu(lu.valeur.title())
    return lu


def nom_complet(texte: str) -> tuple[str, str]:
    """Surname and first name: by the comma, else by the capitals, else the first word."""
    lu = propre(texte)
    if "," in lu:
        avant, _, apres = lu.partition(",")
        return avant.strip(), apres.strip()
    mots = lu.split()
    rang = next((at for at, mot in enumerate(mots) if not mot.isupper()), len(mots))
    if not 0 < rang < len(mots):
        rang = 1
    return " ".join(mots[:rang]), " ".join(mots[rang:])


def telephone(texte: str) -> Lu[str]:
    """Bare: ten figures in France. A spreadsheet drops the first zero; it is put back."""
    lu = re.sub(r"[\s.\-/]", "", propre(texte))
    chiffres = _FRANCE.sub("0", lu, count=1) if _FRANCE.match(lu) else lu
    if re.fullmatch(r"[1-9]\d{8}", chiffres):
        return Lu(f"0{chiffres}")
    if not lu or re.fullmatch(r"\+?\d{4,15}", chiffres):
        return Lu(chiffres)
    return Lu(propre(texte)[:MAX_TEXTE], "Écrit tel quel, à vérifier.")


def jour(texte: str, aujourdhui: date) -> Lu[date]:
    """A day in any of the usual writings; two figures of a year are never in the future."""
    lu = normalise(propre(texte)).replace("\u202f", " ")
    if not lu:
        return Lu()
    lu = _HEURE.sub("", lu).strip()
    if _SERIE.fullmatch(lu):
        return _serie(int(lu), texte)
    parts = _parts(lu)
    if parts is None:
        return Lu(faute=f"«{NBSP}{_court(texte)}{NBSP}» n’est pas une date{NBSP}: {_EXEMPLE}.")
    annee, mois, du_mois = parts
    return _jour(annee, mois, du_mois, aujourdhui)


def _parts(lu: str) -> tuple[str, int, int] | None:
    """Year as written, month, day."""
    if found := _ISO.fullmatch(lu):
        return found[1], int(found[2]), int(found[3])
    if found := _SEPAREE.fullmatch(lu) or _COLLEE.fullmatch(lu):
        return found[3], int(found[2]), int(found[1])
    if found := _EN_LETTRES.fullmatch(lu):
        mois = [at for at, nom_ in enumerate(_MOIS, start=1) if found[2].startswith(nom_)]
        return (found[3], mois[0], int(found[1])) if mois else None
    return None


def _jour(annee: str, mois: int, du_mois: int, aujourdhui: date) -> Lu[date]:
    entiere = int(annee)
    if len(annee) == 2:  # noqa: PLR2004
        siecle = aujourdhui.year - aujourdhui.year % _SIECLE
        entiere += siecle
        if (entiere, mois, du_mois) > (aujourdhui.year, aujourdhui.month, aujourdhui.day):
            entiere -= _SIECLE
    try:
        lue = date(entiere, mois, du_mois)
    except ValueError:
        faute = f"Le {du_mois:02}/{mois:02}/{annee} n’existe pas{NBSP}: {_EXEMPLE}."
        return Lu(faute=faute)
    if len(annee) == 2:  # noqa: PLR2004
        return Lu(lue, f"Année comprise{NBSP}: {lue.year}.")
    return Lu(lue)


def _serie(nombre: int, texte: str) -> Lu[date]:
    """A day that a spreadsheet wrote as the number of days since 1900."""
    if nombre < _PREMIERE_SERIE:
        return Lu(faute=f"«{NBSP}{_court(texte)}{NBSP}» n’est pas une date{NBSP}: {_EXEMPLE}.")
    lue = _ZERO_EXCEL + timedelta(days=nombre)
    return Lu(lue, f"Nombre de tableur, compris comme le {numeric_date(lue)}.")


def _court(texte: str) -> str:
    lu = propre(texte)
    return lu if len(lu) <= 20 else f"{lu[:20]}…"  # noqa: PLR2004
