"""What Windows would send, made by hand: only what leaves the session is heard."""

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray

from microstructure_desktop.ui.session_windows import WindowsSession

POWER, SESSION = 0x0218, 0x02B1


@pytest.fixture
def heard(qapp):
    told = []
    session = WindowsSession(lambda: told.append(True), 0)
    yield session, told
    qapp.removeNativeEventFilter(session)


def _tell(session, number, value, kind=b"windows_generic_MSG"):
    message = wintypes.MSG()
    message.message = number
    message.wParam = value
    return session.nativeEventFilter(QByteArray(kind), ctypes.addressof(message))


@pytest.mark.parametrize(
    ("number", "value"),
    [(SESSION, 7), (SESSION, 2), (SESSION, 4), (SESSION, 6), (POWER, 4)],
    ids=["lock", "another user", "remote end", "log off", "suspend"],
)
def test_that_leaving_the_session_is_told_and_goes_on_to_the_window(heard, number, value):
    session, told = heard
    assert _tell(session, number, value) == (False, 0)
    assert told == [True]


@pytest.mark.parametrize(
    ("number", "value", "kind"),
    [
        (SESSION, 8, b"windows_generic_MSG"),
        (SESSION, 1, b"windows_generic_MSG"),
        (POWER, 0x12, b"windows_generic_MSG"),
        (POWER, 10, b"windows_generic_MSG"),
        (0x0200, 7, b"windows_generic_MSG"),
        (SESSION, 7, b"xcb_generic_event_t"),
    ],
    ids=["unlock", "console connect", "resume", "battery", "mouse move", "not Windows"],
)
def test_that_everything_else_is_left_alone(heard, number, value, kind):
    session, told = heard
    assert _tell(session, number, value, kind) == (False, 0)
    assert told == []
