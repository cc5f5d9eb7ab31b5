"""Read how people may be counted outside: the levels of each variable, from their TOML file."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from microstructure_desktop.domain.diffusion import (
    COHORTES,
    K_PLANCHER,
    Groupe,
    Population,
    Regroupement,
)
from microstructure_desktop.forms import wording
from microstructure_desktop.forms.code_lists import CodeLists, read_options
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

MAX_VARIABLES = 100
MAX_NIVEAUX = 10
MAX_GROUPES = 200
K_MAX = 1000
NR = "NR"
NON_RENSEIGNE = "Non renseigné"

LISTE_OU_CODES = "donnez soit « liste », soit « codes »"
NR_TOUJOURS_CONNUE = "« toujours_connue » : la liste a déjà le code NR"
GROUPE_INCONNU = "« {} » : aucun groupe de ce nom au niveau précédent"
GROUPE_REPRIS = "« {} » : pris deux fois au même niveau"
GROUPE_OUBLIE = "« {} » : oublié, alors que le niveau précédent l’a"
GROUPE_SEUL = "« {} » : au moins deux groupes à réunir"
DEUX_GROUPES = "niveau {} : au moins deux groupes attendus"


@dataclass(frozen=True, slots=True)
class Regles:
    """One dated version. `k`: the people each group needs, unless a convention says otherwise."""

    version: int
    depuis: date
    source: str
    k: int
    regroupements: Mapping[str, Regroupement]


def load(text: str, listes: CodeLists) -> Regles:
    """Read the file strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    version = table.integer("version", 1, 9999, needed=True) or 0
    depuis = table.day("depuis", needed=True) or date.min
    source = table.text("source", 400, needed=True)
    k = table.integer("k", K_PLANCHER, K_MAX, needed=True) or K_PLANCHER
    part_max = table.integer("part_max", 50, 90, needed=True) or 50
    found: dict[str, Regroupement] = {}
    for row in table.tables("variable", MAX_VARIABLES, needed=True):
        read = _variable(row.named("code", None), listes, part_max)
        if read.variable in found:
            row.fault(wording.DUPLICATE, read.variable)
        found[read.variable] = read
    table.close()
    if faults:
        raise FormError(faults)
    return Regles(version, depuis, source, k, found)


def _variable(row: Table, listes: CodeLists, part_max: int) -> Regroupement:
    code = row.name("code", needed=True)
    libelle = row.text("libelle", 120, needed=True)
    population = row.one_of("population", list(COHORTES), needed=True)
    niveaux = [_fin(row, listes)]
    known = Counter(g.code for g in niveaux[0])
    for rank, level in enumerate(row.tables("niveau", MAX_NIVEAUX), start=2):
        niveaux.append(_niveau(level.at(row.where, None), rank, niveaux[-1], known))
    row.close()
    return Regroupement(
        code,
        libelle,
        Population(population or Population.ENTRANTS),
        part_max,
        tuple(niveaux),
    )


def _fin(row: Table, listes: CodeLists) -> tuple[Groupe, ...]:
    """The finest level: each code on its own; whoever has no answer is counted too."""
    liste = row.code("liste")
    if bool(liste) == ("codes" in row):
        row.fault(LISTE_OU_CODES)
    options = read_options(row, "codes") if "codes" in row else ()
    if liste and liste in listes:
        options = listes[liste].options
    elif liste:
        row.fault(wording.UNKNOWN_LIST, liste)
    groupes = [Groupe(o.code, o.label, (o.code,)) for o in options]
    toujours_connue = row.boolean("toujours_connue")
    if not any(g.code == NR for g in groupes):
        groupes += [] if toujours_connue else [Groupe(NR, NON_RENSEIGNE, (NR,))]
    elif toujours_connue:
        row.fault(NR_TOUJOURS_CONNUE)
    if len(groupes) < 2:  # noqa: PLR2004  -- one group is everybody
        row.fault(DEUX_GROUPES, 1)
    return tuple(groupes)


def _niveau(
    row: Table, rank: int, former: tuple[Groupe, ...], known: Counter[str]
) -> tuple[Groupe, ...]:
    """One level: the groups kept, and those made of groups of the level before.

    `known`: every code used until here, so that none ever means two groups.
    """
    before = {g.code: g for g in former}
    kept = row.texts("garde", MAX_GROUPES)
    taken = Counter(kept)
    groupes = [before[code] for code in kept if code in before]
    for inner in row.tables("groupes", MAX_GROUPES, needed=True):
        made, of = _groupe(inner.at(row.where, None), before)
        taken.update(of)
        if known[made.code]:
            row.fault(wording.DUPLICATE, made.code)
        known[made.code] += 1
        groupes.append(made)
    row.close()
    for sentence, code in _faults(taken, before):
        row.fault(sentence, code)
    if len(groupes) < 2:  # noqa: PLR2004
        row.fault(DEUX_GROUPES, rank)
    places = {code: place for place, code in enumerate(c for g in former for c in g.codes)}
    return tuple(sorted(groupes, key=lambda g: min((places[c] for c in g.codes), default=0)))


def _groupe(row: Table, before: Mapping[str, Groupe]) -> tuple[Groupe, tuple[str, ...]]:
    """A group, and the groups of the level before that it names."""
    code = row.code("code", needed=True)
    libelle = row.text("libelle", 120, needed=True)
    of = row.texts("de", MAX_GROUPES)
    if len(of) < 2:  # noqa: PLR2004
        row.fault(GROUPE_SEUL, code)
    row.close()
    codes = tuple(c for name in of if name in before for c in before[name].codes)
    return Groupe(code, libelle, codes), of


def _faults(taken: Counter[str], before: Mapping[str, Groupe]) -> Iterator[tuple[str, str]]:
    for code, times in taken.items():
        if code not in before:
            yield GROUPE_INCONNU, code
        elif times > 1:
            yield GROUPE_REPRIS, code
    for code in before:
        if code not in taken:
            yield GROUPE_OUBLIE, code
