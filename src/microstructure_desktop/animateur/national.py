"""The national coordination: a region's year for it, and the years of several regions together."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import convention as convention_file
from microstructure_desktop.exchange import rollup
from microstructure_desktop.exchange.errors import SignatureInvalid
from microstructure_desktop.exchange.manifest import Adresse
from microstructure_desktop.exchange.rollup import Cumul
from microstructure_desktop.exchange.seal import fingerprint
from microstructure_desktop.exchange.tables import ACTIVITE, FILE_ACTIVE, FONCTIONNEMENT, FORFAITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from microstructure_desktop.exchange.convention import Convention
    from microstructure_desktop.exchange.seal import Identity
    from microstructure_desktop.exchange.tables import Table

    from .annee import Annee
    from .keys import Cles
    from .sql.lignes import Ligne


class ConventionNotHeard(AppError):
    sentence = "Aucune des empreintes données n’est celle de cette convention."
    way_out = "Lisez l’empreinte au téléphone avec qui l’a faite, puis donnez-la avec --empreinte."


class RegionUnknown(AppError):
    sentence = "Ce fichier n’est signé par aucune des régions dont la convention est donnée."
    way_out = "Donnez la convention de cette région avec --convention, ou téléphonez-lui."


class SameYearTwice(AppError):
    sentence = "Deux de ces fichiers disent la même année de la même région."
    way_out = "Ne donnez que le dernier reçu de chaque région."


@dataclass(frozen=True, slots=True)
class Prepare:
    """A file for the national coordination, under its name."""

    nom: str
    octets: bytes


def confirmee(octets: bytes, empreintes: Iterable[str]) -> Convention:
    """The convention of a file, once somebody read the fingerprint of its key aloud.

    Raises:
        ConventionInvalid, ConventionNotSigned
        ConventionNotHeard: it is not one of those that were heard.
    """
    found = convention_file.read(octets)
    heard = {_letters(each) for each in empreintes}
    if _letters(fingerprint(found.cle)) not in heard:
        raise ConventionNotHeard
    return found


def cumul(annee: Annee) -> Cumul:
    """The rows that structures sent, none more."""
    lignes = annee.lignes
    complete = annee.total.completude
    return Cumul(
        annee.convention.region,
        annee.numero,
        complete.recues,
        complete.attendues,
        {
            "activite": _ordered(ACTIVITE, lignes.activite),
            "forfaits": _ordered(FORFAITS, lignes.forfaits),
            "file_active": _ordered(FILE_ACTIVE, lignes.file_active),
            "fonctionnement": _ordered(FONCTIONNEMENT, lignes.fonctionnement),
        },
    )


def prepare(
    annee: Annee, cles: Cles, octets: bytes, empreintes: Sequence[str], numero: int
) -> Prepare:
    """Seal a region's year under the convention of the national coordination.

    `numero`: 1 for the first sending of a year, one more for each that corrects it.

    Raises:
        ConventionInvalid, ConventionNotSigned, ConventionNotHeard
        BundleRefused: what would leave is not what a reader accepts.
    """
    said = confirmee(octets, empreintes)
    adresse = Adresse(said.destinataires, convention_file.empreinte(octets), said.k)
    made = rollup.build(cumul(annee), adresse, sequence=numero)
    return Prepare(made.nom, rollup.seal(made, cles.signature))


def ouvrir(octets: bytes, identites: Sequence[Identity], regions: Sequence[Convention]) -> Cumul:
    """What a region sent. `regions`: the conventions of those known, confirmed.

    Raises:
        RegionUnknown: none of them signed it.
        BundleRefused: which one says why.
    """
    for region in regions:
        try:
            found = rollup.open_sealed(octets, identites, region.cle)
        except SignatureInvalid:
            continue
        if found.region == region.region:
            return found
    raise RegionUnknown


def ensemble(cumuls: Iterable[Cumul]) -> tuple[Cumul, ...]:
    """Several regions in order, each year of each once.

    Raises:
        SameYearTwice
    """
    found = tuple(sorted(cumuls, key=lambda each: (each.annee, each.region)))
    if len({(each.annee, each.region) for each in found}) < len(found):
        raise SameYearTwice
    return found


def _ordered(table: Table, rows: Iterable[Ligne[Any]]) -> tuple[tuple[str, Any], ...]:
    def place(row: Ligne[Any]) -> tuple[Any, ...]:
        values = astuple(row.valeur)
        return row.structure, *(values[rank] for rank in table.cle)

    return tuple((row.structure, row.valeur) for row in sorted(rows, key=place))


def _letters(empreinte: str) -> str:
    return "".join(empreinte.split()).upper()
