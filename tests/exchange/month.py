"""One month of one cabinet, as files and sealed, and ways to spoil it."""

import hashlib
import json
import random
from datetime import time

import rfc8785

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.exchange import archive, bundle, seal
from microstructure_desktop.exchange.anonymise import anonymise
from microstructure_desktop.exchange.contents import Contenu
from microstructure_desktop.exchange.manifest import Adresse
from tests.exchange.cases import (
    ADRESSE,
    COURTE,
    LONGUE,
    TS,
    absence,
    acte,
    inclusion,
    mois,
    reunion,
    sources,
)
from tests.exchange.keys import CABINET, LECTRICE, SECOURS

READERS = Adresse((LECTRICE.recipient, SECOURS.recipient), "cd" * 32, 11)


def march(rng: random.Random | None = None, **autres) -> Contenu:
    patients = "abcdefgh"
    actes = [acte(p, "2025-03-10", t) for p in patients for t in (TS, LONGUE, COURTE)]
    actes += [absence(p, "2025-03-11") for p in patients[:3]]
    inclusions = [inclusion(p, f"2025-0{n % 3 + 1}-05") for n, p in enumerate(patients)]
    tenues = [reunion(f"2025-03-{d}", time(12), time(13), Role.MEDECIN) for d in (13, 20)]
    if rng:
        for records in (actes, inclusions, tenues):
            rng.shuffle(records)
    return anonymise(sources(actes, inclusions, tenues, **autres), mois("2025-03"))


def files() -> dict[str, bytes]:
    return dict(bundle.build(march(), ADRESSE, sequence=9).files)


def described(found: dict[str, bytes]) -> dict[str, bytes]:
    """The manifest agrees with files that were changed: only their contents are wrong."""
    doc = json.loads(found["manifest.json"])
    for nom, entry in doc["fichiers"].items():
        octets = found[nom]
        entry |= {"sha256": hashlib.sha256(octets).hexdigest(), "octets": len(octets)}
        if "lignes" in entry:
            entry["lignes"] = octets.count(b"\n") - 1
    return found | {"manifest.json": rfc8785.dumps(doc)}


def sealed(adresse: Adresse = READERS, key: seal.SigningKey = CABINET) -> bytes:
    return bundle.seal(bundle.build(march(), adresse, sequence=9), key)


def opened(octets: bytes) -> dict[str, bytes]:
    """What a reader finds inside, whatever it is worth."""
    return archive.unpack(seal.decrypt(octets, [LECTRICE]))


def signed(found: dict[str, bytes], key: seal.SigningKey = CABINET) -> dict[str, bytes]:
    message = b"msma-export-manifest-v1\n" + found["manifest.json"]
    return found | {"manifest.sig": key.sign(message)}


def closed(found: dict[str, bytes], *recipients: str) -> bytes:
    """Files sealed as they are, to the reader unless somebody else is named."""
    return seal.encrypt(archive.pack(found), recipients or (LECTRICE.recipient,))
