"""What every page receives."""

from datetime import UTC, datetime

from microstructure_desktop.paths import Home
from microstructure_desktop.settings import Settings
from microstructure_desktop.ui.context import Context, local_now
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.navigation import Navigator
from microstructure_desktop.ui.worker import Worker


def make_context(theme, tmp_path, **more) -> Context:
    events = Events()
    worker = Worker(None, frozenset, events)
    home = Home(tmp_path)
    return Context(worker, events, Navigator(), Settings(), theme, home, None, **more)


def test_that_the_clock_is_the_workstations_unless_given(theme, tmp_path):
    at = datetime(2026, 11, 19, 14, 32, tzinfo=UTC)
    assert make_context(theme, tmp_path, now=lambda: at).now() == at
    assert make_context(theme, tmp_path).now is local_now
    assert local_now().tzinfo is not None


def test_that_settings_can_be_replaced_during_the_session(theme, tmp_path):
    context = make_context(theme, tmp_path)
    context.settings = context.settings.with_(echelle=125)
    assert context.settings.echelle == 125
