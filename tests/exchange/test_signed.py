"""A paper is believed of one kind, of one writer, and byte for byte."""

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.exchange import signed
from microstructure_desktop.exchange.errors import PaperInvalid
from tests.exchange.keys import ANIMATRICE, CABINET, SUIVANTE
from tests.exchange.strategies import JSON

CONTENT = {"mois": "2025-03", "a": 1}


def paper(**changes) -> dict:
    return json.loads(signed.write("essai", CONTENT, CABINET)) | changes


def test_that_its_bytes_are_those_of_the_format():
    said = b'msma-essai-v1\n{"a":1,"mois":"2025-03"}'
    assert signed.message("essai", CONTENT) == said
    assert signed.write("essai", CONTENT, CABINET) == (
        b'{"ancienne":null,"contenu":{"a":1,"mois":"2025-03"},"format":"msma-essai",'
        b'"signature":"' + CABINET.sign(said).hex().encode() + b'","version":1}'
    )


def test_that_it_says_who_signed():
    found = signed.read("essai", signed.write("essai", CONTENT, CABINET))
    assert found.content == CONTENT
    assert found.by(CABINET.public)
    assert not found.by(ANIMATRICE.public)
    assert not found.vouched_by(CABINET.public)


def test_that_a_former_key_vouches_for_the_next():
    found = signed.read("essai", signed.write("essai", CONTENT, SUIVANTE, ANIMATRICE))
    assert found.by(SUIVANTE.public)
    assert found.vouched_by(ANIMATRICE.public)
    assert not found.by(ANIMATRICE.public)
    assert not found.vouched_by(SUIVANTE.public)


def test_that_one_kind_is_never_taken_for_another():
    data = signed.write("essai", CONTENT, CABINET)
    with pytest.raises(PaperInvalid):
        signed.read("accuse", data)
    disguised = rfc8785.dumps(paper(format="msma-accuse"))
    assert not signed.read("accuse", disguised).by(CABINET.public)


def test_that_a_changed_content_is_nobodys():
    changed = rfc8785.dumps(paper(contenu=CONTENT | {"a": 2}))
    assert not signed.read("essai", changed).by(CABINET.public)


def hexed(text: str) -> str:
    return text[:2] + " " + text[2:]


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 2},
        {"version": True},
        {"version": "1"},
        {"format": "essai"},
        {"format": None},
        {"contenu": [["a", 1]]},
        {"contenu": None},
        {"contenu": "a"},
        {"signature": None},
        {"signature": ""},
        {"signature": "00" * 63},
        {"signature": "00" * 65},
        {"signature": "zz" * 64},
        {"signature": paper()["signature"].upper()},
        {"signature": hexed(paper()["signature"])},
        {"ancienne": ""},
        {"ancienne": False},
        {"ancienne": "00" * 63},
        {"remarque": "de Mme Durand"},
    ],
    ids=repr,
)
def test_that_another_form_is_refused(changes):
    with pytest.raises(PaperInvalid):
        signed.read("essai", rfc8785.dumps(paper(**changes)))


def test_that_a_missing_field_is_refused():
    for field in paper():
        incomplete = paper()
        del incomplete[field]
        with pytest.raises(PaperInvalid):
            signed.read("essai", rfc8785.dumps(incomplete))


def test_that_only_one_way_of_writing_it_is_read():
    data = signed.write("essai", CONTENT, CABINET)
    for other in (
        data + b"\n",
        b"\xef\xbb\xbf" + data,
        json.dumps(paper()).encode(),
        json.dumps(dict(reversed(paper().items())), separators=(",", ":")).encode(),
        data.decode().encode("utf-16"),
        data.replace(b'{"a":1', b'{"a":1,"a":1'),
        data.replace(b'{"a":1', b'{"a":1.0'),
        data.replace(b"2025", b"\\u0032025"),
    ):
        assert other != data
        with pytest.raises(PaperInvalid):
            signed.read("essai", other)


@pytest.mark.parametrize(
    "data",
    [b"", b"null", b"[]", b"5", b'"a"', b"\xff", b"[" * 100_000, b'{"a":' * 30_000, b"9" * 5_000],
    ids=lambda data: data[:6].decode("latin-1"),
)
def test_that_other_bytes_are_refused(data):
    with pytest.raises(PaperInvalid):
        signed.read("essai", data)


def test_that_an_enormous_paper_is_refused():
    with pytest.raises(PaperInvalid):
        signed.read("essai", signed.write("essai", {"a": "x" * 200_000}, CABINET))


@given(st.binary(max_size=400))
def test_that_any_bytes_never_break(data):
    with pytest.raises(PaperInvalid):
        signed.read("essai", data)


@given(st.dictionaries(st.sampled_from(sorted(paper())), JSON) | JSON)
def test_that_any_json_never_breaks(doc):
    for said in (doc, paper() | doc if isinstance(doc, dict) else doc):
        try:
            found = signed.read("essai", json.dumps(said).encode("utf-8", "surrogatepass"))
        except PaperInvalid:
            continue
        assert found.content == said["contenu"]


def test_that_a_content_is_read_back_whole():
    data = signed.write("essai", CONTENT, CABINET)
    _, found = signed.parse("essai", data, lambda c: c["a"], lambda a: {"a": a, "mois": "2025-03"})
    assert found == 1
    with pytest.raises(PaperInvalid):
        signed.parse("essai", data, lambda c: c["a"], lambda a: {"a": a})
    for broken in ("b", "mois"):
        with pytest.raises(PaperInvalid):
            signed.parse("essai", data, lambda c, k=broken: c[k].real, lambda _: CONTENT)


def test_that_a_line_is_short_and_wholly_visible():
    for text in ("", "Réseau d’Occitanie : 31 000\N{NO-BREAK SPACE}!", "x" * 200, "日本"):
        assert signed.line(text) == text
    for text in (
        "x" * 201,
        "a\nb",
        "a\tb",
        "\x00",
        "a\u202eb",
        "a\u200bb",
        "a\u2028b",
        "\x85",
        "\ud800",
    ):
        with pytest.raises(ValueError, match=r"^$"):
            signed.line(text)
    for other in (None, 5, ["a"], {"a": 1}):
        with pytest.raises(ValueError, match=r"^$"):
            signed.line(other)


def test_that_a_whole_number_stays_between_its_limits():
    assert signed.whole(5, 5) == 5
    assert signed.whole(28, 1, 28) == 28
    assert signed.whole(999_999_999, 1) == 999_999_999
    for value, least, most in ((4, 5, 9), (10, 5, 9), (True, 0, 9), (5.0, 0, 9), ("5", 0, 9)):
        with pytest.raises(ValueError, match=r"^$"):
            signed.whole(value, least, most)
    with pytest.raises(ValueError, match=r"^$"):
        signed.whole(1_000_000_000, 1)


def test_that_a_fingerprint_has_one_form():
    assert signed.hexadecimal("0a" * 32) == "0a" * 32
    for text in ("0A" * 32, "0a" * 31, "0a" * 32 + "\n", " " * 64, ""):
        with pytest.raises(ValueError, match=r"^$"):
            signed.hexadecimal(text)
