"""The words of the lists kept before: which heading means which field, which word which code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from microstructure_desktop import assets
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

if TYPE_CHECKING:
    from .reference import Reference

MAX_MOTS = 60
_PARENTHESE = re.compile(r"\([^)]*\)")
_SIGNES = re.compile(r"[^\w?]+|_")


class Champ(StrEnum):
    """What a column may hold; the others are left aside."""

    NOM = "nom"
    PRENOM = "prenom"
    NOM_COMPLET = "nom_complet"
    NOM_NAISSANCE = "nom_naissance"
    NAISSANCE = "naissance"
    SEXE = "sexe"
    TELEPHONE = "telephone"
    DEBUT = "debut"
    PROGRAMME = "programme"
    FIN = "fin"
    MOTIF = "motif"
    ORIENTEUR = "orienteur"


DATES = frozenset({Champ.NAISSANCE, Champ.DEBUT, Champ.FIN})
CODES = (Champ.SEXE, Champ.PROGRAMME, Champ.MOTIF, Champ.ORIENTEUR)
_LISTES = {Champ.SEXE: "CL07", Champ.MOTIF: "CL29", Champ.ORIENTEUR: "CL06"}


@dataclass(frozen=True, slots=True)
class Mots:
    """`entetes`: heading to field; `valeurs`: for each field of codes, word to code. By key."""

    entetes: Mapping[str, Champ]
    valeurs: Mapping[Champ, Mapping[str, str]]


def cle(texte: str) -> str:
    """One spelling for a word: no accents, signs or case."""
    return " ".join(_SIGNES.sub(" ", normalise(texte)).split())


def cle_entete(texte: str) -> str:
    """The same, without what is in brackets: « Né le (jj/mm/aaaa) »."""
    return cle(_PARENTHESE.sub(" ", texte)) or cle(texte)


def mots(reference: "Reference") -> Mots:
    """The shipped words, and the codes and labels that the cabinet's lists offer."""
    livres = _livres()
    valeurs = {champ: dict(livres.valeurs[champ]) for champ in CODES}
    for champ, liste in _LISTES.items():
        for option in reference.listes[liste].offered:
            valeurs[champ] |= {cle(option.code): option.code, cle(option.label): option.code}
    for programme in reference.programmes.values():
        code = programme.code
        valeurs[Champ.PROGRAMME] |= {cle(code): code, cle(programme.libelle): code}
    return Mots(livres.entetes, valeurs)


@cache
def _livres() -> Mots:
    """What is shipped.

    Raises:
        FormError: the file is damaged.
    """
    faults: list[Fault] = []
    table = Table(parse(assets.text("reprise.toml")), faults)
    entetes = _lus(table.table("entetes"))
    valeurs = {champ: _lus(table.table(champ)) for champ in CODES}
    table.close()
    if faults:
        raise FormError(faults)
    return Mots({mot: Champ(nom) for mot, nom in entetes.items()}, valeurs)


def _lus(table: Table | None) -> dict[str, str]:
    if table is None:
        return {}
    found = {cle(mot): code for code in table.keys() for mot in table.texts(code, MAX_MOTS)}  # noqa: SIM118
    table.close()
    return found
