"""Who was seen (M01, A01), once only, for the first time, by whom (A02, A03, A05)."""

from collections import Counter, defaultdict

from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.domain.ids import PatientId

from .faits import Faits, Periode
from .lecture import patients, programmes, rencontres
from .valeur import TOTAL, Resultat, part, personnes

SANS_PROGRAMME = "sans_programme"
METIERS = "metiers_"
COMPLETE = "complete"
_COMPLETE = {Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL}


def m01(faits: Faits, periode: Periode) -> Resultat:
    """File active of a month: distinct people with a kept act, there, at home or at a distance."""
    return Resultat("M01", (personnes(TOTAL, _vus(faits, periode)),))


def a01(faits: Faits, periode: Periode) -> Resultat:
    """File active of a year: the same, from 1 January to 31 December."""
    return Resultat("A01", (personnes(TOTAL, _vus(faits, periode)),))


def a02(faits: Faits, periode: Periode) -> Resultat:
    """Of the file active of the year (A01), who had one kept act and no more.

    All professions together; talks with a relative and work without the person are no act with
    them. Two acts of one day are two.
    """
    times = Counter(a.patient for a in rencontres(faits, periode))
    once = (patient for patient, combien in times.items() if combien == 1)
    return Resultat("A02", (part(TOTAL, once, times),))


def a03(faits: Faits, periode: Periode) -> Resultat:
    """Of the file active of the year (A01), whose first kept act ever is of this year.

    Somebody who comes back after years is not new, whatever their follow-ups.
    """
    seen = _vus(faits, periode)
    first = faits.premiers_actes(seen)
    new = (patient for patient in seen if first[patient] >= periode.premier)
    return Resultat("A03", (part(TOTAL, new, seen),))


def a05(faits: Faits, periode: Periode) -> Resultat:
    """The file active of the year (A01) by programme, then by how many professions were met.

    By programme: people in it at least one day of the year, whenever they were seen; in two of
    them, they count in both; in none, under `sans_programme`. By professions: those who held a
    kept act with the person in the year. `complete`: general practitioner, psychologist and social
    worker, each at least once.
    """
    seen = _vus(faits, periode)
    during = [
        i
        for i in faits.inclusions()
        if i.debut <= min(periode.dernier, faits.le) and (i.fin is None or i.fin >= periode.premier)
    ]
    met: dict[PatientId, set[Role]] = defaultdict(set)
    for acte in rencontres(faits, periode):
        met[acte.patient].add(acte.role)
    by_programme = (
        part(code, patients(i for i in during if i.programme == code), seen)
        for code in programmes(faits, during)
    )
    by_number = (
        part(f"{METIERS}{n}", (p for p, roles in met.items() if len(roles) == n), seen)
        for n in range(1, len(SOIGNANTS) + 1)
    )
    return Resultat(
        "A05",
        (
            *by_programme,
            part(SANS_PROGRAMME, seen - patients(during), seen),
            *by_number,
            part(COMPLETE, (p for p, roles in met.items() if roles >= _COMPLETE), seen),
        ),
    )


def _vus(faits: Faits, periode: Periode) -> frozenset[PatientId]:
    return patients(rencontres(faits, periode))
