"""One row of the file as a person: what was read, what is to be corrected, what was guessed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.periods import age

from . import patients, reprise_valeurs
from .patients import PatientSaisie
from .reprise_mots import Champ, Mots, cle
from .reprise_valeurs import Lu, propre

if TYPE_CHECKING:
    from .reference import Reference
    from .reprise_colonnes import Colonnes
    from .reprise_lignes import Ligne

Dits = Mapping[Champ, str]

T = TypeVar("T")

MAX_VU = 40
_INCONNUS = {
    Champ.SEXE: "« {} » n’est pas compris : noté « Non renseigné ».",
    Champ.PROGRAMME: "« {} » n’est pas un programme connu : corrigez le fichier, ou laissez la "
    "colonne de côté et choisissez le programme pour tous.",
    Champ.MOTIF: "« {} » n’est pas dans la liste : sortie reprise sans motif.",
    Champ.ORIENTEUR: "« {} » n’est pas dans la liste : noté « Non renseigné ».",
}
_SANS_DATE = "Sans date d’inclusion : le dossier sera créé sans inclusion."
_SANS_PROGRAMME = "Sans programme : le dossier sera créé sans inclusion."
_SANS_ENTREE = "Sans date d’inclusion, la sortie ne sera pas reprise."
_SANS_MOTIF = "Sans motif de fin de suivi."


@dataclass(frozen=True, slots=True)
class Lue:
    """`fautes` prevent the record, `remarques` are to be read; both are said at their field.

    Without `programme` or `debut`, no inclusion.
    """

    numero: int
    nom: str = ""
    prenom: str = ""
    nom_naissance: str = ""
    naissance: date | None = None
    sexe: Sexe = Sexe.NR
    telephone: str = ""
    programme: str | None = None
    debut: date | None = None
    fin: date | None = None
    motif: str = ""
    orienteur: str = "NR"
    fautes: Dits = field(default_factory=dict)
    remarques: Dits = field(default_factory=dict)

    @property
    def vide(self) -> bool:
        """A total, a blank line: it says nobody's name nor birth."""
        return not (self.nom or self.prenom or self.naissance or Champ.NAISSANCE in self.fautes)


@dataclass(frozen=True, slots=True)
class Lecteur:
    """How rows are read. `programme`: the one of every row that names none, or None."""

    colonnes: "Colonnes"
    mots: Mots
    reference: "Reference"
    aujourdhui: date
    programme: str | None = None

    def lire(self, ligne: "Ligne") -> Lue:
        lue = self._lue(_Cellules(self, ligne))
        return lue if lue.vide else self._verifiee(lue)

    def _lue(self, cellules: "_Cellules") -> Lue:
        nom, prenom = cellules.noms()
        lue = Lue(
            cellules.ligne.numero,
            nom,
            prenom,
            cellules.lu(Champ.NOM_NAISSANCE, reprise_valeurs.nom) or "",
            cellules.jour(Champ.NAISSANCE),
            Sexe(cellules.code(Champ.SEXE) or Sexe.NR),
            cellules.lu(Champ.TELEPHONE, reprise_valeurs.telephone) or "",
            cellules.code(Champ.PROGRAMME) or self.programme,
            cellules.jour(Champ.DEBUT),
            cellules.jour(Champ.FIN),
            cellules.code(Champ.MOTIF) or "",
            cellules.code(Champ.ORIENTEUR) or "NR",
        )
        return replace(lue, fautes=cellules.fautes, remarques=cellules.remarques)

    def _verifiee(self, lue: Lue) -> Lue:
        """With the faults that a registration typed by hand would have."""
        inclus = lue.programme is not None and lue.debut is not None
        saisie = PatientSaisie(
            lue.nom,
            lue.prenom,
            lue.naissance,
            programme=lue.programme if inclus else None,
            debut=lue.debut,
        )
        trouves = patients.problems(saisie, self.aujourdhui)
        fautes = {Champ(nom): faute for nom, faute in trouves.items()}
        if inclus and not fautes:
            fautes |= self._age(lue) | self._sortie(lue)
        return replace(
            lue,
            fautes={**fautes, **lue.fautes},  # « not a date » says more than « missing »
            remarques={**lue.remarques, **_manques(lue)},
            programme=lue.programme if inclus else None,
            debut=lue.debut if inclus else None,
            fin=lue.fin if inclus else None,
        )

    def _age(self, lue: Lue) -> dict[Champ, str]:
        assert lue.programme is not None
        assert lue.naissance is not None
        assert lue.debut is not None
        known = self.reference.programmes[lue.programme]
        if lue.debut < lue.naissance:
            return {Champ.DEBUT: "La date d’inclusion doit suivre la naissance."}
        if known.trop_jeune(age(lue.naissance, lue.debut)):
            return {Champ.PROGRAMME: f"Réservé aux personnes de {known.age_minimal} ans et plus."}
        return {}

    def _sortie(self, lue: Lue) -> dict[Champ, str]:
        assert lue.debut is not None
        if lue.fin is None:
            return {}
        if lue.fin < lue.debut:
            return {Champ.FIN: "La sortie doit suivre l’inclusion."}
        if lue.fin > self.aujourdhui:
            return {Champ.FIN: "La date de sortie doit être aujourd’hui ou avant."}
        return {}


