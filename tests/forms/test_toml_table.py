"""The strict reading of one TOML table."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.forms import toml_table
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, decode, parse


def table(**raw):
    faults = []
    return Table(raw, faults, "lieu", 7), faults


def test_that_a_fault_says_its_line_and_its_place():
    assert str(Fault("rud", "clé inconnue", 12)) == "ligne 12, rud\u00a0: clé inconnue"
    assert str(Fault("rud", "clé inconnue")) == "rud\u00a0: clé inconnue"
    assert str(Fault("", "clé inconnue")) == "clé inconnue"


def test_that_faults_come_in_the_order_of_the_lines():
    error = FormError([Fault("b", "deux", 9), Fault("a", "un", 3)])
    assert [fault.where for fault in error.faults] == ["a", "b"]


def test_that_notepad_s_byte_order_mark_is_accepted():
    assert decode("\ufeffid = 1".encode()) == "id = 1"


def test_that_windows_line_ends_are_accepted():
    assert parse("a = 1\r\nb = 2\r\n") == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\xe9t\xe9", "UTF-8"), (b"a" * (toml_table.MAX_BYTES + 1), "trop long")],
)
def test_that_bytes_that_are_no_text_of_ours_are_refused(data, words):
    with pytest.raises(FormError) as caught:
        decode(data)
    assert words in str(caught.value.faults[0])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = \n", 2),
        ("a = " + "[" * 1500, None),
        ("a = " + "9" * 1900 + "e" + "9" * 90, None),
        ("a.b = 1\na = 2", 2),
    ],
    ids=["unfinished", "deep", "huge exponent", "redefined"],
)
def test_that_what_is_not_toml_is_refused_with_its_line(text, line):
    with pytest.raises(FormError) as caught:
        parse(text)
    assert caught.value.faults[0].line == line


def test_that_a_key_with_thousands_of_parts_is_refused_before_it_is_read():
    with pytest.raises(FormError) as caught:
        parse("a." * 5_000 + "a = 1")
    assert "ligne trop longue" in str(caught.value.faults[0])


def test_that_a_text_over_the_limit_is_refused_before_it_is_read():
    with pytest.raises(FormError) as caught:
        parse("a = 1\n" * toml_table.MAX_BYTES)
    assert "trop long" in str(caught.value.faults[0])


def test_that_each_kind_of_value_is_handed_out():
    found, faults = table(
        a="texte", b=3, c=True, d=date(2026, 1, 2), e=[{"x": 1}], f={"x": 1}, g=["u"], h=Decimal(2)
    )
    assert found.text("a", 10) == "texte"
    assert found.integer("b", 0, 5) == 3
    assert found.boolean("c")
    assert found.day("d") == date(2026, 1, 2)
    assert [row.integer("x", 0, 5) for row in found.tables("e", 2)] == [1]
    assert found.table("f").integer("x", 0, 5) == 1
    assert found.texts("g", 2) == ("u",)
    assert found.decimal("h") == Decimal(2)
    found.close()
    assert faults == []


@pytest.mark.parametrize(
    "ask",
    [
        lambda t: t.text("v", 10),
        lambda t: t.name("v"),
        lambda t: t.code("v"),
        lambda t: t.one_of("v", ["a"]),
        lambda t: t.integer("v", 0, 5),
        lambda t: t.decimal("v"),
        lambda t: t.boolean("v"),
        lambda t: t.day("v"),
        lambda t: t.texts("v", 3),
        lambda t: t.table("v"),
        lambda t: t.tables("v", 3),
    ],
)
def test_that_a_value_of_another_kind_is_a_fault_with_its_key(ask):
    found, faults = table(v=object())
    ask(found)
    assert len(faults) == 1
    assert "v" in faults[0].sentence
    assert (faults[0].where, faults[0].line) == ("lieu", 7)


def test_that_a_boolean_is_no_number_and_a_number_no_boolean():
    found, faults = table(a=True, b=1, c=True)
    found.integer("a", 0, 5)
    found.boolean("b")
    found.decimal("c")
    assert len(faults) == 3


def test_that_a_date_with_a_time_is_refused():
    found = parse("d = 2026-11-23T10:00:00")
    faults = []
    assert Table(found, faults).day("d") is None
    assert len(faults) == 1


@pytest.mark.parametrize("written", ["nan", "inf", "1e12", "-2_000_000_000"])
def test_that_a_number_without_measure_is_refused(written):
    faults = []
    assert Table(parse(f"v = {written}"), faults).decimal("v") is None
    assert len(faults) == 1


@pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "a\u200bb", "a\x1bb", "a\nb"])
def test_that_control_and_invisible_characters_are_refused(text):
    found, faults = table(v=text)
    found.text("v", 100)
    assert len(faults) == 1


def test_that_french_typography_is_accepted():
    found, faults = table(v="« À l’aube »\u00a0: 10\u202f000 €")
    assert found.text("v", 100).startswith("«")
    assert faults == []


def test_that_several_lines_are_accepted_where_they_are_expected():
    found, faults = table(v="un\ndeux")
    assert found.text("v", 100, lines=True) == "un\ndeux"
    assert faults == []


@pytest.mark.parametrize(
    "ask",
    [
        lambda t: t.text("v", 10, needed=True),
        lambda t: t.name("v", needed=True),
        lambda t: t.code("v", needed=True),
        lambda t: t.one_of("v", ["a"], needed=True),
        lambda t: t.integer("v", 0, 5, needed=True),
        lambda t: t.day("v", needed=True),
        lambda t: t.tables("v", 3, needed=True),
    ],
)
def test_that_a_missing_key_is_a_fault_only_when_it_is_needed(ask):
    found, faults = table()
    ask(found)
    assert [fault.sentence.count("v") for fault in faults] >= [1]


@pytest.mark.parametrize(
    ("ask", "value"),
    [
        (lambda t: t.text("v", 2, needed=True), "abc"),
        (lambda t: t.text("v", 9, needed=True), "  "),
        (lambda t: t.name("v"), "Été"),
        (lambda t: t.code("v"), "a b"),
        (lambda t: t.one_of("v", ["a"]), "b"),
        (lambda t: t.integer("v", 0, 5), 6),
        (lambda t: t.texts("v", 1), ["a", "b"]),
        (lambda t: t.texts("v", 3), [1]),
        (lambda t: t.tables("v", 1), [{}, {}]),
        (lambda t: t.tables("v", 3), [1]),
        (lambda t: t.tables("v", 3, needed=True), []),
    ],
)
def test_that_a_value_out_of_its_limits_is_a_fault(ask, value):
    found, faults = table(v=value)
    ask(found)
    assert len(faults) == 1


def test_that_a_key_nobody_asked_for_is_a_fault():
    found, faults = table(oubliee=1)
    found.close()
    assert "oubliee" in faults[0].sentence


@given(st.dictionaries(st.text(max_size=5), st.recursive(st.integers(), st.lists), max_size=4))
def test_that_closing_never_raises_whatever_the_keys(raw):
    faults = []
    Table(raw, faults).close()
    assert len(faults) == len(raw)
