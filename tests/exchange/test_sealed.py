"""What travels: the same everywhere, opened by its reader, refused when anything was touched."""

import hashlib
import io
import json
import os
import random
import re
import subprocess
import sys
import traceback
import zipfile
from dataclasses import replace
from pathlib import Path

import frictionless
import pyrage
import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.equipe import Cabinet
from microstructure_desktop.exchange import archive, bundle, errors, seal
from microstructure_desktop.exchange.anonymise import anonymise
from tests.exchange.cases import acte, inclusion, mois, sources
from tests.exchange.keys import AUTRE_CABINET, CABINET, INCONNU, LECTRICE, SECOURS
from tests.exchange.month import READERS, closed, described, march, opened, sealed, signed

KEYS = {"OCC-31-007": CABINET.public}
ROOT = Path(__file__).parents[2]


def received(octets: bytes, *identities: seal.Identity, keys=KEYS) -> bundle.Recu:
    return bundle.open_sealed(octets, identities or (LECTRICE,), keys.get)


def refusal(octets: bytes, *identities: seal.Identity, keys=KEYS) -> str:
    with pytest.raises(errors.BundleRefused) as refused:
        received(octets, *identities, keys=keys)
    return refused.value.code


def test_that_both_readers_receive_what_was_sealed():
    made = bundle.build(march(), READERS, sequence=9, remplace="ef" * 32)
    octets = bundle.seal(made, CABINET)
    for identity in (LECTRICE, SECOURS):
        found = received(octets, identity)
        assert found.id == made.id
        assert found.contenu == march()
        assert (found.entete.sequence, found.entete.remplace) == (9, "ef" * 32)
        assert found.entete.adresse == READERS
    assert bundle.seal(made, CABINET) != octets  # age: other bytes each time
    assert opened(bundle.seal(made, CABINET)) == opened(octets)


MAKE = """
import hashlib, locale, random, sys
from microstructure_desktop.exchange import bundle, seal
from microstructure_desktop.exchange.manifest import Adresse
from tests.exchange.keys import CABINET
from tests.exchange.month import march
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
reader = seal.Identity(sys.stdin.read())
adresse = Adresse((reader.recipient,), "cd" * 32, 11)
made = bundle.build(march(random.Random()), adresse, sequence=9)
zipped = seal.decrypt(bundle.seal(made, CABINET), [reader])
print(made.id, made.nom, hashlib.sha256(zipped).hexdigest())
"""


def test_that_another_machine_makes_the_same_bytes():
    """Two other processes: another clock, language, order of sets and of records."""
    places = [
        {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {
            "TZ": "America/Adak",
            "LANG": "tr_TR.UTF-8",
            "LC_ALL": "fr_FR.UTF-8",
            "PYTHONHASHSEED": "4294967295",
        },
    ]
    said = [
        subprocess.run(
            [sys.executable, "-c", MAKE],
            input=LECTRICE.secret,
            env=os.environ | place | {"PYTHONPATH": os.pathsep.join(sys.path)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for place in places
    ]
    here = bundle.build(march(), replace(READERS, destinataires=(LECTRICE.recipient,)), sequence=9)
    zipped = seal.decrypt(bundle.seal(here, CABINET), [LECTRICE])
    assert said == [[here.id, here.nom, hashlib.sha256(zipped).hexdigest()]] * 2


def test_that_a_stranger_with_the_key_needs_nothing_of_ours():
    """Opened with age, a ZIP reader and an Ed25519 verifier, as the format says."""
    identity = pyrage.x25519.Identity.from_str(LECTRICE.secret)
    with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(sealed(), [identity]))) as opened_zip:
        assert opened_zip.testzip() is None
        found = {name: opened_zip.read(name) for name in opened_zip.namelist()}
    assert list(found) == [
        "LISEZMOI.txt",
        "data/activite.csv",
        "data/file_active.csv",
        "data/fonctionnement.csv",
        "data/forfaits.csv",
        "datapackage.json",
        "manifest.json",
        "manifest.sig",
    ]
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(CABINET.public))
    key.verify(found["manifest.sig"], b"msma-export-manifest-v1\n" + found["manifest.json"])
    for name, said in json.loads(found["manifest.json"])["fichiers"].items():
        assert hashlib.sha256(found[name]).hexdigest() == said["sha256"]


