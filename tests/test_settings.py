"""Preferences survive, and nothing unreadable ever stops the start."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop import settings
from microstructure_desktop.settings import Settings


def test_that_saved_preferences_are_read_back(tmp_path):
    path = tmp_path / "profond" / "reglages.json"
    chosen = Settings("sombre", 125, 5, "0192f0")
    settings.save(path, chosen)
    assert settings.load(path) == chosen
    assert list(path.parent.iterdir()) == [path]


def test_that_a_first_start_has_defaults(tmp_path):
    assert settings.load(tmp_path / "absent.json") == Settings()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", '{"echelle": 999}', '{"theme": "rose"}', '{"echelle": true}', "é" * 9],
)
def test_that_what_cannot_be_understood_keeps_its_default(tmp_path, content):
    path = tmp_path / "reglages.json"
    path.write_text(content, encoding="utf-8")
    assert settings.load(path) == Settings()


def test_that_one_bad_value_does_not_lose_the_others(tmp_path):
    path = tmp_path / "reglages.json"
    path.write_text('{"echelle": 112, "verrouillage_minutes": 0}', encoding="utf-8")
    assert settings.load(path) == Settings(echelle=112)


@given(st.binary(max_size=200))
def test_that_no_content_raises(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("s") / "reglages.json"
    path.write_bytes(content)
    assert isinstance(settings.load(path), Settings)
