"""Plage: some minutes of a day, and what a day leaves free."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

JOURNEE = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Plage:
    """From `debut` to `fin`, minutes since midnight; `fin` is not included."""

    debut: int
    fin: int

    @classmethod
    def de(cls, heure: time, duree: int) -> "Plage":
        """A span that begins at an hour; it ends with the day at the latest."""
        debut = minutes(heure)
        return cls(debut, min(debut + duree, JOURNEE))

    @classmethod
    def entre(cls, debut: time, fin: time) -> "Plage":
        return cls(minutes(debut), minutes(fin))

    @property
    def duree(self) -> int:
        return self.fin - self.debut

    def chevauche(self, autre: "Plage") -> bool:
        return self.debut < autre.fin and autre.debut < self.fin

    def contient(self, autre: "Plage") -> bool:
        return self.debut <= autre.debut and autre.fin <= self.fin


def minutes(heure: time) -> int:
    return heure.hour * 60 + heure.minute


def heure(depuis_minuit: int) -> time:
    """The hour after so many minutes; midnight that ends a day is its last minute."""
    return time(*divmod(min(depuis_minuit, JOURNEE - 1), 60))


def libres(
    ouverte: Plage, prises: Iterable[Plage], pas: int, *, au_moins: int = 30
) -> tuple[Plage, ...]:
    """What stays free of a span, cut every `pas` minutes from the end of what is taken.

    The last piece before somebody comes may be shorter, but not shorter than `au_moins`.
    """
    trouvees: list[Plage] = []
    debut = ouverte.debut
    for prise in (*sorted(prises), Plage(ouverte.fin, ouverte.fin)):
        limite = min(prise.debut, ouverte.fin)
        while limite - debut >= min(pas, au_moins):
            trouvees.append(Plage(debut, min(debut + pas, limite)))
            debut = trouvees[-1].fin
        debut = max(debut, prise.fin)
    return tuple(trouvees)
