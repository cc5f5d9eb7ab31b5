"""An object is read key by key; the rest is refused by name."""

from datetime import date
from decimal import Decimal

from microstructure_desktop.forms.fhir.element import Element


def sentences(table):
    return [fault.sentence for fault in table.faults]


def test_that_what_nobody_asked_for_is_refused_with_its_path():
    table = Element({"a": "x", "inner": [{"b": 1}]}, [], "/1", "racine.")
    assert table.text("a") == "x"
    [inner] = table.objects("inner")
    inner.close()
    table.close()
    assert [str(fault) for fault in table.faults] == [
        "/1 : élément « racine.inner.b » non pris en charge"
    ]


def test_that_each_kind_is_checked():
    table = Element({"t": 1, "b": "x", "i": True, "n": "3", "d": "hier", "l": {}, "o": []}, [])
    assert table.text("t") == ""
    assert table.boolean("b") is False
    assert table.integer("i") is None
    assert table.number("n") is None
    assert table.day("d") is None
    assert table.objects("l") == []
    assert table.object("o") == {}
    assert len(table.faults) == 7
    good = Element({"i": 3, "n": Decimal("1.5"), "d": "2026-02-03"}, [])
    assert (good.integer("i"), good.number("n"), good.day("d")) == (
        3,
        Decimal("1.5"),
        date(2026, 2, 3),
    )
    assert good.faults == []


def test_that_a_choice_of_types_has_exactly_one():
    assert Element({"valueCode": "a", "url": "u"}, []).one("value") == ("valueCode", "a")
    two = Element({"valueCode": "a", "valueString": "b"}, [])
    assert two.one("value") == ("", None)
    two.close()
    assert sentences(two) == ["élément « value[x] » : une seule valeur attendu"]


def test_that_a_name_shown_is_short_and_printable():
    table = Element({}, [], "x" * 100 + "\u202e")
    table.refuse("y")
    assert table.faults[0].where == "x" * 60


def test_that_what_holds_null_is_absent():
    table = Element({"a": None, "valueCode": None, "valueString": "x"}, [])
    assert "a" not in table
    assert table.one("value") == ("valueString", "x")
    table.close()
    assert table.faults == []
