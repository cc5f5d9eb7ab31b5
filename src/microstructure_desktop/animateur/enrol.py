"""Enrolment: the convention handed to cabinets, and the key that each gives back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import convention as convention_file
from microstructure_desktop.exchange import inscription as inscription_file
from microstructure_desktop.exchange.contents import K_ACTIVITE, K
from microstructure_desktop.exchange.convention import Convention
from microstructure_desktop.exchange.errors import InscriptionNotSigned
from microstructure_desktop.exchange.seal import fingerprint

from .errors import (
    EnrolmentElsewhere,
    EnrolmentOfRetiredKey,
    EnrolmentUnderOtherConvention,
    FingerprintDiffers,
    KeyLost,
    KeysNotFollowing,
    NoConvention,
    StructureMissing,
)
from .model import ConventionFaite, Structure

if TYPE_CHECKING:
    from datetime import date

    from microstructure_desktop.exchange.convention import CanalPropose
    from microstructure_desktop.exchange.inscription import Inscription
    from microstructure_desktop.exchange.seal import SigningKey

    from .keys import Cles
    from .register import Register
    from .sql.work import Work


@dataclass(frozen=True, slots=True)
class Projet:
    """What a convention says, less what the keys and the register know.

    `profils`: the cabinets may join a closed year's people, by groups of at least `k`.
    """

    region: str
    animateur: str
    contact: str
    k: int = K
    k_activite: int = K_ACTIVITE
    jour_limite: int = 15
    canaux: tuple[CanalPropose, ...] = ()
    profils: bool = False


class Cas(StrEnum):
    """What an enrolment file is for a register.

    `rotation`: the known key vouches for the new one. `perte`: it does not, and only two people
    who know each other can tell why.
    """

    NOUVELLE = "nouvelle"
    CONNUE = "connue"
    ROTATION = "rotation"
    PERTE = "perte"


@dataclass(frozen=True, slots=True)
class Lue:
    """An enrolment file that was read; `empreinte` is what the cabinet must read aloud."""

    inscription: Inscription
    empreinte: str
    cas: Cas


def faire_convention(register: Register, cles: Cles, projet: Projet, today: date) -> bytes:
    """A convention, the first or the one that follows; entered before it is handed over.

    Raises:
        ConventionInvalid: what no cabinet would accept.
        KeysNotFollowing: nothing vouches for these keys to those who know the former ones.
    """
    with register.write() as work:
        before = work.conventions.current()
        made = _convention(projet, cles, before)
        octets = convention_file.write(made, cles.signature, _former(cles, before))
        empreinte = convention_file.empreinte(octets)
        work.conventions.add(ConventionFaite(made, empreinte, octets, today))
    return octets


def _former(cles: Cles, before: ConventionFaite | None) -> SigningKey | None:
    """The key that vouches for another one."""
    if before is None or before.convention.cle == cles.signature.public:
        return None
    former = cles.precedente
    if former is None or former.public != before.convention.cle:
        raise KeysNotFollowing
    return former


def _convention(projet: Projet, cles: Cles, before: ConventionFaite | None) -> Convention:
    made = Convention(
        projet.region,
        projet.animateur,
        projet.contact,
        cles.signature.public,
        cles.destinataires,
        projet.k,
        projet.k_activite,
        projet.jour_limite,
        projet.canaux,
        profils=projet.profils,
    )
    if before is None:
        return made
    return replace(made, numero=before.convention.numero + 1, precedente=before.empreinte)


def lire(register: Register, data: bytes) -> Lue:
    """What an enrolment file says, and what it is here; nothing is entered.

    Raises:
        InscriptionInvalid
        InscriptionNotSigned: not even by the key that it names.
        EnrolmentElsewhere, EnrolmentUnderOtherConvention, EnrolmentOfRetiredKey, NoConvention
    """
    with register.read() as work:
        return _read(work, data)


def _read(work: Work, data: bytes) -> Lue:
    inscription = inscription_file.read(data)
    current = work.conventions.current()
    if current is None:
        raise NoConvention
    if inscription.region != current.convention.region:
        raise EnrolmentElsewhere
    if work.conventions.by(inscription.convention) is None:
        raise EnrolmentUnderOtherConvention
    return Lue(inscription, fingerprint(inscription.cle), _case(work, inscription, data))


def _case(work: Work, inscription: Inscription, data: bytes) -> Cas:
    known = work.structures.get(inscription.structure)
    if known is None:
        return Cas.NOUVELLE
    if known.cle == inscription.cle:
        return Cas.CONNUE
    if inscription.cle in {each.cle for each in work.structures.keys(known.id)}:
        raise EnrolmentOfRetiredKey
    try:
        inscription_file.read(data, known.cle)
    except InscriptionNotSigned:
        return Cas.PERTE
    return Cas.ROTATION


def inscrire(
    register: Register,
    data: bytes,
    empreinte: str,
    today: date,
    *,
    depuis: Mois | None = None,
    perte: bool = False,
) -> Structure:
    """Enter a cabinet, or its new key. `empreinte`: what the two people read to each other.

    `depuis`: the first month awaited, that of the enrolment by default. `perte`: yes, its former
    key is lost, and vouches for nothing any more.

    Raises:
        FingerprintDiffers: another file than the one that was confirmed.
        KeyLost: another key, and nobody said that the former one is lost.
        AppError: those of `lire`.
    """
    with register.write() as work:
        lue = _read(work, data)
        if _letters(empreinte) != _letters(lue.empreinte):
            raise FingerprintDiffers
        said, code = lue.inscription, lue.inscription.structure
        if lue.cas is Cas.PERTE and not perte:
            raise KeyLost
        if lue.cas is Cas.NOUVELLE:
            work.structures.add(
                Structure(
                    code, said.region, said.nom, said.cle, said.convention, today,
                    depuis or Mois.de(today),
                )
            )  # fmt: skip
        else:
            work.structures.rename(code, said.nom, said.convention)
        if lue.cas in {Cas.ROTATION, Cas.PERTE}:
            work.structures.change_key(code, said.cle, today, perdue=lue.cas is Cas.PERTE)
        made = work.structures.get(code)
        assert made is not None
        return made


def _letters(empreinte: str) -> str:
    return "".join(empreinte.split()).upper()


def retirer(register: Register, code: str, jusqua: Mois | None) -> None:
    """The last month awaited of a cabinet that stops, or None: it comes back.

    Raises:
        StructureMissing
    """
    with register.write() as work:
        if work.structures.get(code) is None:
            raise StructureMissing
        work.structures.leave(code, jusqua)
