"""Read a programme's dated figures from its TOML file."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from microstructure_desktop import assets
from microstructure_desktop.domain.consultation import TYPES_PAR_ROLE, TypeActe
from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.domain.programme import (
    Capacite,
    Critere,
    Montant,
    Prestation,
    Programme,
    Rythme,
    TempsAttendu,
    Version,
)
from microstructure_desktop.forms import wording
from microstructure_desktop.forms.toml_table import CODE, Fault, FormError, Table, parse

from .regions import REGIONS

MAX_VERSIONS = 50
MAX_CRITERES = 30
MAX_CODES = 20
MAX_EUROS = 100_000
CENTS = 100
MAX_MINUTES = 10_000
MAX_PEOPLE = 10_000
_NONE_KNOWN: Mapping[str, Programme] = MappingProxyType({})


@cache
def livres() -> Mapping[str, Programme]:
    """The shipped programmes, by code; those reserved too.

    Raises:
        FormError: a shipped file is damaged.
    """
    found = [load(assets.text(*parts)) for parts in assets.names("programmes")]
    return MappingProxyType({programme.code: programme for programme in found})


def au_depart(region: str) -> list[tuple[str, str]]:
    """Code and label of the shipped programmes that a cabinet of this region may choose."""
    return [(p.code, p.libelle) for p in livres().values() if not p.reserve and p.court(region)]


def load(text: str, known: Mapping[str, Programme] = _NONE_KNOWN) -> Programme:
    """Read one programme; amounts are written in euros.

    A file whose code is among the `known` ones keeps all that it does not say, and its versions
    are not joined to theirs.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    code = table.code("code", needed=True)
    before = known.get(code)
    reserve = table.text("reserve", 400)
    versions = tuple(
        _version(r) for r in table.tables("version", MAX_VERSIONS, needed=not (reserve or before))
    )
    read = Programme(
        code=code,
        libelle=table.text("libelle", 120, needed=before is None),
        duree_mois=table.integer("duree_mois", 1, 120, needed=before is None) or 0,
        entourage_imputable=_kept(table, before),
        age_minimal=table.integer("age_minimal", 0, 120),
        versions=versions,
        age_habituel=table.integer("age_habituel", 0, 120),
        exclusif_avec=_codes(table, "exclusif_avec"),
        criteres=tuple(_critere(r) for r in table.tables("critere", MAX_CRITERES)),
        capacite=_capacite(table),
        reserve=reserve,
    )
    _check(table, read, before)
    table.close()
    if faults:
        raise FormError(faults)
    return read if before is None else _completed(read, before)


def _kept(table: Table, before: Programme | None) -> bool:
    return table.boolean(
        "entourage_imputable", default=before is not None and before.entourage_imputable
    )


def _completed(read: Programme, before: Programme) -> Programme:
    """What a file does not say of a programme already known stays as it is."""
    return replace(
        read,
        libelle=read.libelle or before.libelle,
        duree_mois=before.duree_mois,
        age_minimal=before.age_minimal if read.age_minimal is None else read.age_minimal,
        age_habituel=before.age_habituel if read.age_habituel is None else read.age_habituel,
        exclusif_avec=read.exclusif_avec or before.exclusif_avec,
        criteres=read.criteres or before.criteres,
        capacite=read.capacite or before.capacite,
        reserve="" if read.versions else read.reserve or before.reserve,
    )


def _check(table: Table, read: Programme, before: Programme | None) -> None:
    if read.reserve and read.versions:
        table.fault(wording.RESERVED_VERSION, "reserve")
    if before is not None and read.duree_mois not in (0, before.duree_mois):
        table.fault(wording.CYCLE_CHANGED, "duree_mois", before.duree_mois)
    for earlier, later in pairwise(read.versions):
        if earlier.jusqua is None or earlier.jusqua >= later.depuis:
            table.fault(wording.VERSIONS_OVERLAP, f"{later.depuis:%d/%m/%Y}")


