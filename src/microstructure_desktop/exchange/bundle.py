"""Contents to canonical files and back: the same month gives the same bytes everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop import assets

from . import manifest
from .contents import Contenu, Statut
from .errors import BundleRefused, FilesUnexpected, HashMismatch, StructureUnknown, TableInvalid
from .tables import ACTIVITE, FILE_ACTIVE, FONCTIONNEMENT, FORFAITS, TABLES, decode, encode

if TYPE_CHECKING:
    from collections.abc import Mapping

_DESCRIPTIONS = ("LISEZMOI.txt", "datapackage.json")
_NOMS = {manifest.NOM, *_DESCRIPTIONS, *(t.fichier for t in TABLES)}
_TAILLE_MAX = 1_000_000
"""A real month is about 10 kB; more is something else."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """`id` is the SHA-256 of the manifest; `nom` the folder's name; `files` sorted by name."""

    id: str
    nom: str
    files: tuple[tuple[str, bytes], ...]


def build(contenu: Contenu, *, sequence: int, remplace: str | None = None) -> Bundle:
    """The files of one month; `remplace` is the id of the bundle that this one corrects.

    Raises:
        StructureUnknown: the cabinet has no valid code.
        BundleRefused: what would leave is not exactly what a reader accepts.
    """
    if not manifest.structure_valide(contenu.structure, contenu.region):
        raise StructureUnknown
    files = {nom: assets.text("exchange", nom).encode() for nom in _DESCRIPTIONS}
    for table in TABLES:
        files[table.fichier] = encode(table, getattr(contenu, table.nom))
    octets = manifest.write(contenu, files, sequence=sequence, remplace=remplace)
    files[manifest.NOM] = octets
    if read(files) != contenu:
        raise BundleRefused
    ident = manifest.empreinte(octets)
    nom = f"MSMA_{contenu.structure}_{contenu.mois}_{sequence:04}_{ident[:8]}"
    return Bundle(ident, nom, tuple(sorted(files.items())))


def read(files: Mapping[str, bytes]) -> Contenu:
    """The contents of a bundle, every byte of it accounted for.

    Raises:
        BundleRefused: an unknown file, column or value, a fingerprint that differs.
    """
    if set(files) != _NOMS or sum(map(len, files.values())) > _TAILLE_MAX:
        raise FilesUnexpected
    entete = manifest.read(files[manifest.NOM])
    autres = {nom: octets for nom, octets in files.items() if nom != manifest.NOM}
    if entete.fichiers != {nom: manifest.decrire(nom, o) for nom, o in autres.items()}:
        raise HashMismatch
    contenu = Contenu(
        entete.mois,
        entete.structure,
        entete.region,
        decode(ACTIVITE, files[ACTIVITE.fichier]),
        decode(FORFAITS, files[FORFAITS.fichier]),
        decode(FILE_ACTIVE, files[FILE_ACTIVE.fichier]),
        decode(FONCTIONNEMENT, files[FONCTIONNEMENT.fichier]),
        entete.k_activite,
    )
    if not (_du_meme_mois(contenu) and _protege(contenu)):
        raise TableInvalid
    return contenu


def _du_meme_mois(contenu: Contenu) -> bool:
    mois = str(contenu.mois)
    periodes = {ligne.mois for ligne in contenu.activite}
    return (
        [ligne.mois for ligne in contenu.file_active] == [mois]
        and [ligne.mois for ligne in contenu.fonctionnement] == [mois]
        and all(ligne.mois == mois for ligne in contenu.forfaits)
        and len(periodes) <= 1
        and all(periode.rpartition("/")[2] == mois for periode in periodes)
    )


def _protege(contenu: Contenu) -> bool:
    """No count of people under the threshold, and a status that says so."""
    ligne = contenu.file_active[0]
    comptes = [n for n in (ligne.file_active, ligne.cumul_annee) if n is not None]
    cache = ligne.file_active is None
    return cache == (ligne.statut is Statut.REGROUPE) and all(
        n >= contenu.k_activite for n in comptes
    )
