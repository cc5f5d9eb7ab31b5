"""What the meetings and the trainings of a period add up to, figure by figure (M10, A23, A24)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .activite import duree, tenue
from .equipe import Membre, Role
from .formation import Formation
from .ids import MembreId, PatientId
from .periods import Mois
from .reunion import Reunion, TypeReunion
from .synthese import Synthese, TypeDecision

PART_DES = 10
"""Fewest people behind a percentage."""


@dataclass(frozen=True, slots=True)
class M10:
    """The synthesis meetings of one month; `minutes` of all of them, `evoques` in any of them."""

    jours: tuple[date, ...]
    minutes: int
    participants: Mapping[Role, int]
    evoques: frozenset[PatientId]
    decisions: Mapping[TypeDecision | None, int]

    @property
    def patients(self) -> int:
        return len(self.evoques)

    @property
    def tenue(self) -> bool:
        return bool(self.jours)


@dataclass(frozen=True, slots=True)
class A23:
    """The synthesis meetings of one year; means are rounded, half up, None without a meeting."""

    reunions: int
    duree_moyenne: int | None
    patients_dixiemes: int | None
    vus_et_evoques: frozenset[PatientId]
    file_active: int

    @property
    def evoques(self) -> int:
        return len(self.vus_et_evoques)

    @property
    def part(self) -> int | None:
        """Percentage of the file active that was discussed; none of too few people."""
        if self.file_active < PART_DES:
            return None
        return _rounded(100 * self.evoques, self.file_active)


@dataclass(frozen=True, slots=True)
class A24:
    """The other meetings of one year, by type, and the trainings followed; `formes`: by whom."""

    reunions: Mapping[TypeReunion, int]
    minutes: int
    formations: int
    heures: int
    formes: int

    @property
    def trimestrielles(self) -> int:
        return self.reunions.get(TypeReunion.TRIMESTRIELLE, 0)


def m10(syntheses: Iterable[Synthese], membres: Mapping[MembreId, Membre], mois: Mois) -> M10:
    """Was the meeting held, when, how long, with whom, about how many, deciding what.

    Held: closed, its day in the month. Participants: present, counted once at each meeting, under
    their profession. Patients: distinct people discussed. Decisions: those taken about them, by
    their code of CL33, None for those that nobody coded.
    """
    tenues = sorted((s for s in syntheses if s.close and s.jour in mois), key=lambda s: s.jour)
    participants = Counter(membres[m].role for s in tenues for m in set(s.presents) if m in membres)
    decisions = Counter(d.type for s in tenues for x in s.vues for d in x.decisions)
    return M10(
        tuple(s.jour for s in tenues),
        sum(map(duree, tenues)),
        participants,
        frozenset(x.patient for s in tenues for x in s.vues),
        decisions,
    )


def a23(syntheses: Iterable[Synthese], file_active: frozenset[PatientId], annee: int) -> A23:
    """How many meetings were closed in the year, how long, about how many people.

    The mean duration is that of the meetings whose end is known. People per meeting: distinct in
    each, repeated from one to the next. `vus_et_evoques`: of the file active of the year (met
    at least once), those discussed at least once in it.
    """
    tenues = [s for s in syntheses if s.close and s.jour.year == annee]
    durees = [d for s in tenues if (d := duree(s))]
    par_reunion = [{x.patient for x in s.vues} for s in tenues]
    return A23(
        len(tenues),
        _rounded(sum(durees), len(durees)) if durees else None,
        _rounded(10 * sum(map(len, par_reunion)), len(tenues)) if tenues else None,
        file_active & frozenset().union(*par_reunion),
        len(file_active),
    )


def a24(reunions: Iterable[Reunion], formations: Iterable[Formation], annee: int) -> A24:
    """How many other meetings were closed in the year, by type, and what the team learned.

    `minutes`: of the meetings whose end is known. A training counts in the year it began, once for
    each member who followed it; its hours are 0 when nobody wrote them.
    """
    tenues = [r for r in reunions if r.close and r.jour.year == annee]
    suivies = [f for f in formations if f.du.year == annee]
    return A24(
        Counter(r.type for r in tenues),
        sum(map(minutes, tenues)),
        len(suivies),
        sum(f.heures or 0 for f in suivies),
        len({f.membre for f in suivies}),
    )


def minutes(reunion: Reunion) -> int:
    """Of one meeting; 0 while its end is not known."""
    return tenue(reunion.debut, reunion.fin)


def _rounded(total: int, count: int) -> int:
    return (2 * total + count) // (2 * count)
