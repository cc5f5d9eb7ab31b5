"""Transactions begin where we say."""

from sqlalchemy import text

from microstructure_desktop.animateur.sql import engine


def test_that_no_value_of_a_row_is_in_an_error(tmp_path):
    made = engine.connect(f"sqlite:///{tmp_path / 'r.db'}")
    assert made.hide_parameters
    with engine.reading(made) as connection:
        assert connection.execute(text("pragma foreign_keys")).scalar() == 1
        assert connection.connection.in_transaction
    made.dispose()
