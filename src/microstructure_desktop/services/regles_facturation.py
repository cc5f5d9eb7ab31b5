"""Read what makes a forfait billable: dated rules, shipped then the cabinet's own."""

from datetime import date
from pathlib import Path

from microstructure_desktop.domain.facturable import (
    Piece,
    PieceDemandee,
    ReglesFacturation,
    SeuilActes,
)
from microstructure_desktop.forms import wording
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

from .local_definitions import FACTURATION, FichierRefuse, read_folder

MAX_VERSIONS = 50
MAX_FORMS = 20
ENTIER, PRORATA = "entier", "prorata"
PIECE_REPETEE = "« {} » : une seule fois par version"
_SEUILS = [seuil.value for seuil in SeuilActes]


def load(text: str) -> tuple[ReglesFacturation, ...]:
    """Every version of a file, oldest first.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    found = [_version(row) for row in table.tables("version", MAX_VERSIONS, needed=True)]
    table.close()
    if faults:
        raise FormError(faults)
    return tuple(sorted(found, key=lambda regles: regles.depuis))


def with_own(
    shipped: tuple[ReglesFacturation, ...], local: Path | None, refuses: list[FichierRefuse]
) -> tuple[ReglesFacturation, ...]:
    """The versions of the cabinet take the place of those of the same day, or stand beside them."""
    folder = None if local is None else local / FACTURATION
    by_day = {regles.depuis: regles for regles in shipped}
    for _, own in read_folder(folder, load, refuses):
        by_day |= {regles.depuis: regles for regles in own}
    return tuple(by_day[day] for day in sorted(by_day))


def _version(row: Table) -> ReglesFacturation:
    depuis = row.day("depuis", needed=True) or date.min
    source = row.text("source", 400, needed=True)
    avant_terme = row.boolean("avant_terme")
    sortie = row.one_of("sortie", [ENTIER, PRORATA], needed=True)
    pieces = tuple(_piece(inner) for inner in row.tables("piece", len(Piece)))
    codes = [p.piece for p in pieces]
    for code in dict.fromkeys(c for c in codes if codes.count(c) > 1):
        row.fault(PIECE_REPETEE, code.value)
    row.close()
    return ReglesFacturation(depuis, source, avant_terme, sortie == PRORATA, pieces)


def _piece(row: Table) -> PieceDemandee:
    piece = Piece(row.one_of("code", list(Piece), needed=True) or Piece.ACTES)
    seuil = SeuilActes(row.one_of("seuil", _SEUILS) or SeuilActes.UN)
    formulaires = row.texts("formulaires", MAX_FORMS)
    if piece is Piece.FICHE_ENTREE and not formulaires:
        row.fault(wording.MISSING_KEY, "formulaires")
    found = PieceDemandee(
        piece,
        row.boolean("bloque"),
        row.text("source", 400, needed=True),
        row.integer("apres_jours", 0, 3650) or 0,
        formulaires,
        seuil,
    )
    row.close()
    return found
