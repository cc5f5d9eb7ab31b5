"""JSON goes out with every digit and comes in only when it is safe."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.forms.fhir import json_text
from microstructure_desktop.forms.fhir.errors import Refused

SAFE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | SAFE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SAFE, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(SAFE, VALUES))
def test_that_a_text_is_read_as_any_json_reader_would(found):
    text = json_text.written(found)
    assert json.loads(text) == found
    assert json_text.read(text.encode()) == found


def test_that_a_decimal_keeps_its_digits():
    found = {"value": Decimal("70.50"), "small": Decimal("1E-7")}
    assert '"value": 70.50,\n  "small": 1E-7' in json_text.written(found)
    assert json_text.read(json_text.written(found).encode()) == found


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"a": 1', Refused.NOT_JSON),
        (b'{"a": NaN}', Refused.NOT_JSON),
        (b"\xff", Refused.NOT_UTF8),
        (b"[1]", Refused.NOT_QUESTIONNAIRE),
        (b'{"a": 1, "a": 2}', Refused.TWICE.format("a")),
        (b'{"a": "\\u0007"}', Refused.CONTROL),
        (b'{"\\u0000": 1}', Refused.CONTROL),
        (b'{"a": "\\ud800"}', Refused.CONTROL),
        (b'{"a":' * 61 + b"1" + b"}" * 61, Refused.TOO_DEEP.format(60)),
        (b'{"a":' * 9_000 + b"1" + b"}" * 9_000, ""),
        (b'{"a":"' + b"x" * 1_000_000 + b'"}', Refused.TOO_LONG.format(1000)),
    ],
)
def test_that_an_unsafe_file_is_refused_in_words(data, sentence):
    with pytest.raises(Refused) as refused:
        json_text.read(data)
    assert sentence in refused.value.faults[0].sentence


def test_that_lines_and_tabs_are_texts():
    assert json_text.read(b'{"a": "x\\n\\ty"}') == {"a": "x\n\ty"}
