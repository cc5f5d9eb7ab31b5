"""What a period holds: its acts and its follow-ups, nothing that is later than today."""

from collections.abc import Iterable
from datetime import date

from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion

from .faits import Faits, Periode
from .valeur import Nature, Valeur


def soir(faits: Faits, periode: Periode) -> date:
    """The last day of the period, or today while it lasts."""
    return min(periode.dernier, faits.le)


def actes(faits: Faits, periode: Periode) -> list[Acte]:
    """Its acts, kept or not."""
    return [a for a in faits.actes(periode.premier, periode.dernier) if a.jour <= faits.le]


def tenus(faits: Faits, periode: Periode) -> list[Acte]:
    """Its kept acts: with the person, with a relative, or between professionals."""
    return [a for a in actes(faits, periode) if a.honoree]


def rencontres(faits: Faits, periode: Periode) -> list[Acte]:
    """Its kept acts with the person, there, at home or at a distance."""
    return [a for a in tenus(faits, periode) if not a.sans_patient]


def patients(de: Iterable[Acte | Inclusion]) -> frozenset[PatientId]:
    return frozenset(un.patient for un in de)


def debuts(faits: Faits, periode: Periode) -> list[Inclusion]:
    """The follow-ups that began in it."""
    return [i for i in faits.inclusions() if i.debut in periode and i.debut <= faits.le]


def sorties(faits: Faits, periode: Periode) -> list[Inclusion]:
    """The follow-ups that ended in it."""
    return [i for i in faits.inclusions() if i.fin and i.fin in periode and i.fin <= faits.le]


def en_cours(faits: Faits, le: date) -> list[Inclusion]:
    """The follow-ups that go on the day after: one that ends that day does not."""
    return [i for i in faits.inclusions() if i.debut <= le and (i.fin is None or i.fin > le)]


def ordre(inclusion: Inclusion) -> tuple[date, date, str]:
    """First things first; of two begun on one day, the one that goes on is the later."""
    return (inclusion.debut, inclusion.fin or date.max, inclusion.id)


def programmes(faits: Faits, inclusions: Iterable[Inclusion]) -> tuple[str, ...]:
    """Every programme known, then those of these follow-ups whose file is no longer there."""
    return tuple(dict.fromkeys((*faits.programmes, *sorted({i.programme for i in inclusions}))))


def suivis(cle: str, inclusions: Iterable[Inclusion]) -> Valeur:
    """So many follow-ups; somebody who has two of them is counted twice, and shown once."""
    found = tuple(inclusions)
    return Valeur(cle, Nature.NOMBRE, len(found), qui=patients(found))
