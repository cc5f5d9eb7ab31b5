"""Versions are compared as numbers, and no file says where it is written."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.mise_a_jour import Systeme, Version
from tests.services.updates import ANNONCE


def test_that_versions_are_compared_as_numbers():
    lues = [Version.lire(text) for text in ("0.9.0", "0.10.0", "0.10.1", "1.0.0")]
    assert lues == sorted(lues)
    assert [str(version) for version in lues] == ["0.9.0", "0.10.0", "0.10.1", "1.0.0"]


@pytest.mark.parametrize(
    "text", ["", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0rc1", "1.0.-1", "١.0.0"]
)
def test_that_what_is_no_version_is_refused(text):
    with pytest.raises(ValueError, match="not a version"):
        Version.lire(text)


def test_that_names_are_those_of_the_packages():
    assert ANNONCE.nom == "microstructure-9.0.0-debian.msmamaj"
    assert ANNONCE.installeur == "microstructure-desktop_9.0.0_amd64.deb"
    windows = replace(ANNONCE, systeme=Systeme.WINDOWS)
    assert windows.nom == "microstructure-9.0.0-windows.msmamaj"
    assert windows.installeur == "Microstructure-9.0.0-setup.exe"
