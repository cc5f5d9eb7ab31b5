"""A cabinet and an animator who agreed, in one line, for the tests of what they exchange."""

from dataclasses import replace

from microstructure_desktop.exchange import convention as conv
from microstructure_desktop.exchange.convention import Convention
from microstructure_desktop.exchange.seal import SigningKey, fingerprint
from microstructure_desktop.services import enrolement, equipe
from microstructure_desktop.services.convention_lue import Etat
from microstructure_desktop.services.office import Office
from tests.exchange.keys import ANIMATRICE, DESTINATAIRES

FIRST = Convention("OCC", "RAMIP", "05 61 00 00 00", ANIMATRICE.public, DESTINATAIRES[:1])


def fichier(
    numero: int = 1,
    key: SigningKey = ANIMATRICE,
    former: SigningKey | None = None,
    **changes: object,
) -> bytes:
    """The animator's file; `former` vouches for `key`."""
    precedente = None if numero == 1 else "ab" * 32
    said = replace(FIRST, cle=key.public, numero=numero, precedente=precedente, **changes)
    return conv.write(said, key, former)


def lus(key: SigningKey = ANIMATRICE) -> str:
    """The two groups that the animator reads aloud."""
    return " ".join(fingerprint(key.public).split()[-2:])


def coded(office: Office, structure: str = "OCC-31-007", region: str = "OCC") -> None:
    """Give the cabinet the code that the animator knows it by."""
    known = equipe.cabinet(office)
    equipe.save_cabinet(office, replace(known, structure=structure, region=region))


def enrolled(office: Office, data: bytes | None = None) -> Etat:
    """A convention confirmed by voice, and a key to sign with."""
    coded(office)
    enrolement.importer(office, data or fichier())
    return enrolement.confirmer(office, lus())
