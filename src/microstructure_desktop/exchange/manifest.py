"""The manifest: what a bundle is, and the fingerprint of each of its files (RFC 8785 JSON)."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import rfc8785

from microstructure_desktop import __version__
from microstructure_desktop.domain.periods import Mois

from .contents import K_ACTIVITE, K_PLANCHER
from .errors import ManifestInvalid, VersionUnknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .contents import Contenu

NOM = "manifest.json"
FORMAT = "msma-export"
VERSION = "1.0.0"
_NOMENCLATURE = "2025.1"
_STRUCTURE = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")
_REGION = re.compile(r"[A-Z0-9]{2,8}")
_EMPREINTE = re.compile(r"[0-9a-f]{64}")
_DESTINATAIRE = re.compile(r"age1[0-9a-z]{58}")
_FORME_VERSION = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}")
_LOGICIEL = re.compile(r"[0-9A-Za-z.+]{1,32}")
_STRUCTURE_MAX = 32
_ENTIER_MAX = 999_999_999


@dataclass(frozen=True, slots=True)
class Adresse:
    """To whom a bundle is sealed, and under which convention: signed with the rest.

    `destinataires`: age keys. `convention`: the fingerprint of its file. `k`: fewest people
    behind a trait.
    """

    destinataires: tuple[str, ...]
    convention: str
    k: int


@dataclass(frozen=True, slots=True)
class Entete:
    """What the reader takes from a manifest, once it is proved well formed."""

    structure: str
    region: str
    mois: Mois
    sequence: int
    remplace: str | None
    adresse: Adresse
    k_activite: int
    fichiers: Mapping[str, Mapping[str, Any]]


def structure_valide(structure: str, region: str) -> bool:
    """Whether both codes can be sent: a code can hold no sentence."""
    return (
        len(structure) <= _STRUCTURE_MAX
        and _STRUCTURE.fullmatch(structure) is not None
        and region_valide(region)
    )


def region_valide(region: str) -> bool:
    return _REGION.fullmatch(region) is not None


def empreinte(octets: bytes) -> str:
    return hashlib.sha256(octets).hexdigest()


def write(
    contenu: Contenu,
    fichiers: Mapping[str, bytes],
    adresse: Adresse,
    *,
    sequence: int,
    remplace: str | None,
) -> bytes:
    """The canonical bytes; no clock and no machine in them, so that they can be made again."""
    return rfc8785.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "structure": contenu.structure,
            "region": contenu.region,
            "periode": str(contenu.mois),
            "sequence": sequence,
            "remplace": remplace,
            "nomenclature": _NOMENCLATURE,
            "logiciel": __version__,
            "protection": {
                "k": adresse.k,
                "k_activite": contenu.k_activite,
                "echelles": _NOMENCLATURE,
                "convention": adresse.convention,
            },
            "destinataires": list(adresse.destinataires),
            "tiers": None,
            "fichiers": {nom: decrire(nom, octets) for nom, octets in fichiers.items()},
        }
    )


def decrire(nom: str, octets: bytes) -> dict[str, str | int]:
    """Fingerprint and size; for a table, its rows without the heading."""
    lignes = {"lignes": octets.count(b"\n") - 1} if nom.endswith(".csv") else {}
    return {"sha256": empreinte(octets), "octets": len(octets), **lignes}


def read(octets: bytes) -> Entete:
    """Check every field.

    Raises:
        VersionUnknown: a later format.
        ManifestInvalid: anything else than what `write` makes.
    """
    try:
        doc = json.loads(octets)
        if rfc8785.dumps(doc) != octets:
            raise ManifestInvalid
        _check_version(doc)
        return _entete(doc)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ManifestInvalid from None


def _check_version(doc: Any) -> None:
    if doc["format"] != FORMAT:
        raise ManifestInvalid
    if doc["version"].partition(".")[0] != VERSION.partition(".")[0]:
        raise VersionUnknown


def _adresse(doc: dict[str, Any]) -> Adresse:
    protection = doc["protection"]
    adresse = Adresse(
        tuple(_texte(r, _DESTINATAIRE) for r in doc["destinataires"]),
        _texte(protection["convention"], _EMPREINTE),
        _entier(protection["k"], K_PLANCHER),
    )
    if not adresse.destinataires:
        raise ManifestInvalid
    return adresse


def _entete(doc: dict[str, Any]) -> Entete:
    adresse = _adresse(doc)
    attendu = {
        "format": FORMAT,
        "version": _texte(doc["version"], _FORME_VERSION),
        "structure": doc["structure"],
        "region": doc["region"],
        "periode": str(Mois.lire(doc["periode"])),
        "sequence": _entier(doc["sequence"], 1),
        "remplace": None if doc["remplace"] is None else _texte(doc["remplace"], _EMPREINTE),
        "nomenclature": _NOMENCLATURE,
        "logiciel": _texte(doc["logiciel"], _LOGICIEL),
        "protection": {
            "k": adresse.k,
            "k_activite": _entier(doc["protection"]["k_activite"], K_ACTIVITE),
            "echelles": _NOMENCLATURE,
            "convention": adresse.convention,
        },
        "destinataires": list(adresse.destinataires),
        "tiers": None,
        "fichiers": doc["fichiers"],
    }
    if doc != attendu or not structure_valide(doc["structure"], doc["region"]):
        raise ManifestInvalid
    return Entete(
        doc["structure"],
        doc["region"],
        Mois.lire(doc["periode"]),
        doc["sequence"],
        doc["remplace"],
        adresse,
        doc["protection"]["k_activite"],
        dict(doc["fichiers"]),
    )


def _entier(valeur: object, au_moins: int) -> int:
    if type(valeur) is not int or not au_moins <= valeur <= _ENTIER_MAX:
        raise ValueError
    return valeur


def _texte(valeur: str, forme: re.Pattern[str]) -> str:
    if not forme.fullmatch(valeur):
        raise ValueError
    return valeur
