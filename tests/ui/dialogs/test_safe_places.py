"""A file in clear is told where it is safe, and where it is not."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from microstructure_desktop.ui.dialogs import safe_places

DESKTOP = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation))


def test_that_the_desktop_is_no_place_for_it():
    told = safe_places.after(DESKTOP / "cr.pdf")
    assert told.startswith("Le bureau est vu de tous")
    assert "clé chiffrée" in told


@pytest.mark.parametrize("folder", ["OneDrive - Cabinet", "Dropbox", "iCloud Drive"])
def test_that_a_folder_copied_online_is_known(tmp_path, folder):
    told = safe_places.after(tmp_path / folder / "cr.pdf")
    assert told.startswith("Ce dossier est recopié en ligne")


def test_that_anywhere_else_it_is_still_in_clear(tmp_path):
    told = safe_places.after(tmp_path / "cr.pdf")
    assert "n’est pas chiffré" in told
    assert "bureau" not in told
