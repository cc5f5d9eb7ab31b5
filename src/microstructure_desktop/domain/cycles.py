"""Cycle: the days that one forfait covers, and the only cycle that an act belongs to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, takewhile

from .consultation import Acte
from .equipe import CycleForfait
from .forfait import ANNEE, bornes, imputable
from .ids import InclusionId, PatientId
from .patient import Inclusion
from .periods import mois_plus_tard
from .programme import Programme, Version, exclusifs


@dataclass(frozen=True, slots=True)
class Cycle:
    """One year of one inclusion, under the figures in force on its first day.

    `terme` is the last day foreseen; `fin` the real one, brought forward by an exit.
    """

    inclusion: Inclusion
    programme: Programme
    version: Version
    debut: date
    terme: date

    @property
    def patient(self) -> PatientId:
        return self.inclusion.patient

    @property
    def fin(self) -> date:
        return min(self.terme, self.inclusion.fin or date.max)

    @property
    def ecourte(self) -> bool:
        """Whether an exit ended it before its term."""
        return self.fin < self.terme

    def ouvert(self, le: date) -> bool:
        return self.debut <= le <= self.fin

    def jours(self, premier: date, dernier: date) -> int:
        """How many of its days lie between two days, both included."""
        return max(0, (min(self.fin, dernier) - max(self.debut, premier)).days + 1)

    def impute(self, acte: Acte) -> bool:
        return any(imputable(acte, p, self.programme) for p in self.version.prestations)


def cycles(
    inclusion: Inclusion,
    programme: Programme,
    jusqua: date,
    rythme: CycleForfait = CycleForfait.ANNIVERSAIRE,
) -> tuple[Cycle, ...]:
    """The forfaits of an inclusion that had begun by a day, oldest first.

    A year that pays nothing and counts nothing opens none.
    """
    dernier = min(jusqua, inclusion.fin or date.max)
    begun = takewhile(lambda b: b[0] <= dernier, bornes(inclusion, programme, rythme))
    dated = ((programme.version(debut), debut, terme) for debut, terme in begun)
    return tuple(
        Cycle(inclusion, programme, version, debut, terme)
        for version, debut, terme in dated
        if version is not None and version.forfaitaire
    )


def tous_les_cycles(
    inclusions: Iterable[Inclusion],
    programmes: Mapping[str, Programme],
    jusqua: date,
    rythme: CycleForfait = CycleForfait.ANNIVERSAIRE,
) -> tuple[Cycle, ...]:
    """Those of every inclusion; a programme whose file is no longer there opens none."""
    return tuple(
        found
        for inclusion in inclusions
        if inclusion.programme in programmes
        for found in cycles(inclusion, programmes[inclusion.programme], jusqua, rythme)
    )


def par_personne(tous: Iterable[Cycle]) -> dict[PatientId, list[Cycle]]:
    found: dict[PatientId, list[Cycle]] = defaultdict(list)
    for un in tous:
        found[un.patient].append(un)
    return found


def du_jour(siens: Iterable[Cycle], le: date) -> Cycle | None:
    """Of one person's cycles open on a day, the latest begun: on a change of programme, the new."""
    ouverts = [c for c in siens if c.ouvert(le)]
    return max(ouverts, key=lambda c: (c.debut, c.fin, c.inclusion.id), default=None)


def attribue(acte: Acte, siens: Iterable[Cycle]) -> Cycle | None:
    """The only cycle that an act may count in; it has the act whether it counts it or not."""
    return du_jour((c for c in siens if c.patient == acte.patient), acte.jour)


def rapproches(tous: Iterable[Cycle]) -> dict[tuple[InclusionId, date], Cycle]:
    """Cycles begun less than a year after one of another inclusion that excludes them: that one.

    Who left and came back, or changed programme, has two whole forfaits in one year.
    """
    found: dict[tuple[InclusionId, date], Cycle] = {}
    for siens in par_personne(tous).values():
        ordered = sorted(siens, key=lambda c: c.debut)
        for avant, apres in combinations(ordered, 2):
            if _seconde(avant, apres):
                found[apres.inclusion.id, apres.debut] = avant
    return found


def _seconde(avant: Cycle, apres: Cycle) -> bool:
    if avant.inclusion.id == apres.inclusion.id or not avant.version.montant_centimes:
        return False
    within = apres.debut < mois_plus_tard(avant.debut, ANNEE)
    return within and exclusifs(avant.programme, apres.programme)


def chevauchements(
    inclusions: Iterable[Inclusion], programmes: Mapping[str, Programme]
) -> tuple[tuple[Inclusion, Inclusion], ...]:
    """Pairs of inclusions of one person that cover a same day although they exclude each other.

    Nothing records such a pair; undoing, joining records or an old list may leave one.
    """
    siennes: dict[PatientId, list[Inclusion]] = defaultdict(list)
    for inclusion in sorted(inclusions, key=lambda i: i.debut):
        if inclusion.programme in programmes:
            siennes[inclusion.patient].append(inclusion)
    return tuple(
        (un, autre)
        for une_personne in siennes.values()
        for un, autre in combinations(une_personne, 2)
        if un.chevauche(autre) and exclusifs(programmes[un.programme], programmes[autre.programme])
    )
