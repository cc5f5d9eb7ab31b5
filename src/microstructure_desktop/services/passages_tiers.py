"""Which of the texts of a record may speak of somebody else: said to who reads it over."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING

from microstructure_desktop.domain.text import normalise

from . import noms_cites
from .access import Permission, check
from .delais_demande import delais

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId

    from .office import Office

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def signes(
    office: "Office", propres: "Collection[PatientId]", textes: Iterable[str]
) -> dict[str, str]:
    """By text, the words that name somebody or speak of those around the person, « sa mère »."""
    check(office, Permission.CLINIQUE)
    wanted = tuple(textes)
    found = noms_cites.autrui(office, propres, wanted)
    for texte in wanted:
        if texte not in found:
            close = _proche(texte)
            if close:
                found[texte] = close
    return found


def _proche(texte: str) -> str:
    return next((m[0] for m in _WORD.finditer(texte) if normalise(m[0]) in _proches()), "")


@cache
def _proches() -> frozenset[str]:
    return frozenset(normalise(word) for word in delais().proches)
