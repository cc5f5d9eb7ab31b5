"""Whatever a definition holds is the same once written as TOML and read again."""

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.forms.fhir import writer
from microstructure_desktop.forms.toml_table import MAX_LINE

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = (
    st.booleans()
    | st.integers(-(10**9), 10**9)
    | TEXTS
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.dates()
)
VALUES = SCALARS | st.lists(SCALARS, max_size=6) | st.dictionaries(TEXTS, SCALARS, max_size=3)


def read(text):
    return tomllib.loads(text, parse_float=Decimal)


@given(VALUES)
def test_that_any_value_is_read_back(value):
    assert read(f"x = {writer.value(value)}\n") == {"x": value}


@given(st.text(st.sampled_from(' \n\t\\"a’'), min_size=400, max_size=4_000))
def test_that_a_long_text_goes_on_lines_that_are_not_too_long(text):
    written = f"x = {writer.value(text)}"
    assert read(written) == {"x": text}
    assert max(map(len, written.split("\n"))) <= MAX_LINE


def test_that_tables_are_headed_and_comments_stand_above():
    item = {"id": "q", "jour": date(2026, 1, 2), "options": [{"code": "A"}], "any": list("abcde")}
    text = writer.written({"id": "f", "group": [{"id": "g", "item": [item]}]}, ["# une ligne"])
    assert text.startswith('# une ligne\n\nid = "f"\n\n[[group]]\nid = "g"\n\n[[group.item]]\n')
    assert read(text)["group"][0]["item"] == [item]


def test_that_what_toml_has_no_word_for_is_refused():
    with pytest.raises(TypeError):
        writer.value(None)
