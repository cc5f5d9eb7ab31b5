"""A region's year for the national coordination: the rows of its structures, signed and sealed."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import astuple, dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import rfc8785

from microstructure_desktop import __version__

from . import archive
from .bundle import Bundle
from .errors import (
    AddressedElsewhere,
    FilesUnexpected,
    HashMismatch,
    ManifestInvalid,
    SignatureInvalid,
    TableInvalid,
    VersionUnknown,
)
from .manifest import Adresse, decrire, empreinte, region_valide, structure_valide
from .seal import decrypt, encrypt, verify
from .tables import BOM, TABLES, cells, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .seal import Identity, SigningKey
    from .tables import Table

FORMAT = "msma-rollup"
VERSION = "1.0.0"
SUFFIX = ".msma"
_MANIFEST, _SIGNATURE = "manifest.json", "manifest.sig"
_SIGNED = b"msma-rollup-manifest-v1\n"
_HEX64 = re.compile(r"[0-9a-f]{64}")
_YEAR = re.compile(r"20[0-9]{2}")
_NAMES = {_MANIFEST, *(t.fichier for t in TABLES)}


@dataclass(frozen=True, slots=True)
class Cumul:
    """What a region hands over of a year, never more than its structures sent.

    `lignes`: by table, a structure and one row of it. `recues` and `attendues`: structures whose
    year is whole, and those that should have one.
    """

    region: str
    annee: int
    recues: int
    attendues: int
    lignes: Mapping[str, tuple[tuple[str, Any], ...]]


def build(cumul: Cumul, adresse: Adresse, *, sequence: int) -> Bundle:
    """The files; the same year makes the same bytes.

    Raises:
        BundleRefused: what would leave is not exactly what a reader accepts.
    """
    files = {t.fichier: _encode(t, cumul.lignes[t.nom]) for t in TABLES}
    octets = rfc8785.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "region": cumul.region,
            "periode": str(cumul.annee),
            "sequence": sequence,
            "logiciel": __version__,
            "recues": cumul.recues,
            "attendues": cumul.attendues,
            "convention": adresse.convention,
            "destinataires": list(adresse.destinataires),
            "fichiers": {nom: decrire(nom, o) for nom, o in files.items()},
        }
    )
    files[_MANIFEST] = octets
    if _read(files)[0] != cumul:
        raise TableInvalid
    ident = empreinte(octets)
    nom = f"MSMA_{cumul.region}_{cumul.annee}_{sequence:04}_{ident[:8]}{SUFFIX}"
    return Bundle(ident, nom, tuple(sorted(files.items())))


def seal(bundle: Bundle, key: SigningKey) -> bytes:
    """The bytes that travel, for those whom the manifest names."""
    files = dict(bundle.files)
    recipients = json.loads(files[_MANIFEST])["destinataires"]
    files[_SIGNATURE] = key.sign(_SIGNED + files[_MANIFEST])
    return encrypt(archive.pack(files), recipients)


def open_sealed(octets: bytes, identities: Sequence[Identity], key: str) -> Cumul:
    """What a region sent. `key`: the one by which its animator signs.

    Raises:
        BundleRefused: which one says why.
    """
    files = archive.unpack(decrypt(octets, identities))
    signature = files.pop(_SIGNATURE, None)
    if signature is None or set(files) != _NAMES:
        raise FilesUnexpected
    if not verify(key, _SIGNED + files[_MANIFEST], signature):
        raise SignatureInvalid
    cumul, recipients = _read(files)
    if not {each.recipient for each in identities} & set(recipients):
        raise AddressedElsewhere
    return cumul


def _read(files: Mapping[str, bytes]) -> tuple[Cumul, tuple[str, ...]]:
    try:
        doc = json.loads(files[_MANIFEST])
        if rfc8785.dumps(doc) != files[_MANIFEST] or set(doc) != _FIELDS:
            raise ManifestInvalid
        if doc["format"] != FORMAT or not _sound(doc):
            raise ManifestInvalid
        if doc["version"] != VERSION:
            raise VersionUnknown
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ManifestInvalid from None
    tables = {nom: octets for nom, octets in files.items() if nom != _MANIFEST}
    if doc["fichiers"] != {nom: decrire(nom, o) for nom, o in tables.items()}:
        raise HashMismatch
    lignes = {t.nom: _decode(t, files[t.fichier], doc["region"], doc["periode"]) for t in TABLES}
    cumul = Cumul(doc["region"], int(doc["periode"]), doc["recues"], doc["attendues"], lignes)
    return cumul, tuple(doc["destinataires"])


_FIELDS = {
    "format", "version", "region", "periode", "sequence", "logiciel", "recues", "attendues",
    "convention", "destinataires", "fichiers",
}  # fmt: skip


def _sound(doc: Mapping[str, Any]) -> bool:
    counts = (doc["sequence"], doc["recues"], doc["attendues"])
    return (
        region_valide(doc["region"])
        and _YEAR.fullmatch(doc["periode"]) is not None
        and all(type(n) is int and n >= 0 for n in counts)
        and doc["recues"] <= doc["attendues"]
        and _HEX64.fullmatch(doc["convention"]) is not None
        and all(type(r) is str for r in doc["destinataires"])
    )


def _encode(table: Table, rows: Iterable[tuple[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    sheet = csv.writer(text, delimiter=";", lineterminator="\r\n")
    sheet.writerow(["structure", *table.colonnes])
    sheet.writerows([structure, *cells(row)] for structure, row in rows)
    return BOM + text.getvalue().encode()


def _decode(table: Table, octets: bytes, region: str, annee: str) -> tuple[tuple[str, Any], ...]:
    """The rows of a file, refused unless encoding them again gives the very same bytes."""
    try:
        text = octets.removeprefix(BOM).decode("ascii")
        grid = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
        rows = tuple((first, row_of(table, others)) for first, *others in grid[1:])
    except (ValueError, csv.Error):
        raise TableInvalid from None
    keys = [(structure, *(astuple(row)[i] for i in table.cle)) for structure, row in rows]
    known = all(structure_valide(s, region) for s, _ in rows)
    of_year = all(row.mois.rpartition("/")[2].startswith(f"{annee}-") for _, row in rows)
    ordered = all(a < b for a, b in pairwise(keys))
    if not (known and of_year and ordered) or _encode(table, rows) != octets:
        raise TableInvalid
    return rows
