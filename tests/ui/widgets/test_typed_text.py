"""What nobody can see is taken off; what is written stays."""

import unicodedata

import pytest

from microstructure_desktop.ui.widgets.typed_text import clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x0bc\x1f\x7f\u0085d", "abcd"),
        ("a\ud800b", "ab"),
        ("un\r\ndeux\ttrois", "un\ndeux\ttrois"),
        ("e\u0301te\u0301", "été"),
        ("« Qui\u00a0? » 🙂\u202f\u200d", "« Qui\u00a0? » 🙂\u202f\u200d"),
    ],
)
def test_that_only_what_is_written_stays(typed, kept):
    assert clean(typed) == kept


def test_that_of_all_control_characters_two_are_kept():
    controls = [chr(n) for n in range(0x3000) if unicodedata.category(chr(n)) == "Cc"]
    assert clean("".join(controls)) == "\t\n"
