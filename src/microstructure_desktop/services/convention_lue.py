"""The conventions that the cabinet received: the one in use, the one that waits, what each says."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.echange import CleSignature, ConventionRecue
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import convention as conv
from microstructure_desktop.exchange.convention import SUFFIX, Convention
from microstructure_desktop.exchange.errors import ConventionNotSigned
from microstructure_desktop.exchange.manifest import structure_valide
from microstructure_desktop.exchange.seal import SigningKey, fingerprint

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Cabinet
    from microstructure_desktop.store.work import Work

__all__ = [
    "SUFFIX",
    "CleLue",
    "Convention",
    "ConventionLue",
    "ConventionOlder",
    "EnVigueur",
    "Etat",
    "Nature",
    "NotEnrolled",
    "cle_active",
    "courante",
    "en_attente",
    "en_vigueur",
    "etat",
    "lue",
    "signing",
    "suivante",
]


class ConventionOlder(AppError):
    sentence = "Le cabinet a déjà cette convention, ou une plus récente."
    way_out = "Gardez celle qui est en place\xa0; en cas de doute, téléphonez à l’animateur."


class NotEnrolled(AppError):
    sentence = "Le cabinet n’a pas encore de convention confirmée avec l’animateur régional."
    way_out = "Ouvrez «\xa0Échanges avec l’animateur\xa0» et suivez les étapes."


class Nature(StrEnum):
    """How a convention follows the one in use."""

    PREMIERE = "premiere"
    SUITE = "suite"  # signed by the key in use
    RELAIS = "relais"  # by a new key, that the one in use vouches for
    PERTE = "perte"  # by a key that nothing vouches for: the animator lost its own


@dataclass(frozen=True, slots=True)
class ConventionLue:
    """`fichier`: the SHA-256 that bundles name. `cle`: what two people read to each other."""

    convention: Convention
    fichier: str
    cle: str
    nature: Nature
    recue_le: date
    confirmee_le: date | None = None

    @property
    def a_lire(self) -> bool:
        """Whether only a voice can tell that it comes from the animator."""
        return self.nature in {Nature.PREMIERE, Nature.PERTE}

    @property
    def groupes_lus(self) -> str:
        """What the cabinet reads aloud; the last two groups are for the animator to read."""
        return self.cle.rsplit(" ", 2)[0]


@dataclass(frozen=True, slots=True)
class CleLue:
    """The cabinet's own key, as the animator hears it."""

    empreinte: str
    creee_le: date


@dataclass(frozen=True, slots=True)
class Etat:
    """`coded`: the cabinet has a code that can be sent."""

    cabinet: "Cabinet"
    coded: bool
    courante: ConventionLue | None
    en_attente: ConventionLue | None
    cle: CleLue | None


@dataclass(frozen=True, slots=True)
class EnVigueur:
    """What sealing needs: the convention in use, its file's SHA-256, the key to sign with."""

    convention: Convention
    fichier: str
    cle: SigningKey


def etat(work: "Work") -> Etat:
    """Where the agreement stands."""
    cabinet, known = work.cabinet.get(), courante(work)
    waiting, key = en_attente(work), cle_active(work)
    return Etat(
        cabinet,
        structure_valide(cabinet.structure, cabinet.region),
        None if known is None else lue(known, known),
        None if waiting is None else lue(waiting, known),
        None if key is None else CleLue(fingerprint(key.publique), key.creee_le),
    )


def en_vigueur(work: "Work") -> EnVigueur:
    """What a month is sealed under.

    Raises:
        NotEnrolled
    """
    known, key = courante(work), cle_active(work)
    if known is None or key is None:
        raise NotEnrolled
    return EnVigueur(_said(known), known.empreinte, signing(key))


def courante(work: "Work") -> ConventionRecue | None:
    """The last one that somebody confirmed."""
    confirmed = [c for c in work.conventions.all() if c.confirmee_le is not None]
    return confirmed[-1] if confirmed else None


def en_attente(work: "Work") -> ConventionRecue | None:
    """The one that waits for somebody to confirm it."""
    return next((c for c in work.conventions.all() if c.confirmee_le is None), None)


def cle_active(work: "Work") -> CleSignature | None:
    """The key to sign with, once there is one."""
    return next((k for k in work.cles_signature.all() if k.retiree_le is None), None)


def signing(key: CleSignature) -> SigningKey:
    return SigningKey(bytes.fromhex(key.secret))


def suivante(data: bytes, known: ConventionRecue | None, *, perte: bool = False) -> Convention:
    """What a file says, if it may follow the convention in use.

    `perte`: the animator lost its key, so that nothing vouches for another one but a voice.

    Raises:
        ConventionInvalid
        ConventionNotSigned
        ConventionOlder: its number does not go up.
    """
    if known is None:
        return conv.read(data)
    try:
        read = conv.read(data, _said(known).cle)
    except ConventionNotSigned:
        if not perte:
            raise
        return conv.read(data)
    if read.numero <= known.numero:
        raise ConventionOlder
    return read


def lue(recue: ConventionRecue, known: ConventionRecue | None) -> ConventionLue:
    """A convention of the store, beside the one in use."""
    said = _said(recue)
    return ConventionLue(
        said,
        recue.empreinte,
        fingerprint(said.cle),
        _nature(recue, said, known),
        recue.recue_le,
        recue.confirmee_le,
    )


def _nature(recue: ConventionRecue, said: Convention, known: ConventionRecue | None) -> Nature:
    if known is None:
        return Nature.PREMIERE
    key = _said(known).cle
    if said.cle == key:
        return Nature.SUITE
    try:
        conv.read(bytes.fromhex(recue.fichier), key)
    except ConventionNotSigned:
        return Nature.PERTE
    return Nature.RELAIS


def _said(recue: ConventionRecue) -> Convention:
    return conv.read(bytes.fromhex(recue.fichier))
