"""Where files live (platformdirs, or --home for tests, the demonstration and USB use)."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """One cabinet's folder; nothing of the application is written outside it.

    `coffre` holds the encrypted store and its key file, `documents` only what a person saved.
    """

    root: Path

    @property
    def coffre(self) -> Path:
        return self.root / "coffre"

    @property
    def sauvegardes(self) -> Path:
        """Backups kept on this computer."""
        return self.root / "sauvegardes"

    @property
    def documents(self) -> Path:
        return self.root / "documents"

    @property
    def formulaires(self) -> Path:
        """Form definitions added by the cabinet."""
        return self.root / "formulaires"

    @property
    def journaux(self) -> Path:
        return self.root / "journaux"

    @property
    def cache(self) -> Path:
        return self.root / "cache"

    @property
    def animateur(self) -> Path:
        """The regional animator's keys, register and receipts."""
        return self.root / "animateur"

    @property
    def registre_file(self) -> Path:
        """The address of the animator's register, when it is elsewhere."""
        return self.animateur / "registre.txt"

    @property
    def echecs_file(self) -> Path:
        """Passphrases refused since the store was last opened."""
        return self.root / "echecs.txt"

    @property
    def settings_file(self) -> Path:
        return self.root / "reglages.json"


def home(chosen: Path | None = None) -> Home:
    """The folder chosen with --home, else the person's own, never roaming."""
    if chosen is not None:
        return Home(chosen.expanduser().resolve())
    from platformdirs import user_data_path

    return Home(user_data_path("Microstructure", appauthor=False, roaming=False))
