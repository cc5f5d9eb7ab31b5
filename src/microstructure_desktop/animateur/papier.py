"""Scans of printed pages: the bundles whose codes are on them, in whatever order they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import bundle, paper
from microstructure_desktop.reports import scan

from .errors import NotABundle, NotFound
from .inbox import Trouve

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SCANS = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
_LARGEST = 200_000_000


@dataclass(frozen=True, slots=True)
class Manque:
    """What could not be made of some pages: the name of a file, or of a sending; and why."""

    nom: str
    erreur: AppError


def is_scan(chemin: Path) -> bool:
    return chemin.suffix.lower() in SCANS


def read(chemins: Iterable[Path]) -> tuple[tuple[Trouve, ...], tuple[Manque, ...]]:
    """The bundles on these pages, taken together: a sending may be scanned in several files."""
    codes: list[bytes] = []
    missing: list[Manque] = []
    for chemin in chemins:
        try:
            found = scan.codes(_octets(chemin))
            if not paper.lots(found):
                raise paper.PaperWithoutCode
            codes += found
        except AppError as error:
            missing.append(Manque(chemin.name, error))
    bundles: list[Trouve] = []
    for lot in paper.lots(codes):
        try:
            read = paper.join(lot)
            if read.genre is not paper.Genre.PAQUET:
                raise NotABundle
            name = f"papier_{read.id8}{bundle.SUFFIX}"
            bundles.append(Trouve(name, TypeCanal.PAPIER, read.octets))
        except AppError as error:
            missing.append(Manque("", error))
    return tuple(bundles), tuple(missing)


def _octets(chemin: Path) -> bytes:
    try:
        with chemin.open("rb") as stream:
            return stream.read(_LARGEST)
    except OSError:
        raise NotFound from None
