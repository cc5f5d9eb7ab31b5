"""Month, and dates counted from an anniversary."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Mois:
    """One civil month, written AAAA-MM."""

    annee: int
    numero: int

    @classmethod
    def de(cls, jour: date) -> "Mois":
        return cls(jour.year, jour.month)

    @classmethod
    def lire(cls, texte: str) -> "Mois":
        """Read « AAAA-MM ».

        Raises:
            ValueError: anything else.
        """
        annee, _, numero = texte.partition("-")
        digits = annee + numero  # int() would also read a sign, a space or an underscore
        if (len(annee), len(numero)) != (4, 2) or not (digits.isascii() and digits.isdigit()):
            raise ValueError(texte)
        mois = cls(int(annee), int(numero))
        mois.premier  # noqa: B018  -- raises ValueError outside 1..12
        return mois

    @property
    def premier(self) -> date:
        return date(self.annee, self.numero, 1)

    @property
    def dernier(self) -> date:
        return date(self.annee, self.numero, monthrange(self.annee, self.numero)[1])

    def plus(self, mois: int) -> "Mois":
        rang = self.annee * 12 + self.numero - 1 + mois
        return Mois(rang // 12, rang % 12 + 1)

    def __contains__(self, jour: date) -> bool:
        return self.premier <= jour <= self.dernier

    def __str__(self) -> str:
        return f"{self.annee:04}-{self.numero:02}"


def mois_plus_tard(jour: date, mois: int) -> date:
    """The same day some months later; the last day of a shorter month (31 January + 1 = 28/29)."""
    cible = Mois.de(jour).plus(mois)
    return cible.premier.replace(day=min(jour.day, cible.dernier.day))


def age(naissance: date, le: date) -> int:
    """Completed years on a given day."""
    return le.year - naissance.year - ((le.month, le.day) < (naissance.month, naissance.day))
