"""CSV that a French spreadsheet opens, and that nothing unforeseen can enter."""

import csv
import io
import json
from decimal import Decimal
from enum import StrEnum

import pytest

from microstructure_desktop import assets
from microstructure_desktop.exchange.contents import (
    Acteur,
    LigneActivite,
    LigneFileActive,
    LigneForfaits,
    Modalite,
    NatureActe,
    Statut,
)
from microstructure_desktop.exchange.errors import TableInvalid
from microstructure_desktop.exchange.tables import (
    ACTIVITE,
    FILE_ACTIVE,
    FORFAITS,
    TABLES,
    decode,
    encode,
)

ENTETE = "mois;acteur;acte;modalite;nombre;minutes"
PSY = LigneActivite(
    "2025-01/2025-03",
    Acteur.PSYCHOLOGUE,
    NatureActe.ENTRETIEN_INDIVIDUEL,
    Modalite.CABINET,
    34,
    1530,
)
BONNE = "2025-03;psychologue;consultation;cabinet;1;45"


def csv_bytes(*lignes: str) -> bytes:
    return b"\xef\xbb\xbf" + "".join(f"{ligne}\r\n" for ligne in lignes).encode()


def test_that_a_table_is_written_for_a_french_spreadsheet():
    assert encode(ACTIVITE, [PSY]) == csv_bytes(
        ENTETE, "2025-01/2025-03;psychologue;entretien_individuel;cabinet;34;1530"
    )


def test_that_amounts_have_a_decimal_comma_and_unknown_figures_are_empty():
    ligne = LigneForfaits("2025-03", 3, 3, 2, Decimal("829.5"), 1, 6, 7)
    assert encode(FORFAITS, [ligne]).endswith(b"2025-03;3;3;2;829,50;1;6;7\r\n")
    cachee = LigneFileActive("2025-03", None, 6, Statut.REGROUPE)
    assert encode(FILE_ACTIVE, [cachee]).endswith(b"2025-03;;6;regroupe\r\n")


def test_that_what_is_written_is_read_back():
    assert decode(ACTIVITE, encode(ACTIVITE, [PSY])) == (PSY,)
    assert decode(ACTIVITE, encode(ACTIVITE, [])) == ()


def test_that_the_csv_of_python_reads_it():
    texte = encode(ACTIVITE, [PSY]).decode("utf-8-sig")
    (ligne,) = csv.DictReader(io.StringIO(texte), delimiter=";")
    assert (ligne["acteur"], ligne["nombre"], ligne["mois"]) == (
        "psychologue",
        "34",
        "2025-01/2025-03",
    )


@pytest.mark.parametrize(
    "octets",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(csv_bytes(), id="only a byte order mark"),
        pytest.param(csv_bytes(ENTETE, BONNE)[3:], id="no byte order mark"),
        pytest.param(csv_bytes(ENTETE, BONNE).replace(b"\r\n", b"\n"), id="unix line ends"),
        pytest.param(csv_bytes(f"{ENTETE};nom", f"{BONNE};DUPONT"), id="a column more"),
        pytest.param(csv_bytes(ENTETE[5:], BONNE[8:]), id="a column less"),
        pytest.param(csv_bytes(ENTETE.replace("acteur", "auteur"), BONNE), id="another name"),
        pytest.param(csv_bytes(ENTETE, BONNE, BONNE), id="a row twice"),
        pytest.param(
            csv_bytes(ENTETE, BONNE, BONNE.replace("psychologue", "coordination")),
            id="out of order",
        ),
        pytest.param(csv_bytes(ENTETE, "", BONNE), id="an empty line"),
        pytest.param(csv_bytes(ENTETE, f'"{BONNE[:7]}"{BONNE[7:]}'), id="useless quotes"),
        pytest.param(csv_bytes(ENTETE, BONNE) + b"\x00", id="a null"),
        pytest.param(csv_bytes(ENTETE, BONNE)[:-9], id="truncated"),
    ],
)
def test_that_another_shape_is_refused(octets):
    with pytest.raises(TableInvalid):
        decode(ACTIVITE, octets)


@pytest.mark.parametrize(
    ("avant", "apres"),
    [
        ("psychologue", "infirmier"),
        ("consultation", "Consultation"),
        ("consultation", "hospitalisation"),
        ("cabinet", "prison"),
        ("2025-03", "2025-3"),
        ("2025-03", "2025-13"),
        ("2025-03", "2025-03-19"),
        ("2025-03", "2025-03/2025-03"),
        ("2025-03", "2025-03/2025-01"),
        ("2025-03", "2025-01/2025-02/2025-03"),
        ("2025-03", "2025-+1/2025-03"),
        ("2025-03", "2025- 1/2025-03"),
        (";1;", ";-1;"),
        (";1;", ";+1;"),
        (";1;", ";1.0;"),
        (";1;", ";01;"),
        (";1;", ";1e3;"),
        (";1;", ";1234567890;"),
        (";1;", ";;"),
        (";1;", ";٣;"),
        (";1;", "; 1;"),
        (";1;", ";=1+1;"),
        ("psychologue", "=HYPERLINK(1)"),
        ("psychologue", "@psychologue"),
        ("psychologue", "+psychologue"),
        ("psychologue", "-psychologue"),
        ("psychologue", "Mme É. Durand"),
    ],
)
def test_that_another_value_is_refused(avant, apres):
    with pytest.raises(TableInvalid):
        decode(ACTIVITE, csv_bytes(ENTETE, BONNE.replace(avant, apres, 1)))


@pytest.mark.parametrize("montant", ["829", "829.00", "829,5", "-829,00", "0829,00", "829,00 €"])
def test_that_an_amount_has_one_way_to_be_written(montant):
    entete = ";".join(FORFAITS.colonnes)
    with pytest.raises(TableInvalid):
        decode(FORFAITS, csv_bytes(entete, f"2025-03;1;1;0;{montant};0;0;0"))


def test_that_the_description_shipped_is_the_one_of_the_code():
    described = json.loads(assets.text("exchange", "datapackage.json"))["resources"]
    assert [r["path"] for r in described] == [t.fichier for t in TABLES]
    for resource, table in zip(described, TABLES, strict=True):
        columns = resource["schema"]["fields"]
        assert [c["name"] for c in columns] == table.colonnes
        assert resource["schema"]["primaryKey"] == [table.colonnes[i] for i in table.cle]
        for column, reader in zip(columns, table.lecteurs, strict=True):
            closed = isinstance(reader, type) and issubclass(reader, StrEnum)
            assert column["constraints"].get("enum") == (list(reader) if closed else None)
