"""The manifest says exactly what a bundle is, in canonical JSON."""

import hashlib
import json

import jsonschema
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop import __version__, assets
from microstructure_desktop.exchange import manifest
from microstructure_desktop.exchange.anonymise import anonymise
from microstructure_desktop.exchange.errors import ManifestInvalid, VersionUnknown
from tests.exchange.cases import ADRESSE, acte, mois, sources
from tests.exchange.keys import DESTINATAIRES
from tests.exchange.strategies import JSON

CONTENU = anonymise(sources([acte(p, "2025-03-10") for p in "abcde"]), mois("2025-03"))
FICHIERS = {"data/a.csv": b"x\r\n1\r\n2\r\n", "LISEZMOI.txt": b"Lisez"}

PROTECTION = {"k": 11, "k_activite": 5, "echelles": "2025.1", "convention": "cd" * 32}


def document(**changes) -> dict:
    octets = manifest.write(CONTENU, FICHIERS, ADRESSE, sequence=9, remplace=None)
    return json.loads(octets) | changes


def test_that_every_field_of_the_format_is_there():
    assert document() == {
        "format": "msma-export",
        "version": "1.0.0",
        "structure": "OCC-31-007",
        "region": "OCC",
        "periode": "2025-03",
        "sequence": 9,
        "remplace": None,
        "nomenclature": "2025.1",
        "logiciel": __version__,
        "protection": PROTECTION,
        "destinataires": list(DESTINATAIRES),
        "tiers": None,
        "fichiers": {
            "LISEZMOI.txt": {"sha256": hashlib.sha256(b"Lisez").hexdigest(), "octets": 5},
            "data/a.csv": {
                "sha256": hashlib.sha256(FICHIERS["data/a.csv"]).hexdigest(),
                "octets": 9,
                "lignes": 2,
            },
        },
    }


def test_that_its_bytes_are_canonical():
    octets = manifest.write(CONTENU, FICHIERS, ADRESSE, sequence=9, remplace=None)
    assert octets == rfc8785.dumps(json.loads(octets))


def test_that_a_correction_names_what_it_replaces():
    octets = manifest.write(CONTENU, FICHIERS, ADRESSE, sequence=10, remplace="a" * 64)
    assert json.loads(octets)["remplace"] == "a" * 64
    entete = manifest.read(octets)
    assert (entete.sequence, entete.remplace) == (10, "a" * 64)


def test_that_it_is_read_back():
    entete = manifest.read(rfc8785.dumps(document()))
    assert (entete.structure, entete.region, str(entete.mois), entete.k_activite) == (
        "OCC-31-007",
        "OCC",
        "2025-03",
        5,
    )
    assert (entete.sequence, entete.remplace, entete.adresse) == (9, None, ADRESSE)
    assert set(entete.fichiers) == set(FICHIERS)


WRONG = [
    {"format": "msma-rollup"},
    {"structure": "Cabinet de Mme Durand"},
    {"structure": ""},
    {"structure": "A" * 33},
    {"structure": "OCC-31-"},
    {"region": "Occitanie"},
    {"region": None},
    {"periode": "2025-03-19"},
    {"periode": 2025},
    {"sequence": 0},
    {"sequence": "9"},
    {"sequence": True},
    {"sequence": 1_000_000_000},
    {"remplace": "DUPONT"},
    {"remplace": 1},
    {"remplace": ""},
    {"nomenclature": "2031.1"},
    {"logiciel": "x y"},
    {"logiciel": "version de Mme Durand"},
    {"protection": PROTECTION | {"k_activite": 4}},
    {"protection": PROTECTION | {"k": 4}},
    {"protection": PROTECTION | {"k": 11.5}},
    {"protection": PROTECTION | {"echelles": "2031.1"}},
    {"protection": PROTECTION | {"convention": None}},
    {"protection": PROTECTION | {"convention": "CD" * 32}},
    {"protection": PROTECTION | {"note": "x"}},
    {"protection": None},
    {"destinataires": []},
    {"destinataires": None},
    {"destinataires": DESTINATAIRES[0]},
    {"destinataires": ["quelqu’un"]},
    {"destinataires": [DESTINATAIRES[0].upper()]},
    {"tiers": "quelqu’un"},
    {"fichiers": None},
    {"redacteur": "Dr Lemoine"},
    {"version": 1},
    {"version": "1"},
    {"version": "1.0.0 de Mme Durand"},
]


@pytest.mark.parametrize("changes", WRONG, ids=repr)
def test_that_another_value_is_refused(changes):
    with pytest.raises(ManifestInvalid):
        manifest.read(rfc8785.dumps(document(**changes)))


SCHEMA = json.loads(assets.text("exchange", "manifest.schema.json"))


def test_that_the_schema_given_to_strangers_says_the_same():
    checked = jsonschema.Draft202012Validator(SCHEMA)
    checked.check_schema(SCHEMA)
    for accepted in (document(), document(version="1.7.0"), document(remplace="a" * 64)):
        assert list(checked.iter_errors(accepted)) == []
    for changes in WRONG:
        assert not checked.is_valid(document(**changes)), changes
    for field in document():
        assert not checked.is_valid({k: v for k, v in document().items() if k != field})


def test_that_a_missing_field_is_refused():
    for field in document():
        incomplete = document()
        del incomplete[field]
        with pytest.raises(ManifestInvalid):
            manifest.read(rfc8785.dumps(incomplete))


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        b'{"format":1e999}',
        b'{"format":12345678901234567890}',
        b"[" * 100_000,
        b"9" * 5_000,
        json.dumps(document()).encode(),
    ],
    ids=["empty", "list", "null", "not text", "infinite", "huge", "deep", "long", "not canonical"],
)
def test_that_other_bytes_are_refused(octets):
    with pytest.raises(ManifestInvalid):
        manifest.read(octets)


def test_that_a_later_format_asks_for_an_update():
    with pytest.raises(VersionUnknown) as refused:
        manifest.read(rfc8785.dumps(document(version="2.0.0")))
    assert "à jour" in refused.value.way_out


def test_that_a_later_minor_version_is_read():
    assert manifest.read(rfc8785.dumps(document(version="1.7.0"))).region == "OCC"


@given(st.dictionaries(st.sampled_from(sorted(document())), JSON, min_size=1))
def test_that_any_value_is_refused_or_read_and_never_breaks(changes):
    doc = document(**changes)
    try:
        octets = rfc8785.dumps(doc)
    except rfc8785.CanonicalizationError:
        return
    try:
        entete = manifest.read(octets)
    except (ManifestInvalid, VersionUnknown):
        return
    assert entete.structure == doc["structure"]
