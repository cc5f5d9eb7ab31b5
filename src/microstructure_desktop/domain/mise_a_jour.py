"""Updates: the versions of the application, and what its publisher says of one."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_VERSION = re.compile(r"(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})")


class Systeme(StrEnum):
    WINDOWS = "windows"
    DEBIAN = "debian"


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """X.Y.Z, compared as numbers: 0.10.0 comes after 0.9.0."""

    majeure: int
    mineure: int
    correctif: int

    @classmethod
    def lire(cls, text: str) -> "Version":
        """Raises: ValueError"""
        found = _VERSION.fullmatch(text)
        if not found:
            raise ValueError(f"not a version: {text}")
        return cls(*map(int, found.groups()))

    def __str__(self) -> str:
        return f"{self.majeure}.{self.mineure}.{self.correctif}"


@dataclass(frozen=True, slots=True)
class Annonce:
    """What is signed. `schema` is that of the store once updated, `changements` sentences;
    `taille` and `sha256` are the installer's.
    """

    version: Version
    schema: int
    systeme: Systeme
    taille: int
    sha256: str
    date: date
    changements: tuple[str, ...]

    @property
    def nom(self) -> str:
        """The name of the file that carries it."""
        return f"microstructure-{self.version}-{self.systeme}.msmamaj"

    @property
    def installeur(self) -> str:
        """Never a name that a file gives: whatever it says, nothing else is overwritten."""
        if self.systeme is Systeme.WINDOWS:
            return f"Microstructure-{self.version}-setup.exe"
        return f"microstructure-desktop_{self.version}_amd64.deb"
