"""What travels between a cabinet, its animator and the national coordination."""

import json
from collections.abc import Mapping
from email.message import EmailMessage
from typing import Any

import rfc8785

from microstructure_desktop.animateur import inbox
from microstructure_desktop.exchange import (
    accuse,
    archive,
    bundle,
    convention,
    inscription,
    manifest,
    paper,
    rollup,
    seal,
    signed,
)
from tests.exchange import month
from tests.exchange.keys import ANIMATRICE, CABINET, LECTRICE, SUIVANTE
from tests.exchange.test_accuse import ACCUSE, REFUSE
from tests.exchange.test_convention import CONVENTION
from tests.exchange.test_inscription import CHANGED, FIRST
from tests.exchange.test_rollup import ADRESSE, CNRMS, CUMUL, RAMIP

from .target import SEPARATOR, Target, parts, refusing

KEYS = {"OCC-31-007": CABINET.public}
MONTH, YEAR = month.opened(month.sealed()), dict(rollup.build(CUMUL, ADRESSE, sequence=3).files)
IN_MONTH, IN_YEAR = sorted(set(MONTH) - {"manifest.sig"}), sorted(YEAR)


def honest(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The manifest says what the files are; what they hold is all that is wrong."""
    found = dict(files)
    try:
        said = json.loads(found[manifest.NOM])
        for name, about in said["fichiers"].items():
            told = manifest.decrire(name, found[name])
            said["fichiers"][name] = told if set(about) == set(told) else about
        found[manifest.NOM] = rfc8785.dumps(said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return dict(files)
    return found


def sealed_month(data: bytes) -> bool:
    with refusing() as outcome:
        bundle.open_sealed(data, [LECTRICE], KEYS.get)
    return outcome.read


def zipped(data: bytes) -> bool:
    with refusing() as outcome:
        assert archive.pack(archive.unpack(data))
    return outcome.read


def month_files(data: bytes) -> bool:
    files = parts(IN_MONTH, data)
    if manifest.NOM not in files:
        return False
    for told in (files, honest(files)):
        with refusing():
            bundle.read(told)
    with refusing() as outcome:
        bundle.open_sealed(month.closed(month.signed(honest(files))), [LECTRICE], KEYS.get)
    return outcome.read


def year_files(data: bytes) -> bool:
    files = honest(parts(IN_YEAR, data))
    if manifest.NOM not in files:
        return False
    said = b"msma-rollup-manifest-v1\n" + files[manifest.NOM]
    closed = archive.pack(files | {"manifest.sig": RAMIP.sign(said)})
    with refusing() as outcome:
        rollup.open_sealed(seal.encrypt(closed, [CNRMS.recipient]), [CNRMS], RAMIP.public)
    return outcome.read


READERS = (convention.read, inscription.read, lambda data: accuse.read(data, ANIMATRICE.public))


def papers(data: bytes) -> bool:
    read = False
    for one in (data, *_signed_again(data)):
        for reader in READERS:
            with refusing() as outcome:
                reader(one)
            read |= outcome.read
    return read


def _signed_again(data: bytes) -> list[bytes]:
    """By those who may: whoever holds a key can write what they like in a paper."""
    try:
        found: Any = json.loads(data)["contenu"]
        return [
            signed.write(kind, found, key)
            for kind, key in (
                ("convention", ANIMATRICE),
                ("inscription", CABINET),
                ("accuse", ANIMATRICE),
            )
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []


def codes(data: bytes) -> bool:
    found = data.split(SEPARATOR)
    assert sum(map(len, paper.lots(found))) <= len(found)
    with refusing() as outcome:
        paper.join(found)
    return outcome.read


def message(data: bytes) -> bool:
    found = list(inbox.attachments(data))
    assert all(len(one.octets) <= inbox.LARGEST + 1 for one in found)
    return bool(found)


def _messages() -> list[bytes]:
    made = EmailMessage()
    made["From"], made["Subject"] = "Cabinet <a@exemple.fr>", "Mars"
    made.set_content("Bonjour,")
    made.add_attachment(b"age-encryption.org/v1\n", "application", "x", filename="mars.msma")
    return [made.as_bytes()]


def _printed() -> list[bytes]:
    cut = paper.split(bytes(range(256)) * 9, "3a" * 32)
    return [SEPARATOR.join(cut), b"MSMAA1|3a3a3a3a|1/1|ba7816bf|abc"]


TARGETS = (
    Target("mois scellé", lambda: [month.sealed()], sealed_month),
    Target("archive d’un mois", lambda: [archive.pack(MONTH)], zipped),
    Target("contenu d’un mois", lambda: [SEPARATOR.join(MONTH[n] for n in IN_MONTH)], month_files),
    Target("cumul d’une région", lambda: [SEPARATOR.join(YEAR[n] for n in IN_YEAR)], year_files),
    Target(
        "convention, inscription, accusé",
        lambda: [
            convention.write(CONVENTION, ANIMATRICE),
            inscription.write(FIRST, CABINET),
            inscription.write(CHANGED, SUIVANTE, CABINET),
            accuse.write(ACCUSE, ANIMATRICE),
            accuse.write(REFUSE, ANIMATRICE),
        ],
        papers,
    ),
    Target("codes sur papier", _printed, codes),
    Target("message", _messages, message),
)
