"""Telling that a file was saved."""

import pytest

from microstructure_desktop.ui.preview.watch import FileWatch


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "a.toml"
    made.write_text("un", encoding="utf-8")
    return made


@pytest.fixture
def watch(qapp, path):
    made = FileWatch(path)
    yield made
    made.deleteLater()


def test_that_a_file_written_again_is_told(watch, path, qtbot):
    for text in ("deux, plus long", "trois, plus long encore"):
        with qtbot.waitSignal(watch.saved):
            path.write_text(text, encoding="utf-8")


def test_that_a_file_put_in_its_place_is_told_each_time(watch, path, qtbot):
    for text in ("deux, plus long", "trois, plus long encore"):
        with qtbot.waitSignal(watch.saved):
            new = path.with_suffix(".new")
            new.write_text(text, encoding="utf-8")
            new.replace(path)


def test_that_a_file_gone_then_back_is_told_twice(watch, path, qtbot):
    with qtbot.waitSignal(watch.saved):
        path.unlink()
    with qtbot.waitSignal(watch.saved):
        path.write_text("revenu", encoding="utf-8")


def test_that_its_neighbours_are_not_told(watch, path, qtbot):
    path.with_name("b.toml").write_text("autre", encoding="utf-8")
    with qtbot.assertNotEmitted(watch.saved):
        watch._look()