def _version(row: Table) -> Version:
    version = Version(
        depuis=row.day("depuis", needed=True) or date.min,
        jusqua=row.day("jusqua"),
        montant_centimes=_cents(row),
        prestations=_prestations(row),
        source=row.text("source", 400, needed=True),
        temps=tuple(_temps(r) for r in row.tables("temps", len(SOIGNANTS))),
        regions=_regions(row),
        autres=tuple(_autre(r) for r in row.tables("autre", MAX_CODES)),
    )
    if version.jusqua is not None and version.jusqua < version.depuis:
        row.fault(wording.MIN_OVER_MAX, "depuis", "jusqua")
    row.close()
    return version


def _temps(row: Table) -> TempsAttendu:
    temps = TempsAttendu(
        role=Role(row.one_of("role", SOIGNANTS, needed=True) or Role.MEDECIN),
        minutes=row.integer("minutes", 1, MAX_MINUTES, needed=True) or 1,
        par=Rythme(row.one_of("par", list(Rythme), needed=True) or Rythme.MOIS),
        source=row.text("source", 400, needed=True),
    )
    row.close()
    return temps


def _autre(row: Table) -> Montant:
    found = Montant(_cents(row), row.text("source", 400, needed=True))
    row.close()
    return found


def _critere(row: Table) -> Critere:
    found = Critere(
        phrase=row.text("phrase", 200, needed=True),
        code=row.code("code", needed=True),
        source=row.text("source", 400, needed=True),
        exclut=row.boolean("exclut"),
    )
    row.close()
    return found


def _capacite(table: Table) -> Capacite | None:
    row = table.table("capacite")
    if row is None:
        return None
    found = Capacite(
        minimum=row.integer("minimum", 0, MAX_PEOPLE, needed=True) or 0,
        maximum=row.integer("maximum", 1, MAX_PEOPLE, needed=True) or MAX_PEOPLE,
        source=row.text("source", 400, needed=True),
    )
    if found.minimum > found.maximum:
        row.fault(wording.MIN_OVER_MAX, "minimum", "maximum")
    row.close()
    return found


def _codes(table: Table, key: str) -> tuple[str, ...]:
    found = table.texts(key, MAX_CODES)
    if not all(CODE.fullmatch(code) for code in found):
        table.fault(wording.BAD_CODE, key)
    return found


def _regions(row: Table) -> tuple[str, ...]:
    found = row.texts("regions", MAX_CODES)
    for code in found:
        if code not in REGIONS:
            row.fault(wording.UNKNOWN_REGION, code)
    return found


def _cents(row: Table) -> int:
    euros = row.decimal("montant_euros")
    if euros is None:
        row.fault(wording.MISSING_KEY, "montant_euros")
        return 0
    cents = euros * CENTS
    if cents != cents.to_integral_value() or not 0 <= euros <= MAX_EUROS:
        row.fault(wording.OUT_OF_BOUNDS, "montant_euros", 0, MAX_EUROS)
        return 0
    return int(cents)


def _prestations(row: Table) -> tuple[Prestation, ...]:
    found = tuple(_prestation(r) for r in row.tables("prestation", len(SOIGNANTS)))
    roles = [p.role for p in found]
    for role in dict.fromkeys(r for r in roles if roles.count(r) > 1):
        row.fault(wording.PRESTATION_TWICE, role.value)
    return found


def _prestation(row: Table) -> Prestation:
    role = Role(row.one_of("role", SOIGNANTS, needed=True) or Role.MEDECIN)
    names = row.texts("types", len(TypeActe))
    known = [t.value for t in TYPES_PAR_ROLE[role]]
    for name in names:
        if name not in known:
            row.fault(wording.PRESTATION_TYPE, "".join(c for c in name[:60] if c.isprintable()))
    if not names:
        row.fault(wording.NONE_GIVEN, "types")
    number = row.integer("nombre", 1, 1000, needed=True) or 1
    row.close()
    return Prestation(role, tuple(TypeActe(n) for n in names if n in known), number)
