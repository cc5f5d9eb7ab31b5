"""Who entered and who left for the first time, so that no two years share anybody."""

from dataclasses import dataclass
from datetime import date, timedelta

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion

from .faits import Faits, Periode

_JOUR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Parcours:
    """The follow-ups of somebody: the very first one, and the one that their first exit ends.

    A follow-up that another one continues, the day after at the latest, ends by no exit. `retour`:
    the day they came back after it.
    """

    premiere: Inclusion
    derniere: Inclusion | None
    retour: date | None = None

    @property
    def sortie(self) -> date | None:
        return None if self.derniere is None else self.derniere.fin

    def __contains__(self, jour: date) -> bool:
        """From the very first day until they came back."""
        return self.premiere.debut <= jour < (self.retour or date.max)


def entres(faits: Faits, annee: int) -> dict[PatientId, Inclusion]:
    """The very first follow-up of the people for whom it began in the year."""
    first = {p: each.premiere for p, each in _parcours(faits).items()}
    year = Periode.de_l_annee(annee)
    return {p: i for p, i in first.items() if i.debut in year and i.debut <= faits.le}


def sortis(faits: Faits, annee: int) -> dict[PatientId, Parcours]:
    """The people whose first exit lies in the year."""
    year = Periode.de_l_annee(annee)
    return {
        p: each
        for p, each in _parcours(faits).items()
        if each.sortie is not None and each.sortie in year and each.sortie <= faits.le
    }


def _parcours(faits: Faits) -> dict[PatientId, Parcours]:
    every: dict[PatientId, list[Inclusion]] = {}
    for inclusion in sorted(faits.inclusions(), key=lambda i: (i.debut, i.fin or date.max)):
        every.setdefault(inclusion.patient, []).append(inclusion)
    return {p: _de(known) for p, known in every.items()}


def _de(known: list[Inclusion]) -> Parcours:
    last = _premiere_sortie(known)
    after = (i.debut for i in known if last is not None and last.fin and i.debut > last.fin)
    return Parcours(known[0], last, min(after, default=None))


def _premiere_sortie(known: list[Inclusion]) -> Inclusion | None:
    ended = sorted((i for i in known if i.fin is not None), key=lambda i: i.fin or date.max)
    return next((i for i in ended if not any(_continue(other, i) for other in known)), None)


def _continue(autre: Inclusion, fini: Inclusion) -> bool:
    if autre is fini or fini.fin is None:
        return False
    return autre.debut <= fini.fin + _JOUR and (autre.fin is None or autre.fin > fini.fin)
