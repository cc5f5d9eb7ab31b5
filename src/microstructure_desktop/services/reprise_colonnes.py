"""Guess which column holds what, from its heading, else from what is written under it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .reprise_lignes import Ligne, Tableau
from .reprise_mots import CODES, DATES, Champ, Mots, cle, cle_entete
from .reprise_valeurs import jour, telephone

_HAUT = 10  # rows among which the headings are looked for
_ESSAI = 200
_CERTAIN = 0.8
_PLAUSIBLE = 0.5
_LONG = 8  # a shorter word says too little inside a longer heading
_AGE_MINIMAL = 10


@dataclass(frozen=True, slots=True)
class Colonnes:
    """`entete`: how many rows stand above the first person. `champs`: one per column, or None."""

    entete: int
    champs: tuple[Champ | None, ...]

    def de(self, champ: Champ) -> int | None:
        """The column of a field."""
        return self.champs.index(champ) if champ in self.champs else None

    def avec(self, colonne: int, champ: Champ | None) -> "Colonnes":
        """One column is given a field; no other keeps it."""
        champs = [None if c is champ else c for c in self.champs]
        champs[colonne] = champ
        return replace(self, champs=tuple(champs))

    def titre(self, tableau: Tableau, colonne: int) -> str:
        """The heading of a column; its letter when it has none."""
        titre = tableau.lignes[self.entete - 1].cellules[colonne] if self.entete else ""
        return titre.strip() or f"Colonne {lettre(colonne)}"

    def manquants(self) -> tuple[Champ, ...]:
        """The fields without which nobody is known."""
        nommes = {Champ.NOM, Champ.PRENOM} - set(self.champs)
        noms = set() if Champ.NOM_COMPLET in self.champs else nommes
        return tuple(c for c in Champ if c in noms | ({Champ.NAISSANCE} - set(self.champs)))


def lettre(colonne: int) -> str:
    """A, B… Z, AA, as a spreadsheet names them."""
    rang, reste = divmod(colonne, 26)
    return (chr(64 + rang) if rang else "") + chr(65 + reste)


def deviner(tableau: Tableau, mots: Mots, aujourdhui: date) -> Colonnes:
    """The row of headings is the one that holds most known words."""
    haut = tableau.lignes[:_HAUT]
    reconnus = [sum(cle_entete(c) in mots.entetes for c in ligne.cellules) for ligne in haut]
    entete = reconnus.index(max(reconnus)) + 1 if max(reconnus) else 0
    titres = haut[entete - 1].cellules if entete else ("",) * tableau.largeur
    lignes = tableau.lignes[entete : entete + _ESSAI]
    champs = _par_titre(titres, mots)
    _retirer_les_invraisemblables(champs, lignes, mots, aujourdhui)
    _par_contenu(champs, lignes, mots, aujourdhui)
    return Colonnes(entete, tuple(champs.get(at) for at in range(tableau.largeur)))


def _par_titre(titres: Sequence[str], mots: Mots) -> dict[int, Champ]:
    """Each field goes to the heading that says it best, from left to right."""
    trouves = [
        (-merite, at, champ)
        for at, titre in enumerate(titres)
        for merite, champ in [_entete(cle_entete(titre), mots.entetes)]
        if champ is not None
    ]
    champs: dict[int, Champ] = {}
    for _, at, champ in sorted(trouves):
        if champ not in champs.values():
            champs[at] = champ
    return champs


def _entete(titre: str, entetes: Mapping[str, Champ]) -> tuple[int, Champ | None]:
    """How surely, and which: the very word, else the longest one inside the heading."""
    if titre in entetes:
        return len(titre) + _ESSAI, entetes[titre]
    dedans = [mot for mot in entetes if len(mot) >= _LONG and f" {mot} " in f" {titre} "]
    mot = max(dedans, key=len, default="")
    return len(mot), entetes.get(mot)


def _retirer_les_invraisemblables(
    champs: dict[int, Champ], lignes: Sequence[Ligne], mots: Mots, aujourdhui: date
) -> None:
    """« Lieu de naissance » is no day of birth."""
    for at, champ in list(champs.items()):
        essai = _essais(mots, aujourdhui).get(champ)
        if essai is not None and champ in DATES and _part(lignes, at, essai) < _PLAUSIBLE:
            del champs[at]


def _par_contenu(
    champs: dict[int, Champ], lignes: Sequence[Ligne], mots: Mots, aujourdhui: date
) -> None:
    largeur = len(lignes[0].cellules) if lignes else 0
    for champ, essai in _essais(mots, aujourdhui).items():
        libres = [at for at in range(largeur) if at not in champs and _remplie(lignes, at)]
        sures = [at for at in libres if _part(lignes, at, essai) >= _CERTAIN]
        if champ not in champs.values() and sures and champ not in {Champ.DEBUT, Champ.FIN}:
            champs[sures[0]] = champ


def _essais(mots: Mots, aujourdhui: date) -> dict[Champ, Callable[[str], bool]]:
    """For each field that can be known by its contents, whether a cell may belong to it."""
    adulte = aujourdhui.year - _AGE_MINIMAL

    def ne(texte: str) -> bool:
        lu = jour(texte, aujourdhui).valeur
        return lu is not None and lu.year <= adulte

    def date_lue(texte: str) -> bool:
        return jour(texte, aujourdhui).valeur is not None

    def appelable(texte: str) -> bool:
        lu = telephone(texte)
        return len(lu.valeur or "") == 10 and not lu.remarque  # noqa: PLR2004

    def code_de(champ: Champ) -> Callable[[str], bool]:
        return lambda texte: cle(texte) in mots.valeurs[champ] and not cle(texte).isdigit()

    essais = {Champ.NAISSANCE: ne, Champ.TELEPHONE: appelable} | {c: code_de(c) for c in CODES}
    return essais | {Champ.DEBUT: date_lue, Champ.FIN: date_lue}


def _part(lignes: Sequence[Ligne], colonne: int, essai: Callable[[str], bool]) -> float:
    """The share of what is written in a column that passes; 1 when nothing is."""
    ecrites = [c for ligne in lignes if (c := ligne.cellules[colonne].strip())]
    return sum(map(essai, ecrites)) / len(ecrites) if ecrites else 1.0


def _remplie(lignes: Sequence[Ligne], colonne: int) -> bool:
    return any(ligne.cellules[colonne].strip() for ligne in lignes)
