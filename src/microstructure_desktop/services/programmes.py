"""Read a programme's dated figures from its TOML file."""

from datetime import date
from itertools import pairwise

from microstructure_desktop.domain.consultation import TYPES_PAR_ROLE, TypeActe
from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.domain.programme import (
    Prestation,
    Programme,
    Rythme,
    TempsAttendu,
    Version,
)
from microstructure_desktop.forms import wording
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

MAX_VERSIONS = 50
MAX_EUROS = 100_000
CENTS = 100
MAX_MINUTES = 10_000


def load(text: str) -> Programme:
    """Read one programme; amounts are written in euros.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    programme = Programme(
        code=table.code("code", needed=True),
        libelle=table.text("libelle", 120, needed=True),
        duree_mois=table.integer("duree_mois", 1, 120, needed=True) or 1,
        entourage_imputable=table.boolean("entourage_imputable"),
        age_minimal=table.integer("age_minimal", 0, 120),
        versions=tuple(_version(row) for row in table.tables("version", MAX_VERSIONS, needed=True)),
    )
    _check_order(table, programme.versions)
    table.close()
    if faults:
        raise FormError(faults)
    return programme


def _version(row: Table) -> Version:
    version = Version(
        depuis=row.day("depuis", needed=True) or date.min,
        jusqua=row.day("jusqua"),
        montant_centimes=_cents(row),
        prestations=tuple(_prestation(r) for r in row.tables("prestation", len(SOIGNANTS))),
        source=row.text("source", 400, needed=True),
        temps=tuple(_temps(r) for r in row.tables("temps", len(SOIGNANTS))),
    )
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


def _check_order(table: Table, versions: tuple[Version, ...]) -> None:
    for earlier, later in pairwise(versions):
        if earlier.jusqua is None or earlier.jusqua >= later.depuis:
            table.fault(wording.VERSIONS_OVERLAP, f"{later.depuis:%d/%m/%Y}")
