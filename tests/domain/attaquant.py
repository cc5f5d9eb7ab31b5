"""Somebody who knows the rule, and lists every cabinet that a publication may come from."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping

from microstructure_desktop.domain.diffusion import (
    Groupe,
    NonDiffuse,
    Population,
    Publie,
    Regroupement,
)

Regle = Callable[[Mapping[str, int], Regroupement, int], Publie | NonDiffuse]
Lecture = Callable[[Publie | NonDiffuse], Hashable]


def regroupement(*niveaux: str, part_max: int = 90) -> Regroupement:
    """Levels written « ab c »: each letter is a code."""
    return Regroupement(
        "v",
        "V",
        Population.ENTRANTS,
        part_max,
        tuple(tuple(Groupe(g, g, tuple(g)) for g in niveau.split()) for niveau in niveaux),
    )


def vecteurs(total: int, combien: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread so many people over so many codes."""
    if combien == 1:
        yield (total,)
        return
    for premier in range(total + 1):
        for reste in vecteurs(total - premier, combien - 1):
            yield (premier, *reste)


def dehors(resultat: Publie | NonDiffuse) -> Hashable:
    """What leaves: the level and its figures, or that nothing does, without a reason."""
    return resultat if isinstance(resultat, Publie) else None


def failles(
    regle: Regle, sur: Regroupement, k: int, total: int, lecture: Lecture = dehors
) -> Iterator[str]:
    """Where the attacker, who knows the total too, is too sure of the count of a code.

    For each code whose own count is not published: 0 and its whole group must remain possible,
    and the group must have k people; 0 and everybody if nothing is published.
    """
    codes = [g.code for g in sur.niveaux[0]]
    possibles: dict[Hashable, list[set[int]]] = defaultdict(lambda: [set() for _ in codes])
    groupes: dict[Hashable, dict[str, int]] = {}
    for nombres in vecteurs(total, len(codes)):
        comptes = dict(zip(codes, nombres, strict=True))
        resultat = regle(comptes, sur, k)
        vu = lecture(resultat)
        groupes[vu] = _groupes(resultat, sur)
        for valeurs, nombre in zip(possibles[vu], nombres, strict=True):
            valeurs.add(nombre)
    for vu, ensembles in possibles.items():
        for code, valeurs in zip(codes, ensembles, strict=True):
            if (taille := groupes[vu].get(code, total)) < 0:
                continue
            if not {0, taille} <= valeurs or max(valeurs) - min(valeurs) < min(k, total):
                yield f"{total} people, {vu}: {code} is in {sorted(valeurs)}"


def _groupes(resultat: Publie | NonDiffuse, sur: Regroupement) -> dict[str, int]:
    """The size of the published group around each code; -1 when the code's own is published."""
    if isinstance(resultat, NonDiffuse):
        return {}
    nombres = {e.groupe: e.nombre for e in resultat.effectifs}
    return {
        code: nombres[groupe.code] if len(groupe.codes) > 1 else -1
        for groupe in sur.niveaux[resultat.niveau - 1]
        for code in groupe.codes
    }
