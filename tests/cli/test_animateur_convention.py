"""A channel as it is typed."""

import argparse

import pytest

from microstructure_desktop.cli.animateur_convention import channel
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.exchange.convention import CanalPropose


def test_that_a_channel_is_a_kind_and_an_address():
    assert channel("webdav=https://h/d?a=b") == CanalPropose(TypeCanal.WEBDAV, "https://h/d?a=b")


@pytest.mark.parametrize("text", ["", "courriel", "fax=0561"])
def test_that_anything_else_is_refused_in_words(text):
    if text == "courriel":
        assert channel(text).adresse == ""
        return
    with pytest.raises(argparse.ArgumentTypeError, match="type=adresse"):
        channel(text)
