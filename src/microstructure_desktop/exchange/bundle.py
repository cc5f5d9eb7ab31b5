"""Contents to canonical files and back: the same month gives the same bytes everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .contents import Contenu


@dataclass(frozen=True, slots=True)
class Bundle:
    """`id` is the SHA-256 of the manifest; `nom` the folder's name; `files` sorted by name."""

    id: str
    nom: str
    files: tuple[tuple[str, bytes], ...]


def build(contenu: Contenu, *, sequence: int, remplace: str | None = None) -> Bundle:
    raise NotImplementedError


def read(files: Mapping[str, bytes]) -> Contenu:
    raise NotImplementedError
