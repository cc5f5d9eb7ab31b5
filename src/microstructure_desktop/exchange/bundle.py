"""Contents to canonical files and back: the same month gives the same bytes everywhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop import assets

from . import archive, manifest, profil
from .contents import Contenu, Statut
from .errors import (
    AddressedElsewhere,
    ArchiveInvalid,
    BundleRefused,
    FilesUnexpected,
    HashMismatch,
    SignatureInvalid,
    StructureNotEnrolled,
    StructureUnknown,
    TableInvalid,
)
from .seal import decrypt, encrypt, verify
from .tables import ACTIVITE, FILE_ACTIVE, FONCTIONNEMENT, FORFAITS, TABLES, decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .contents import LigneProfil
    from .manifest import Adresse, Entete
    from .seal import Identity, SigningKey
    from .tables import Table

SUFFIX = ".msma"
_SIGNATURE = "manifest.sig"
_SIGNED = b"msma-export-manifest-v1\n"
_PACKAGE = "datapackage.json"
_DESCRIPTIONS = ("LISEZMOI.txt", _PACKAGE)
_PROFILS = {t.fichier for t in profil.PROFILS}
_NOMS = {manifest.NOM, *_DESCRIPTIONS, *(t.fichier for t in TABLES)}
_TAILLE_MAX = 1_000_000
"""A real month is about 10 kB; more is something else."""
_SCELLE_MAX = _TAILLE_MAX + 100_000


@dataclass(frozen=True, slots=True)
class Bundle:
    """`id` is the SHA-256 of the manifest; `nom` the file's name; `files` sorted by name."""

    id: str
    nom: str
    files: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Recu:
    """A bundle that was opened and believed."""

    id: str
    entete: Entete
    contenu: Contenu


def tables(contenu: Contenu) -> dict[str, bytes]:
    """The files of figures alone, by name: what is shown before anything is prepared."""
    joined = profil.presentes(contenu)
    return {t.fichier: encode(t, getattr(contenu, t.nom)) for t in (*TABLES, *joined)}


def build(
    contenu: Contenu, adresse: Adresse, *, sequence: int, remplace: str | None = None
) -> Bundle:
    """The files of one month; `remplace` is the id of the bundle that this one corrects.

    Raises:
        StructureUnknown: the cabinet has no valid code.
        BundleRefused: what would leave is not exactly what a reader accepts.
    """
    if not manifest.structure_valide(contenu.structure, contenu.region):
        raise StructureUnknown
    files = tables(contenu)
    files |= {nom: texte.encode() for nom, texte in _descriptions(files).items()}
    octets = manifest.write(contenu, files, adresse, sequence=sequence, remplace=remplace)
    files[manifest.NOM] = octets
    if read(files)[1] != contenu:
        raise BundleRefused
    ident = manifest.empreinte(octets)
    nom = f"MSMA_{contenu.structure}_{contenu.mois}_{sequence:04}_{ident[:8]}{SUFFIX}"
    return Bundle(ident, nom, tuple(sorted(files.items())))


def seal(bundle: Bundle, key: SigningKey) -> bytes:
    """The bytes that travel, for those whom the manifest names: signed, then sealed.

    Other bytes each time: they are made once, and kept.
    """
    files = dict(bundle.files)
    recipients = manifest.read(files[manifest.NOM]).adresse.destinataires
    files[_SIGNATURE] = key.sign(_SIGNED + files[manifest.NOM])
    return encrypt(archive.pack(files), recipients)


def open_sealed(
    octets: bytes, identities: Sequence[Identity], key_of: Callable[[str], str | None]
) -> Recu:
    """What a bundle says, once all of it is believed. `key_of`: the known key of a structure.

    Raises:
        BundleRefused: which one says why; nothing of the bundle may be used.
    """
    if len(octets) > _SCELLE_MAX:
        raise ArchiveInvalid
    files = archive.unpack(decrypt(octets, identities))
    signature = files.pop(_SIGNATURE, None)
    if signature is None or manifest.NOM not in files:
        raise FilesUnexpected
    entete = manifest.read(files[manifest.NOM])
    known = key_of(entete.structure)
    if known is None:
        raise StructureNotEnrolled
    if not verify(known, _SIGNED + files[manifest.NOM], signature):
        raise SignatureInvalid
    if not {each.recipient for each in identities} & set(entete.adresse.destinataires):
        raise AddressedElsewhere
    entete, contenu = read(files)
    return Recu(manifest.empreinte(files[manifest.NOM]), entete, contenu)


def read(files: Mapping[str, bytes]) -> tuple[Entete, Contenu]:
    """The heading and the contents of a bundle, every byte of it accounted for.

    Raises:
        BundleRefused: an unknown file, column or value, a fingerprint that differs.
    """
    if set(files) - _PROFILS != _NOMS or sum(map(len, files.values())) > _TAILLE_MAX:
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
        *(_profil(table, files) for table in profil.PROFILS),
    )
    sound = _du_meme_mois(contenu) and _protege(contenu)
    if not (sound and profil.valide(contenu, entete.adresse.k)):
        raise TableInvalid
    return entete, contenu


def _descriptions(files: Mapping[str, bytes]) -> dict[str, str]:
    """What explains the tables: those of a closed year are described when they are there."""
    texts = {nom: assets.text("exchange", nom) for nom in _DESCRIPTIONS}
    joined = _PROFILS & set(files)
    if joined:
        package = json.loads(texts[_PACKAGE])
        more = json.loads(assets.text("exchange", "datapackage_profils.json"))
        package["resources"] += [each for each in more if each["path"] in joined]
        texts[_PACKAGE] = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    return texts


def _profil(table: Table, files: Mapping[str, bytes]) -> tuple[LigneProfil, ...]:
    """No row when it was not joined; an empty table is no table.

    Raises:
        TableInvalid
    """
    if table.fichier not in files:
        return ()
    rows: tuple[LigneProfil, ...] = decode(table, files[table.fichier])
    if not rows:
        raise TableInvalid
    return rows


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
