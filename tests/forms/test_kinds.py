"""Telling forms, scales and code lists apart."""

import pytest

from microstructure_desktop.forms import wording
from microstructure_desktop.forms.kinds import Kind, kind
from microstructure_desktop.forms.toml_table import FormError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('id = "a"\n[[group]]\nid = "g"', Kind.FORM),
        ("group = 3", Kind.FORM),
        ('id = "a"\ncote = []', Kind.SCALE),
        ('id = "a"\ncodes = []', Kind.LIST),
        ("[[group]]\ncodes = 1", Kind.FORM),
    ],
)
def test_that_a_definition_is_known_by_what_is_in_it(text, expected):
    assert kind(text) is expected


@pytest.mark.parametrize("text", ["", 'id = "a"', "[codage]\ncodes = 1"])
def test_that_what_defines_nothing_is_refused(text):
    with pytest.raises(FormError) as caught:
        kind(text)
    assert [fault.sentence for fault in caught.value.faults] == [wording.UNKNOWN_KIND]
