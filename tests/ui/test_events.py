"""Events carry what happened to whoever listens."""

from datetime import UTC, datetime

from microstructure_desktop.ui.events import Events, Notice


def test_that_a_notice_reaches_the_window(qtbot):
    events = Events()
    with qtbot.waitSignal(events.notice_requested) as caught:
        events.notify("Rendez-vous supprimé", "Annuler", print)
    assert caught.args == [Notice("Rendez-vous supprimé", "Annuler", print, "ok")]


def test_that_the_time_of_a_save_is_told(qtbot):
    events = Events()
    at = datetime(2026, 11, 19, 14, 32, tzinfo=UTC)
    with qtbot.waitSignal(events.saved) as caught:
        events.mark_saved(at)
    assert caught.args == [at]
