"""What is not a year is refused with the way to write one."""

import argparse

import pytest

from microstructure_desktop.cli.year import year


def test_that_a_year_is_read():
    assert year("2026") == 2026


@pytest.mark.parametrize("text", ["26", "deux mille", "1999", "２０２６", "-2026", "0000", ""])
def test_that_what_is_not_a_year_is_refused(text):
    with pytest.raises(argparse.ArgumentTypeError, match="AAAA"):
        year(text)
