"""The indicators in words: title, definition, lines; and which codes are counted together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.domain.indicateurs.reponses import Lexique, Origine
from microstructure_desktop.forms.code_lists import CodeLists
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse
from microstructure_desktop.french import NBSP

MAX_INDICATEURS = 80
MAX_LIGNES = 60
MAX_GROUPES = 60
MAX_SERIES = 12
EQUIPE = "equipe"
UNKNOWN = "« {} » : inconnu ici"


class Diffusion(StrEnum):
    """Where a figure may go (classes of what leaves the cabinet; the last one never leaves)."""

    EXACT = "exact"
    GROUPE = "groupe"
    INTERNE = "interne"


@dataclass(frozen=True, slots=True)
class Serie:
    """Values whose keys are a prefix, then a code of `liste`; « Logement : sans domicile »."""

    prefixe: str
    libelle: str
    liste: str


@dataclass(frozen=True, slots=True)
class Definition:
    """What one indicator says. `lignes` gives the label of a value's key; a key that is not there
    is of one of the `series`, or a code of `liste`, or labels itself. `exactes`: keys of the values
    that may leave as they are although the rest may not. `fiches`: whose answers it counts, which a
    role may not be allowed to read person by person.
    """

    code: str
    titre: str
    definition: str
    diffusion: Diffusion
    unite: str = ""
    liste: str = ""
    exactes: tuple[str, ...] = ()
    fiches: tuple[str, ...] = ()
    lignes: Mapping[str, str] = field(default_factory=dict)
    series: tuple[Serie, ...] = ()

    @property
    def mensuel(self) -> bool:
        return self.code.startswith("M")

    def exacte(self, cle: str) -> bool:
        """Whether that value may leave as it is."""
        return self.diffusion is Diffusion.EXACT or cle in self.exactes

    def serie(self, cle: str) -> Serie | None:
        """The one that a value belongs to, when its line has no label of its own."""
        if cle in self.lignes:
            return None
        return next((s for s in self.series if cle.startswith(s.prefixe)), None)

    def libelle(self, cle: str, listes: CodeLists) -> str:
        """What a value is called; a code that no list has labels itself."""
        if cle in self.lignes:
            return self.lignes[cle]
        serie = self.serie(cle)
        liste, code = (serie.liste, cle.removeprefix(serie.prefixe)) if serie else (self.liste, cle)
        said = listes[liste].label_of(code) if liste in listes else code
        return f"{serie.libelle}{NBSP}: {said}" if serie else said


@dataclass(frozen=True, slots=True)
class CatalogueIndicateurs:
    """`groupes`: by code list, the group of each code; `sources` say whose proposal they are.
    `origines`: the questions behind each name that is counted; `ordres`: see `Lexique`.
    """

    sources: tuple[str, ...]
    definitions: Mapping[str, Definition]
    groupes: Mapping[str, Mapping[str, str]]
    origines: Mapping[str, Origine] = field(default_factory=dict)
    ordres: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def lexique(self, listes: CodeLists) -> Lexique:
        codes = {name: tuple(o.code for o in found.options) for name, found in listes.items()}
        return Lexique(self.origines, self.ordres, codes)


def merged(read: Iterable[CatalogueIndicateurs]) -> CatalogueIndicateurs:
    """Several files as one, the indicators in the order of their codes."""
    files = tuple(read)
    found = {code: d for each in files for code, d in each.definitions.items()}
    return CatalogueIndicateurs(
        tuple(dict.fromkeys(source for each in files for source in each.sources)),
        {code: found[code] for code in sorted(found)},
        {liste: groups for each in files for liste, groups in each.groupes.items()},
        {nom: found for each in files for nom, found in each.origines.items()},
        {liste: codes for each in files for liste, codes in each.ordres.items()},
    )


def load(text: str) -> CatalogueIndicateurs:
    """Read the file strictly.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    source = table.text("source", 800, needed=True)
    rows = table.tables("indicateur", MAX_INDICATEURS, needed=True)
    definitions = {d.code: d for d in map(_definition, rows)}
    groupes: dict[str, dict[str, str]] = {}
    for row in table.tables("groupe", MAX_GROUPES):
        liste, name = row.text("liste", 20, needed=True), row.text("nom", 60, needed=True)
        for code in row.texts("codes", MAX_GROUPES):
            groupes.setdefault(liste, {})[code] = name
        row.close()
    origines = dict(map(_origine, table.tables("question", MAX_GROUPES)))
    ordres = dict(map(_ordre, table.tables("ordre", MAX_GROUPES)))
    table.close()
    if faults:
        raise FormError(faults)
    return CatalogueIndicateurs((source,), definitions, groupes, origines, ordres)


def _definition(row: Table) -> Definition:
    found = Definition(
        code=row.code("code", needed=True),
        titre=row.text("titre", 120, needed=True),
        definition=row.text("definition", 800, needed=True),
        diffusion=Diffusion(row.one_of("diffusion", list(Diffusion), needed=True) or "interne"),
        unite=row.text("unite", 40),
        liste=row.text("liste", 20),
        exactes=row.texts("exactes", MAX_LIGNES),
        fiches=tuple(row.texts("fiches", 4)),
        lignes=_lignes(row),
        series=tuple(map(_serie, row.tables("serie", MAX_SERIES))),
    )
    row.close()
    return found


def _serie(row: Table) -> Serie:
    found = Serie(
        row.text("prefixe", 60, needed=True),
        row.text("libelle", 120, needed=True),
        row.text("liste", 40, needed=True),
    )
    row.close()
    return found


def _origine(row: Table) -> tuple[str, Origine]:
    nom, items = row.name("nom", needed=True), row.texts("items", MAX_LIGNES)
    metiers: set[Role | None] = set()
    for written in row.texts("metiers", MAX_LIGNES):
        if written == EQUIPE:
            metiers.add(None)
        elif written in SOIGNANTS:
            metiers.add(Role(written))
        else:
            row.fault(UNKNOWN, written)
    row.close()
    return nom, Origine(items, frozenset(metiers))


def _ordre(row: Table) -> tuple[str, tuple[str, ...]]:
    found = row.text("liste", 40, needed=True), row.texts("codes", MAX_GROUPES)
    row.close()
    return found


def _lignes(row: Table) -> Mapping[str, str]:
    found = {}
    for ligne in row.tables("ligne", MAX_LIGNES):
        found[ligne.text("cle", 60)] = ligne.text("libelle", 120, needed=True)
        ligne.close()
    return found
