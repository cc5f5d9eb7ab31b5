"""What leaves for ever: what left already goes before what is counted now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.divulgation import Divulgation, Refus, rediffusion
from microstructure_desktop.french import plain_date

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


@dataclass(frozen=True, slots=True)
class Sortie:
    """One variable as it leaves; `nouvelle`: it never left before, and is to be entered."""

    divulgation: Divulgation
    nouvelle: bool

    @property
    def diffusee(self) -> bool:
        return self.divulgation.niveau is not None


def decidee(deja: Iterable[Divulgation], candidat: Divulgation) -> Sortie | None:
    """The candidate, or what left already in its place; None of what may not even be named."""
    said = rediffusion(deja, candidat)
    kept = said.faite if isinstance(said, Refus) else said
    return None if kept is None else Sortie(kept, nouvelle=kept is candidat)


def entrer(work: "Work", sorties: Iterable[Sortie]) -> None:
    """Enter what never left before: it binds what may leave later."""
    for each in sorties:
        if each.nouvelle:
            work.divulgations.save(each.divulgation)


def deja_dit(sortie: Sortie, le: date) -> str:
    """« Tel que diffusé le 12 janvier 2026. » of what left before a day."""
    left = sortie.divulgation.jour
    return f"Tel que diffusé le {plain_date(left)}." if left < le else ""
