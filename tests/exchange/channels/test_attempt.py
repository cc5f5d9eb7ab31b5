"""An attempt ends in time and leaves no trace in a log."""

import asyncio
import logging
import time

import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.exchange.channels.attempt import attempt
from microstructure_desktop.exchange.channels.model import Depot, Detail, Stopped, refused


async def never():
    await asyncio.Event().wait()


async def stubborn():
    """Does what a library does that says farewell to a server that answers no more."""
    try:
        await never()
    finally:
        await never()


async def raises(error):
    raise error


async def answers():
    return 42


def test_that_it_gives_what_the_work_gave():
    assert attempt(answers(), 5) == 42


@pytest.mark.parametrize("work", [never, stubborn])
def test_that_it_ends_in_time(work):
    start = time.monotonic()
    with pytest.raises(Stopped) as stopped:
        attempt(work(), 0.05)
    assert stopped.value.depot == Depot(Resultat.INJOIGNABLE, Detail.DELAI)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ConnectionRefusedError(111, "to 10.0.0.1"), Depot(Resultat.INJOIGNABLE, Detail.COUPURE)),
        (TimeoutError(), Depot(Resultat.INJOIGNABLE, Detail.DELAI)),
        (refused(Detail.COMPTE), Depot(Resultat.REFUSE, Detail.COMPTE)),
    ],
)
def test_that_a_fault_of_the_network_is_told_in_two_words(error, expected):
    with pytest.raises(Stopped) as stopped:
        attempt(raises(error), 5)
    assert stopped.value.depot == expected
    assert "10.0.0.1" not in str(stopped.value)


def test_that_a_defect_is_not_taken_for_a_fault():
    with pytest.raises(KeyError):
        attempt(raises(KeyError("x")), 5)


def test_that_talkative_libraries_are_silent(caplog):
    caplog.set_level(logging.DEBUG)
    attempt(answers(), 5)
    for name in ("httpx", "httpcore.connection", "asyncssh", "asyncssh.sftp"):
        logging.getLogger(name).critical("sftp.example.org")
    assert "example" not in caplog.text
