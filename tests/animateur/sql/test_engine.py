"""Transactions begin where we say."""

import os

import pytest
from sqlalchemy import text

from microstructure_desktop.animateur.errors import RegisterPassword
from microstructure_desktop.animateur.sql import engine


def test_that_no_value_of_a_row_is_in_an_error(tmp_path):
    made = engine.connect(f"sqlite:///{tmp_path / 'r.db'}")
    assert made.hide_parameters
    with engine.reading(made) as connection:
        assert connection.execute(text("pragma foreign_keys")).scalar() == 1
        assert connection.connection.in_transaction
    made.dispose()


def test_that_a_new_file_is_for_its_owner_alone(tmp_path):
    made = engine.connect(f"sqlite:///{tmp_path / 'r.db'}")
    with engine.writing(made):
        modes = {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    made.dispose()
    owner_only = 0o600 if os.name == "posix" else 0o666
    assert modes == {owner_only}


@pytest.mark.parametrize("name", ["password", "sslpassword"])
def test_that_no_password_hides_behind_an_address(name):
    with pytest.raises(RegisterPassword):
        engine.connect(f"postgresql://u@localhost:1/base?{name}=sesame")
