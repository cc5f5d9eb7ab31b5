"""Refused passphrases are counted beside the store, whatever is in the file."""

from datetime import UTC, datetime, timedelta

from microstructure_desktop.services import attempts
from microstructure_desktop.services.attempts import Attempt

AT = datetime(2026, 11, 19, 14, 5, tzinfo=UTC)
SOMEBODY = "0192f0000000700080000000000000a1"


def test_that_each_is_read_back_in_order_and_forgotten(home):
    home.root.mkdir()
    assert attempts.read(home) == ()
    for minutes in (0, 1):
        attempts.note(home, SOMEBODY, AT + timedelta(minutes=minutes))
    assert attempts.read(home) == (
        Attempt(SOMEBODY, AT),
        Attempt(SOMEBODY, AT + timedelta(minutes=1)),
    )
    attempts.forget(home)
    assert attempts.read(home) == ()
    assert list(home.root.iterdir()) == []


def test_that_the_file_stays_small(home):
    home.root.mkdir()
    for second in range(attempts.MOST + 5):
        attempts.note(home, SOMEBODY, AT + timedelta(seconds=second))
    assert len(attempts.read(home)) == attempts.MOST
    assert attempts.read(home)[0].at == AT


def test_that_only_what_can_be_read_counts(home):
    home.root.mkdir()
    home.echecs_file.write_bytes(
        b"\xff\xfe\n\nx y\n1e9 b\n99999999999999999999 c\n-99999999999999999 d\n"
        + f"{int(AT.timestamp() * 1000)} {SOMEBODY}\n".encode()
    )
    assert attempts.read(home) == (Attempt(SOMEBODY, AT),)


def test_that_a_folder_that_refuses_hides_nothing_else(home, caplog):
    home.echecs_file.mkdir(parents=True)
    attempts.note(home, SOMEBODY, AT)
    assert attempts.read(home) == ()
    attempts.forget(home)
    assert caplog.text.count("errno") == 3
