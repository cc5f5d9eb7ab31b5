"""What a forfait will hold at its term, who will lose sessions, and what a year is worth."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .decompte import A, Decompte
from .equipe import Role
from .forfait import Compteur
from .periods import Mois

RECUL = 4
"""A rhythm is looked at once one part out of so many of the year has passed."""


@dataclass(frozen=True, slots=True)
class Prevision:
    """One line of a forfait at its term. `au_rythme`: at the present pace; `prevus`: the better of
    that and what is planned.
    """

    role: Role
    inclus: int
    faits: int
    planifies: int
    au_rythme: int

    @property
    def prevus(self) -> int:
        return max(self.au_rythme, self.faits + self.planifies)

    @property
    def perdus(self) -> int:
        """Acts included that will not have been done."""
        return max(0, self.inclus - self.prevus)

    @property
    def a_prendre(self) -> int:
        """Acts included that are neither done nor planned: appointments still to be made."""
        return max(0, self.inclus - self.faits - self.planifies)


@dataclass(frozen=True, slots=True)
class Previsions:
    """A forfait in progress, looked at from a day. `fin`: its last day."""

    fin: date
    jours_restants: int
    avec_recul: bool
    lignes: tuple[Prevision, ...]

    @property
    def perdus(self) -> int:
        return sum(ligne.perdus for ligne in self.lignes)

    @property
    def va_perdre(self) -> bool:
        """Whether sessions will be lost; a year just begun says nothing yet."""
        return self.avec_recul and self.perdus > 0


def previsions(decompte: Decompte[A], le: date) -> Previsions | None:
    """What the counters will say at the end; None outside the forfait, or when nothing is counted.

    The pace is acts done by days gone (`le` included), kept up for the days left: done, plus done
    × days left / days gone, rounded down since half an act is none. What is planned may say more,
    never less. Known exits bring the end forward.
    """
    cycle = decompte.cycle
    if not cycle.ouvert(le) or not decompte.compte:
        return None
    gone, left = (le - cycle.debut).days + 1, (cycle.fin - le).days
    return Previsions(
        cycle.fin,
        left,
        gone * RECUL >= gone + left,
        tuple(_prevision(c, gone, left) for c in decompte.forfait.compteurs),
    )


def _prevision(compteur: Compteur, gone: int, left: int) -> Prevision:
    pace = compteur.faits + compteur.faits * left // gone
    return Prevision(compteur.role, compteur.inclus, compteur.faits, compteur.planifies, pace)


@dataclass(frozen=True, slots=True)
class MoisPrevu:
    """Forfaits of one month, in cents. `prorata`: those ended, for the days that were followed.

    `a_venir`: the month is not over, its figures suppose that everybody followed today stays.
    """

    mois: Mois
    commences: int
    commences_centimes: int
    termines: int
    termines_centimes: int
    termines_prorata: int
    a_venir: bool


def annee_prevue(decomptes: Iterable[Decompte[A]], annee: int, le: date) -> tuple[MoisPrevu, ...]:
    """The twelve months of a year: forfaits that begin and that end in each, at their amount.

    Given every forfait begun by 31 December of the year, with the years to come of those who are
    still followed. Both amounts are there, whole and pro rata: nothing published says which.
    """
    given = [d for d in decomptes if d.forfait.montant_centimes]
    return tuple(_mois(given, Mois(annee, numero), le) for numero in range(1, 13))


def _mois(decomptes: Iterable[Decompte[A]], mois: Mois, le: date) -> MoisPrevu:
    begun = [d for d in decomptes if d.cycle.debut in mois]
    ended = [d.du() for d in decomptes if d.cycle.fin in mois]
    return MoisPrevu(
        mois,
        len(begun),
        sum(d.forfait.montant_centimes for d in begun),
        len(ended),
        sum(du.entier for du in ended),
        sum(du.prorata for du in ended),
        mois.dernier >= le,
    )
