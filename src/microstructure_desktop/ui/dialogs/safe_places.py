"""Where a document may be saved: what to say of a place before, and of the one chosen after."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from microstructure_desktop.ui.texts import NBSP

_ONLINE = ("dropbox", "google drive", "googledrive", "icloud", "nextcloud", "onedrive", "pcloud")
BEFORE = "sur une clé chiffrée plutôt que sur le bureau"
_SEEN = "Le bureau est vu de tous et souvent recopié en ligne"
_COPIED = "Ce dossier est recopié en ligne"
_MOVE = f"{NBSP}: déplacez ce fichier sur une clé chiffrée. Il n’est pas chiffré lui-même."
_PLAIN = (
    "Ce fichier n’est pas chiffré : gardez-le sur une clé qui l’est, et effacez-le dès qu’il "
    "a servi."
)


def after(path: Path) -> str:
    """What to do of a file saved there."""
    desktop = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
    if desktop and path.is_relative_to(desktop):
        return _SEEN + _MOVE
    if any(word in part.casefold() for part in path.parts for word in _ONLINE):
        return _COPIED + _MOVE
    return _PLAIN
