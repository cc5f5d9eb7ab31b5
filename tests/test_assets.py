"""Shipped files are found by their parts, never by a path of this machine."""

import pytest

from microstructure_desktop import assets


def test_that_every_definition_is_listed_once_in_a_stable_order():
    names = assets.names("programmes")
    assert ("programmes", "covid_sm.toml") in names
    assert names == sorted(set(names))


def test_that_folders_below_are_walked():
    assert ("forms", "psychologique", "suivi.toml") in assets.names("forms")


def test_that_text_is_read_with_its_accents():
    assert "Médecin" in assets.text("listes", "cl02_role.toml")


def test_that_a_missing_file_is_not_invented():
    with pytest.raises(FileNotFoundError):
        assets.text("nulle_part.toml")
