"""Durées: when a record becomes an archive, and when somebody has to decide what becomes of it."""

from dataclasses import dataclass
from datetime import date

from .periods import mois_plus_tard

_MOIS = 12


@dataclass(frozen=True, slots=True)
class Durees:
    """In years: after the last act for `actif` and `total`, of age for `mineur`, after a death."""

    actif: int
    total: int
    mineur: int
    deces: int

    def limite(self, le: date) -> date:
        """Whoever had no act after that day is in the archive."""
        return mois_plus_tard(le, -_MOIS * self.actif)

    def archive_le(self, dernier: date) -> date:
        """The first day in the archive, when nothing happens until then."""
        return annees_plus_tard(dernier, self.actif)

    def terme(self, dernier: date, naissance: date, deces: date | None = None) -> date:
        """When the question of erasing is asked."""
        if deces is not None and deces < annees_plus_tard(dernier, self.deces):
            return annees_plus_tard(deces, self.deces)
        whole = annees_plus_tard(dernier, self.total)
        return max(whole, annees_plus_tard(naissance, self.mineur))


def annees_plus_tard(jour: date, annees: int) -> date:
    """The same day years later; the last of February for the 29th."""
    return mois_plus_tard(jour, _MOIS * annees)
