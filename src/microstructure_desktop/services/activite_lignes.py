"""The figures of an indicator in rows: one after the other, or professions across."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import SOIGNANTS
from microstructure_desktop.domain.indicateurs.valeur import TOTAL
from microstructure_desktop.french import NBSP

from . import activite_mots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from microstructure_desktop.domain.indicateurs.valeur import Resultat, Valeur

    from .catalogue_indicateurs import Definition
    from .indicateurs import Bilan
    from .reference import Reference

MANY = 8
"""More rows than this, and those at zero are left out where they are read."""
_DE = f"{NBSP}: "
_ROLES = tuple(role.value for role in SOIGNANTS)


@dataclass(frozen=True, slots=True)
class Ligne:
    """One figure, and the same a year before."""

    cle: str
    libelle: str
    valeur: "Valeur"
    avant: "Valeur | None"

    @property
    def nulle(self) -> bool:
        """Nothing to see there, this year or the one before."""
        return not self.valeur.valeur and not (self.avant and self.avant.valeur)


@dataclass(frozen=True, slots=True)
class Bloc:
    """An indicator in words. `colonnes`: the headings, when each row has several figures."""

    code: str
    titre: str
    definition: str
    lignes: tuple[Ligne, ...]
    colonnes: tuple[str, ...] = ()
    rangs: tuple[tuple[str, tuple["Valeur | None", ...]], ...] = ()

    @property
    def total(self) -> Ligne | None:
        """The row that stands for the whole indicator."""
        return next((x for x in self.lignes if not x.cle), None)

    @property
    def utiles(self) -> tuple[Ligne, ...]:
        """The rows worth reading: a long list leaves out those at zero, never its total."""
        if len(self.lignes) <= MANY:
            return self.lignes
        return tuple(x for x in self.lignes if not x.cle or not x.nulle)


def groupes(lignes: "Sequence[Ligne]") -> list[tuple[str, list[tuple[str, Ligne]]]]:
    """« Sexe : Femme » and « Sexe : Homme » are two rows under « Sexe »; others under nothing.

    Each row comes with what it is called there; a group stands where its first row is.
    """
    heads = Counter(x.libelle.partition(_DE)[0] for x in lignes if _DE in x.libelle)
    found: dict[str, list[tuple[str, Ligne]]] = {}
    for ligne in lignes:
        head, _, tail = ligne.libelle.partition(_DE)
        group, name = (head, tail) if tail and heads[head] > 1 else ("", ligne.libelle)
        found.setdefault(group, []).append((name[:1].upper() + name[1:], ligne))
    return list(found.items())


def bloc(
    reference: "Reference", definition: "Definition", bilan: "Bilan", avant: "Bilan | None"
) -> Bloc:
    """One indicator of a period, beside the period before when it is known."""
    found = bilan.resultats[definition.code]
    before = avant.resultats.get(definition.code) if avant is not None else None
    what = activite_mots.definition(definition, bilan.periode)
    suffixes = _suffixes(found)
    if suffixes:
        return Bloc(
            definition.code,
            definition.titre,
            what,
            (),
            tuple(_heading(definition, each) for each in suffixes),
            _rangs(reference, definition, found, suffixes),
        )
    lignes = tuple(
        Ligne(
            str(v.cle),
            _titled(reference, definition, v.cle, alone=len(found.valeurs) == 1),
            v,
            before.valeur(v.cle) if before is not None else None,
        )
        for v in found.valeurs
    )
    return Bloc(definition.code, definition.titre, what, lignes)


def _suffixes(found: "Resultat") -> tuple[str, ...]:
    """What is said of each profession beside its number, when it is said of them all."""
    keys = [str(v.cle) for v in found.valeurs]
    if not all(role in keys for role in _ROLES):
        return ()
    first = f"{_ROLES[0]}_"
    ends = tuple(key.removeprefix(first) for key in keys if key.startswith(first))
    whole = {TOTAL, *ends, *_ROLES, *(f"{role}_{end}" for role in _ROLES for end in ends)}
    return (TOTAL, *ends) if ends and set(keys) <= whole else ()


def _heading(definition: "Definition", suffix: str) -> str:
    """« Psychologue : à domicile » is « À domicile » over a column."""
    if not suffix:
        return definition.unite[:1].upper() + definition.unite[1:]
    said = definition.lignes.get(f"{_ROLES[0]}_{suffix}", suffix)
    words = said.rpartition(":")[2].strip()
    return words[:1].upper() + words[1:]


def _rangs(
    reference: "Reference",
    definition: "Definition",
    found: "Resultat",
    suffixes: tuple[str, ...],
) -> tuple[tuple[str, tuple["Valeur | None", ...]], ...]:
    def cell(role: str, suffix: str) -> "Valeur | None":
        return found.valeur("_".join(filter(None, (role, suffix))))

    return tuple(
        (
            activite_mots.libelle(reference, definition, role),
            tuple(cell(role, each) for each in suffixes),
        )
        for role in (*_ROLES, TOTAL)
    )


def _titled(reference: "Reference", definition: "Definition", cle: str, *, alone: bool) -> str:
    """A figure that is alone is called as its indicator."""
    if alone and not cle and TOTAL not in definition.lignes:
        return definition.titre
    return activite_mots.libelle(reference, definition, cle)
