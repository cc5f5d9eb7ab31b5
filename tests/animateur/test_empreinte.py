"""Six groups on screen, two by ear."""

from microstructure_desktop.animateur import empreinte
from microstructure_desktop.exchange.seal import fingerprint

from .cases import new_keys

WHOLE = "3F2A 91C0 0001 0002 0003 0004 0005 0006"


def test_that_the_last_two_groups_are_for_the_ear():
    assert empreinte.shown(WHOLE) == "3F2A 91C0 0001 0002 0003 0004"
    assert empreinte.completed(WHOLE, "0005 0006") == WHOLE
    assert empreinte.completed(WHOLE, "0005 0007") != WHOLE


def test_that_a_key_is_read_as_everywhere():
    public = new_keys().signature.public
    assert empreinte.of_key(public) == fingerprint(public)
