"""The log holds types and places; never what a message or a variable said."""

import logging

import pytest

from microstructure_desktop import log

SECRET = "Élodie Canari, née le 14/05/1992"


@pytest.fixture
def logger(tmp_path):
    log.set_up(tmp_path)
    made = logging.getLogger("microstructure_desktop")
    yield made
    for handler in list(made.handlers):
        handler.close()
        made.removeHandler(handler)
    made.propagate = True


def test_that_an_exception_leaves_its_type_and_place_only(logger, tmp_path):
    try:
        int(SECRET)
    except ValueError:
        logger.exception("unforeseen failure")
    written = (tmp_path / "microstructure.log").read_text(encoding="utf-8")
    assert "ValueError at test_log.py:" in written
    assert "Canari" not in written
    assert "1992" not in written


def test_that_a_chain_of_exceptions_says_no_more(logger, tmp_path):
    try:
        try:
            {}[SECRET]
        except KeyError:
            int(SECRET)
    except ValueError:
        logger.exception("unforeseen failure")
    assert "Canari" not in (tmp_path / "microstructure.log").read_text(encoding="utf-8")


def test_that_a_folder_that_refuses_is_left_alone(tmp_path):
    blocked = tmp_path / "fichier"
    blocked.write_text("")
    log.set_up(blocked / "journaux")
    assert not logging.getLogger("microstructure_desktop").handlers