@pytest.mark.filterwarnings("ignore")  # of what Frictionless itself imports
def test_that_frictionless_finds_the_tables_as_they_are_described(tmp_path):
    found = opened(sealed())
    for name, octets in found.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(octets)
    package = tmp_path / "datapackage.json"
    report = frictionless.Package(package).validate()
    assert report.valid, report.flatten(["note"])
    assert report.stats["tasks"] == 4
    table = tmp_path / "data" / "activite.csv"
    table.write_bytes(table.read_bytes().replace(b"medecin_generaliste", b"infirmier", 1))
    assert not frictionless.Package(package).validate().valid


@pytest.mark.long
def test_that_the_age_program_opens_it(tmp_path):
    (tmp_path / "key.txt").write_text(LECTRICE.secret + "\n")
    (tmp_path / "mois.msma").write_bytes(sealed())
    done = subprocess.run(
        ["age", "--decrypt", "--identity", "key.txt", "mois.msma"],  # of the Debian package age
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert archive.unpack(done.stdout) == opened((tmp_path / "mois.msma").read_bytes())


def test_that_nobody_else_reads_it():
    assert refusal(sealed(), INCONNU) == "destinataire"
    assert refusal(sealed(replace(READERS, destinataires=(INCONNU.recipient,)))) == "destinataire"


def test_that_it_is_not_handed_on_to_somebody_else():
    """The reader seals again what it opened: the addressees are in the signed text."""
    assert refusal(closed(opened(sealed()), INCONNU.recipient), INCONNU) == "adresse"


def test_that_a_stranger_is_not_believed():
    assert refusal(sealed(), keys={}) == "structure"
    assert refusal(sealed(key=AUTRE_CABINET)) == "signature"
    assert refusal(sealed(), keys={"OCC-31-007": AUTRE_CABINET.public}) == "signature"
    assert refusal(sealed(), keys={"OCC-31-007": "pas une clé"}) == "signature"


def test_that_the_signature_of_another_month_is_worth_nothing():
    other = bundle.seal(bundle.build(march(), READERS, sequence=10), CABINET)
    stolen = opened(sealed()) | {"manifest.sig": opened(other)["manifest.sig"]}
    assert refusal(closed(stolen)) == "signature"


def test_that_a_signature_of_a_paper_is_not_one_of_a_bundle():
    found = opened(sealed())
    found["manifest.sig"] = CABINET.sign(b"msma-inscription-v1\n" + found["manifest.json"])
    assert refusal(closed(found)) == "signature"


def test_that_a_modified_table_is_refused_whatever_else_is_made_again():
    found = opened(sealed())
    table = found["data/activite.csv"]
    found["data/activite.csv"] = table.replace(b"medecin_generaliste", b"medecin_specialiste", 1)
    assert refusal(closed(found)) == "empreinte"
    again = described(found)
    assert refusal(closed(again)) == "signature"
    assert refusal(closed(signed(again, AUTRE_CABINET))) == "signature"
    assert refusal(closed(signed(again))) == "table"


def test_that_an_added_or_a_missing_file_is_refused():
    found = opened(sealed())
    assert refusal(closed(found | {"data/patients.csv": b"nom\r\n"})) == "fichiers"
    for name in found:
        assert refusal(closed({n: o for n, o in found.items() if n != name})) == "fichiers", name


def test_that_another_format_is_told_from_a_later_version():
    found = opened(sealed())
    doc = json.loads(found["manifest.json"])

    def written(**changes) -> dict[str, bytes]:
        return signed(found | {"manifest.json": rfc8785.dumps(doc | changes)})

    assert refusal(closed(written(version="2.0.0"))) == "version"
    assert refusal(closed(written(version="2.0.0") | {"data/autre.csv": b""})) == "version"
    assert refusal(closed(written(format="msma-rollup"))) == "manifeste"
    assert refusal(closed(written(structure="Cabinet de Mme Durand"))) == "manifeste"


def test_that_another_archive_is_refused():
    assert refusal(seal.encrypt(b"mars", [LECTRICE.recipient])) == "archive"
    assert refusal(closed(opened(sealed()) | {"../a.txt": b""})) == "archive"
    with io.BytesIO() as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as deflated:
            for name, octets in opened(sealed()).items():
                deflated.writestr(name, octets)
        assert refusal(seal.encrypt(out.getvalue(), [LECTRICE.recipient])) == "archive"


def test_that_an_enormous_file_is_not_even_opened():
    assert refusal(b"age-encryption.org/v1\n" + bytes(1_100_000)) == "archive"
    big = closed(opened(sealed()) | {"LISEZMOI.txt": bytes(1_000_000)})
    assert refusal(big) == "fichiers"


def test_that_whatever_is_cut_is_refused():
    octets = sealed()
    for end in range(0, len(octets), 37):
        assert refusal(octets[:end]) == "scelle"
    assert refusal(octets + b"\x00") == "scelle"


def test_that_of_two_thousand_flipped_bits_none_is_accepted():
    octets, rng = sealed(), random.Random(2_000)
    codes = set()
    for _ in range(2_000):
        altered = bytearray(octets)
        altered[rng.randrange(len(altered))] ^= 1 << rng.randrange(8)
        codes.add(refusal(bytes(altered)))
    assert codes <= {"scelle", "destinataire"}


def test_that_a_bit_flipped_inside_and_sealed_again_changes_nothing_that_is_read():
    """By somebody who has the reader's public key, which is everybody."""
    files, rng = opened(sealed()), random.Random(2_000)
    inside, refused = archive.pack(files), 0
    for _ in range(2_000):
        altered = bytearray(inside)
        altered[rng.randrange(len(altered))] ^= 1 << rng.randrange(8)
        if _same(bytes(altered), files):
            continue  # a bit that says nothing, after the end of a deflated file
        assert refusal(seal.encrypt(bytes(altered), [LECTRICE.recipient])) == "archive"
        refused += 1
    assert refused > 1_980


def _same(inside: bytes, files: dict[str, bytes]) -> bool:
    try:
        return archive.unpack(inside) == files
    except errors.ArchiveInvalid:
        return False


def test_that_a_bit_flipped_in_a_file_and_packed_again_is_refused():
    found, rng = opened(sealed()), random.Random(2_000)
    names = sorted(found)
    codes = set()
    for _ in range(2_000):
        name = rng.choice(names)
        altered = bytearray(found[name])
        altered[rng.randrange(len(altered))] ^= 1 << rng.randrange(8)
        codes.add(refusal(closed(found | {name: bytes(altered)})))
    assert codes <= {"empreinte", "manifeste", "signature", "structure", "version"}
    assert {"empreinte", "manifeste", "signature"} <= codes


@given(st.binary(max_size=300))
def test_that_any_bytes_sealed_to_the_reader_never_break(data):
    assert refusal(data) == "scelle"
    assert refusal(seal.encrypt(data, [LECTRICE.recipient])) == "archive"


NAMES = st.sampled_from(["manifest.json", "manifest.sig", "data/activite.csv", "LISEZMOI.txt"])


@given(st.dictionaries(NAMES, st.binary(max_size=60)))
def test_that_any_file_inside_never_breaks(changes):
    found = opened(sealed())
    if any(found[name] != octets for name, octets in changes.items()):
        assert refusal(closed(found | changes)) in {"empreinte", "manifeste", "signature"}
        assert refusal(closed(changes)) in {"fichiers", "manifeste"}


NOTE, NOM = "ZQXNOTE", "ZQXNOM"


def test_that_nothing_of_a_person_is_in_what_travels_nor_in_what_is_said_of_it():
    """Every free text filled with a mark: no byte, name, repr or traceback holds one, nor a day."""
    actes = [
        acte(NOM + p, "2025-03-19", note_partagee=NOTE, note_personnelle=NOTE, themes=(NOTE,))
        for p in "abcdefgh"
    ]
    s = sources(actes, [inclusion(NOM + p, "2025-03-19") for p in "abcdefgh"])
    s = replace(s, cabinet=Cabinet(NOTE, "OCC", "OCC-31-007", animateur=NOTE))
    made = bundle.build(anonymise(s, mois("2025-03")), READERS, sequence=9)
    octets = bundle.seal(made, CABINET)
    said = [made.nom, repr(made), repr(received(octets))]
    said += [o.decode("latin-1") for o in opened(octets).values()]
    spoiled = described(opened(octets) | {"data/activite.csv": f"mois;{NOTE}\r\n1;{NOM}".encode()})
    for wrong in (spoiled, signed(spoiled), opened(octets) | {f"data/{NOM}.csv": NOTE.encode()}):
        with pytest.raises(errors.BundleRefused) as refused:
            received(closed(wrong))
        said += [str(refused.value), *traceback.format_exception(refused.value)]
    for text in said:
        assert NOTE not in text
        assert NOM not in text
        assert not re.search(r"\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4}", text)
        assert LECTRICE.secret not in text
        assert CABINET.secret.hex() not in text


def test_that_a_sealed_month_weighs_little():
    assert len(sealed()) < 20_000
