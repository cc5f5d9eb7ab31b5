"""The same contents make the same bytes, and nothing else is ever read from them."""

import csv
import hashlib
import io
import json
import random
import re
from dataclasses import replace
from datetime import date, time

import jsonschema
import pytest
from hypothesis import given

from microstructure_desktop.domain.equipe import Cabinet, Role
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.anonymise import anonymise
from microstructure_desktop.exchange.contents import LigneFileActive, Statut
from microstructure_desktop.exchange.errors import (
    BundleRefused,
    FilesUnexpected,
    HashMismatch,
    StructureUnknown,
    TableInvalid,
)
from tests.exchange.cases import ADRESSE, acte, inclusion, mois, reunion, sources
from tests.exchange.month import described, files, march
from tests.exchange.strategies import contents


def resealed(fichier: str, octets: bytes) -> dict[str, bytes]:
    return described(files() | {fichier: octets})


def test_that_the_files_are_those_of_the_format():
    made = bundle.build(march(), ADRESSE, sequence=9)
    assert [nom for nom, _ in made.files] == [
        "LISEZMOI.txt",
        "data/activite.csv",
        "data/file_active.csv",
        "data/fonctionnement.csv",
        "data/forfaits.csv",
        "datapackage.json",
        "manifest.json",
    ]
    assert made.id == hashlib.sha256(dict(made.files)["manifest.json"]).hexdigest()
    assert made.nom == f"MSMA_OCC-31-007_2025-03_0009_{made.id[:8]}.msma"


def test_that_shuffled_records_make_the_same_bytes():
    first = bundle.build(march(), ADRESSE, sequence=9)
    for seed in range(5):
        assert bundle.build(march(random.Random(seed)), ADRESSE, sequence=9) == first


def test_that_the_sequence_and_the_correction_change_the_identity():
    first = bundle.build(march(), ADRESSE, sequence=9)
    again = bundle.build(march(), ADRESSE, sequence=10, remplace=first.id)
    assert again.id != first.id
    assert bundle.read(dict(again.files))[1] == bundle.read(dict(first.files))[1] == march()


@given(contents())
def test_that_contents_come_back_from_their_bundle(contenu):
    made = bundle.build(contenu, ADRESSE, sequence=1)
    assert bundle.read(dict(made.files))[1] == contenu
    assert bundle.build(contenu, ADRESSE, sequence=1) == made


def as_json_schema(table: dict) -> dict:
    """A row of a table: Frictionless and JSON Schema name their constraints alike."""
    columns = {}
    for field in table["fields"]:
        rules = dict(field["constraints"])
        kinds = [field["type"]] if rules.pop("required", False) else [field["type"], "null"]
        if "pattern" in rules:
            rules["pattern"] = f"^(?:{rules['pattern']})$"
        columns[field["name"]] = {"type": kinds, **rules}
    return {"properties": columns, "required": list(columns), "additionalProperties": False}


def cell(text: str, field: dict) -> object:
    if not text:
        return None
    number = text.replace(field.get("decimalChar", "."), ".")
    return {"integer": int, "number": float}.get(field["type"], str)(number)


def test_that_a_stranger_finds_the_tables_as_they_are_described():
    found = files()
    described = json.loads(found["datapackage.json"])["resources"]
    assert {resource["path"] for resource in described} == {
        nom for nom in found if nom.startswith("data/")
    }
    for resource in described:
        schema, dialect = resource["schema"], resource["dialect"]
        text = found[resource["path"]].decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, ""), delimiter=dialect["delimiter"]))
        for row in rows:
            cells = {field["name"]: cell(row[field["name"]], field) for field in schema["fields"]}
            assert list(row) == list(cells)
            jsonschema.validate(cells, as_json_schema(schema))
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys) > 0


NOTE = "ZQXNOTE"
NOM = "ZQXNOM"


def test_that_nothing_of_a_person_is_in_any_byte():
    """Every free text filled with a mark; neither a mark nor a day may be found."""
    actes = [
        acte(NOM + p, "2025-03-19", note_partagee=NOTE, note_personnelle=NOTE, themes=(NOTE,))
        for p in "abcdefgh"
    ]
    tenue = replace(
        reunion("2025-03-20", time(12), time(13), Role.PSYCHIATRE),
        lieu=NOTE,
        organisation=NOTE,
        prochaine=date(2025, 4, 17),
    )
    inclusions = [inclusion(NOM + p, "2025-03-19") for p in "abcdefgh"]
    s = sources(actes, inclusions, [tenue])
    s = replace(s, cabinet=Cabinet(NOTE, "OCC", "OCC-31-007", animateur=NOTE))
    made = bundle.build(anonymise(s, mois("2025-03")), ADRESSE, sequence=1)
    for nom, octets in [*made.files, ("name", made.nom.encode())]:
        texte = octets.decode()
        assert NOTE not in texte, nom
        assert NOM not in texte, nom
        assert not re.search(r"\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4}", texte), nom