def _manques(lue: Lue) -> dict[Champ, str]:
    """What is not in the file and will be missing from the record."""
    if lue.debut is None or lue.programme is None:
        dits = {}
        if lue.programme is not None and Champ.DEBUT not in lue.fautes:
            dits[Champ.DEBUT] = _SANS_DATE
        if lue.debut is not None and Champ.PROGRAMME not in lue.fautes:
            dits[Champ.PROGRAMME] = _SANS_PROGRAMME
        if lue.fin is not None:
            dits[Champ.FIN] = _SANS_ENTREE
        return dits
    if lue.fin is not None and not lue.motif and Champ.MOTIF not in lue.remarques:
        return {Champ.MOTIF: _SANS_MOTIF}
    return {}


class _Cellules:
    """The cells of a row by field; what is to be said of them gathers while they are read."""

    def __init__(self, lecteur: Lecteur, ligne: "Ligne") -> None:
        self._lecteur = lecteur
        self.ligne = ligne
        self.fautes: dict[Champ, str] = {}
        self.remarques: dict[Champ, str] = {}

    def texte(self, champ: Champ) -> str:
        colonne = self._lecteur.colonnes.de(champ)
        return "" if colonne is None else self.ligne.cellules[colonne]

    def lu(self, champ: Champ, lecture: Callable[[str], Lu[T]]) -> T | None:
        lu = lecture(self.texte(champ))
        if lu.faute:
            self.fautes[champ] = lu.faute
        elif lu.remarque:
            self.remarques[champ] = lu.remarque
        return lu.valeur

    def jour(self, champ: Champ) -> date | None:
        return self.lu(champ, lambda texte: reprise_valeurs.jour(texte, self._lecteur.aujourdhui))

    def noms(self) -> tuple[str, str]:
        """From their own columns, else from the one that holds both."""
        nom, prenom = reprise_valeurs.nom_complet(self.texte(Champ.NOM_COMPLET))
        return (
            self.lu(Champ.NOM, lambda texte: reprise_valeurs.nom(texte or nom)) or "",
            self.lu(Champ.PRENOM, lambda texte: reprise_valeurs.prenom(texte or prenom)) or "",
        )

    def code(self, champ: Champ) -> str | None:
        ecrit = propre(self.texte(champ))
        code = self._lecteur.mots.valeurs[champ].get(cle(ecrit))
        if code is None and ecrit:
            dits = self.fautes if champ is Champ.PROGRAMME else self.remarques
            dits[champ] = _INCONNUS[champ].format(ecrit[:MAX_VU])
        return code
