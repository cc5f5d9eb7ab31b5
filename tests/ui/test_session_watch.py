"""The watch starts with the window, on whatever the system has."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.session_bus import SessionBus
from microstructure_desktop.ui.session_watch import SessionWatch


@pytest.fixture
def window(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def alone(monkeypatch, tmp_path):
    """A computer where nobody listens."""
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)


def test_that_what_the_bus_tells_is_told_on(window, alone):
    watch = SessionWatch(window)
    told = []
    watch.left.connect(lambda: told.append(True))
    watch.start(window)
    watch.findChild(SessionBus)._on_lock()
    assert told == [True]