@pytest.mark.parametrize(
    "cabinet",
    [
        Cabinet("x", "OCC", ""),
        Cabinet("x", "", "OCC-31-007"),
        Cabinet("x", "OCC", "Cabinet du Dr Lemoine"),
        Cabinet("x", "Haute-Garonne", "OCC-31-007"),
        Cabinet("x", "OCC", "../OCC"),
    ],
    ids=lambda c: f"{c.structure}|{c.region}",
)
def test_that_a_cabinet_without_code_is_told_where_to_enter_it(cabinet):
    with pytest.raises(StructureUnknown) as refused:
        bundle.build(march(cabinet=cabinet), ADRESSE, sequence=1)
    assert "OCC-31-007" in refused.value.way_out


def test_that_rows_out_of_order_do_not_leave():
    contenu = march()
    with pytest.raises(BundleRefused):
        bundle.build(replace(contenu, activite=contenu.activite[::-1]), ADRESSE, sequence=1)


@pytest.mark.parametrize(
    "ligne",
    [
        (3, 3, Statut.EXACT),
        (None, 4, Statut.REGROUPE),
        (None, 9, Statut.EXACT),
        (9, 9, Statut.REGROUPE),
    ],
)
def test_that_a_count_of_people_under_the_threshold_never_leaves(ligne):
    contenu = replace(march(), file_active=(LigneFileActive("2025-03", *ligne),))
    with pytest.raises(TableInvalid):
        bundle.build(contenu, ADRESSE, sequence=1)


def test_that_a_row_of_another_month_does_not_leave():
    contenu = march()
    autre = tuple(replace(ligne, mois="2025-02") for ligne in contenu.activite)
    reportees = tuple(replace(ligne, mois="2025-03/2025-03") for ligne in contenu.activite)
    plus_tot = tuple(replace(ligne, mois="2025-01/2025-03") for ligne in contenu.activite)
    for wrong in (
        replace(contenu, activite=autre),
        replace(contenu, activite=reportees),
        replace(contenu, activite=(*plus_tot, *contenu.activite)),
        replace(contenu, activite=(*autre, *contenu.activite)),
        replace(contenu, forfaits=tuple(replace(r, mois="2025-02") for r in contenu.forfaits)),
        replace(contenu, file_active=()),
        replace(contenu, fonctionnement=contenu.fonctionnement * 2),
    ):
        with pytest.raises(TableInvalid):
            bundle.build(wrong, ADRESSE, sequence=1)


def test_that_a_missing_or_an_added_file_is_refused():
    for nom in files():
        found = files()
        del found[nom]
        with pytest.raises(FilesUnexpected):
            bundle.read(found)
    with pytest.raises(FilesUnexpected):
        bundle.read(files() | {"data/patients.csv": b"nom\r\n"})


def test_that_an_enormous_file_is_refused_before_it_is_read():
    with pytest.raises(FilesUnexpected):
        bundle.read(files() | {"LISEZMOI.txt": b"x" * 1_000_001})


def test_that_any_changed_file_is_noticed():
    for nom, octets in files().items():
        if nom != "manifest.json":
            with pytest.raises(HashMismatch):
                bundle.read(files() | {nom: octets.replace(b"1", b"2", 1) + b" "})


def test_that_a_flipped_bit_is_always_refused():
    rng = random.Random(0)
    original = files()
    refused = 0
    for _ in range(300):
        nom = rng.choice(sorted(original))
        octets = bytearray(original[nom])
        octets[rng.randrange(len(octets))] ^= 1 << rng.randrange(8)
        try:
            bundle.read(original | {nom: bytes(octets)})
        except BundleRefused:
            refused += 1
        else:
            assert nom == "manifest.json", nom
    # A bit of a free field of the manifest (its sequence, its codes) changes the bundle's id,
    # and so the folder's name, but stays well formed.
    assert refused > 260


@pytest.mark.parametrize(
    ("avant", "apres"),
    [
        (b"medecin_generaliste", b"infirmier"),
        (b"medecin_generaliste", b"=1+1"),
        (b";8;", b";-8;"),
        (b"mois;acteur", b"nom;acteur"),
        (b"2025-03;coordination", b"2025-02;coordination"),
    ],
)
def test_that_a_table_that_holds_something_else_is_refused(avant, apres):
    octets = files()["data/activite.csv"]
    assert avant in octets
    with pytest.raises(TableInvalid):
        bundle.read(resealed("data/activite.csv", octets.replace(avant, apres, 1)))


def test_that_a_month_weighs_little():
    assert sum(len(octets) for octets in files().values()) < 16_000
