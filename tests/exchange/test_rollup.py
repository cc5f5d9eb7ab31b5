"""A region's year reaches the national coordination whole, or not at all."""

import json
from dataclasses import replace
from random import Random

import pytest

from microstructure_desktop.exchange import archive, rollup
from microstructure_desktop.exchange.anonymise import anonymise
from microstructure_desktop.exchange.errors import (
    AddressedElsewhere,
    BundleRefused,
    FilesUnexpected,
    HashMismatch,
    ManifestInvalid,
    NotForUs,
    SignatureInvalid,
    TableInvalid,
)
from microstructure_desktop.exchange.manifest import Adresse
from microstructure_desktop.exchange.seal import Identity, SigningKey, decrypt, encrypt
from microstructure_desktop.exchange.tables import TABLES
from tests.exchange.cases import acte, mois, sources

RAMIP, CNRMS = SigningKey.generate(), Identity.generate()
ADRESSE = Adresse((CNRMS.recipient,), "ab" * 32, 11)
STRUCTURES = ("OCC-31-007", "OCC-34-001")


def a_month(structure, month):
    actes = [acte(p, f"{month}-10") for p in "abcdefgh"]
    return replace(anonymise(sources(actes), mois(month)), structure=structure)


MONTHS = [(s, a_month(s, m)) for s in STRUCTURES for m in ("2025-03", "2025-04")]
CUMUL = rollup.Cumul(
    "OCC",
    2025,
    1,
    2,
    {t.nom: tuple((s, row) for s, c in MONTHS for row in getattr(c, t.nom)) for t in TABLES},
)


def sealed(cumul=CUMUL, adresse=ADRESSE, key=RAMIP):
    return rollup.seal(rollup.build(cumul, adresse, sequence=3), key)


def changed(**files):
    """Signed and sealed again, by the animator, with other bytes in some files."""
    found = dict(rollup.build(CUMUL, ADRESSE, sequence=3).files) | files
    signed = RAMIP.sign(b"msma-rollup-manifest-v1\n" + found["manifest.json"])
    return encrypt(archive.pack(found | {"manifest.sig": signed}), [CNRMS.recipient])


def test_that_what_was_sent_is_what_is_read():
    assert rollup.open_sealed(sealed(), [CNRMS], RAMIP.public) == CUMUL
    assert sum(len(rows) for rows in CUMUL.lignes.values()) >= 12


def test_that_the_same_year_makes_the_same_file():
    first, again = (rollup.build(CUMUL, ADRESSE, sequence=3) for _ in range(2))
    assert first == again
    assert first.nom == f"MSMA_OCC_2025_0003_{first.id[:8]}.msma"
    assert rollup.build(CUMUL, ADRESSE, sequence=4).id != first.id


def test_that_each_row_says_whose_it_is():
    files = dict(rollup.build(CUMUL, ADRESSE, sequence=3).files)
    head, first, *_ = files["data/file_active.csv"].decode("utf-8-sig").split("\r\n")
    assert head == "structure;mois;file_active;cumul_annee;statut"
    assert first == "OCC-31-007;2025-03;8;8;exact"


@pytest.mark.parametrize(
    ("octets", "refus"),
    [
        (lambda: sealed(key=SigningKey.generate()), SignatureInvalid),
        (lambda: sealed(adresse=replace(ADRESSE, destinataires=(Identity.generate().recipient,))),
         NotForUs),
        (lambda: changed(**{"data/activite.csv": b"x"}), HashMismatch),
        (lambda: changed(**{"data/autre.csv": b"x"}), FilesUnexpected),
        (lambda: changed(**{"manifest.json": b"{}"}), ManifestInvalid),
    ],
    ids=["signature", "destinataire", "empreinte", "fichier", "manifeste"],
)  # fmt: skip
def test_that_anything_else_is_refused(octets, refus):
    with pytest.raises(refus):
        rollup.open_sealed(octets(), [CNRMS], RAMIP.public)


def test_that_a_bundle_sent_on_to_somebody_else_is_refused():
    other = Identity.generate()
    files = archive.unpack(decrypt(sealed(), [CNRMS]))
    again = encrypt(archive.pack(files), [other.recipient])
    with pytest.raises(AddressedElsewhere):
        rollup.open_sealed(again, [other], RAMIP.public)


@pytest.mark.parametrize(
    "lignes",
    [
        (("OCC-34-001", 0), ("OCC-31-007", 0)),
        (("OCC-31-007", 0), ("OCC-31-007", 0)),
        (("Cabinet du Dr X", 0),),
    ],
    ids=["order", "twice", "name"],
)
def test_that_rows_out_of_order_twice_or_named_are_not_written(lignes):
    row = CUMUL.lignes["file_active"][0][1]
    rows = {**CUMUL.lignes, "file_active": tuple((s, row) for s, _ in lignes)}
    with pytest.raises(TableInvalid):
        rollup.build(replace(CUMUL, lignes=rows), ADRESSE, sequence=3)


def test_that_a_row_of_another_year_is_not_written():
    with pytest.raises(TableInvalid):
        rollup.build(replace(CUMUL, annee=2024), ADRESSE, sequence=3)


@pytest.mark.parametrize("counts", [(3, 2), (-1, 2)])
def test_that_counts_must_make_sense(counts):
    with pytest.raises(ManifestInvalid):
        rollup.build(replace(CUMUL, recues=counts[0], attendues=counts[1]), ADRESSE, sequence=3)


def test_that_no_flipped_bit_is_accepted():
    octets, random = sealed(), Random(7)
    for _ in range(200):
        place = random.randrange(len(octets) * 8)
        flipped = bytearray(octets)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(BundleRefused):
            rollup.open_sealed(bytes(flipped), [CNRMS], RAMIP.public)


def test_that_the_manifest_says_how_complete_it_is():
    files = dict(rollup.build(CUMUL, ADRESSE, sequence=3).files)
    said = json.loads(files["manifest.json"])
    assert (said["recues"], said["attendues"], said["periode"]) == (1, 2, "2025")
