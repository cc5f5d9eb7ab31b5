"""What people object to, as their inclusion fiches and the declarations in their records say."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from microstructure_desktop.domain.declaration import INCLUSION, Declaration, Objet
from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.forms.checks import day

from .reunis import under_each_id

if TYPE_CHECKING:
    from collections.abc import Collection

    from microstructure_desktop.domain.fiche import Fiche
    from microstructure_desktop.store.work import Work

OBJETS = tuple(Objet)
"""The items that take effect: a cabinet's own inclusion form keeps them as they are."""


class Cible(NamedTuple):
    """What is objected to, and before whom: one member, one profession, else the whole team."""

    objet: Objet
    membre: MembreId | None = None
    role: Role | None = None

    @property
    def equipe(self) -> bool:
        return self.membre is None and self.role is None

    def vise(self, membre: Membre) -> bool:
        return self.equipe or self.membre == membre.id or self.role is membre.role


@dataclass(frozen=True, slots=True)
class Opposition:
    """What one person objects to, and since when; an answer may have come without its day."""

    cibles: dict[Cible, date | None] = field(default_factory=dict)

    @property
    def objets(self) -> dict[Objet, date | None]:
        """What is said before the whole team."""
        return {cible.objet: jour for cible, jour in self.cibles.items() if cible.equipe}

    @property
    def statistique(self) -> bool:
        """Whether nothing of theirs may be counted in what leaves the cabinet."""
        return Objet.STATISTIQUE in self.objets or Objet.RETRAIT in self.objets

    @property
    def partage(self) -> dict[Cible, date | None]:
        """Those that keep carers from reading: who takes their agreement back shares nothing."""
        return {c: jour for c, jour in self.cibles.items() if c.objet is not Objet.STATISTIQUE}

    def ferme(self, membre: Membre) -> bool:
        """Whether somebody may read only what they wrote themselves."""
        return any(cible.vise(membre) for cible in self.partage)


class _Parole(NamedTuple):
    """One thing said: `le` puts it in order, `jour` is the day told for it."""

    le: date
    patient: PatientId
    cible: Cible
    oppose: bool
    jour: date | None


def oppositions(
    fiches: "Iterable[Fiche]", declarations: Iterable[Declaration] = ()
) -> dict[PatientId, Opposition]:
    """By person, those who object to something; a question left blank changes nothing.

    The last word counts, one for each target: a fiche that says « no » lifts what is said before
    the whole team and leaves what was said before somebody in particular. The same day, the
    record wins over the fiche.
    """
    said: dict[PatientId, dict[Cible, date | None]] = {}
    paroles = [*_of_fiches(fiches), *map(_of_declaration, declarations)]
    for parole in sorted(paroles, key=lambda p: p.le):
        known = said.setdefault(parole.patient, {})
        if parole.oppose:
            known[parole.cible] = parole.jour
        else:
            known.pop(parole.cible, None)
    return {patient: Opposition(known) for patient, known in said.items() if known}


def of_patient(work: "Work", patient_id: PatientId) -> Opposition:
    """What one person objects to, perhaps nothing."""
    found = oppositions(work.fiches.of(patient_id), work.declarations.of(patient_id))
    return found.get(patient_id, Opposition())


def of_everybody(
    work: "Work", who: "Collection[PatientId] | None" = None
) -> dict[PatientId, Opposition]:
    """Those who object to something, under each id by which they may have been written.

    `who`: nobody else, by the id of today.
    """
    declarations = [d for d in work.declarations.all() if who is None or d.patient in who]
    # Whoever never said yes, nor declared anything, objects to nothing: their fiches stay closed.
    said_yes = work.fiches.people_who_said_yes(INCLUSION, OBJETS, who)
    people = said_yes | {d.patient for d in declarations}
    fiches = (f for patient in sorted(people) for f in work.fiches.of(patient))
    return under_each_id(work, oppositions(fiches, declarations))


def _of_fiches(fiches: "Iterable[Fiche]") -> Iterable[_Parole]:
    for fiche in fiches:
        if fiche.form == INCLUSION:
            for objet in Objet:
                answer = fiche.answers.get(objet)
                if isinstance(answer, bool):
                    jour = day(fiche.answers.get(f"{objet}_jour"))
                    yield _Parole(fiche.jour, fiche.patient, Cible(objet), answer, jour)


def _of_declaration(said: Declaration) -> _Parole:
    cible = Cible(said.objet, said.membre, said.role)
    return _Parole(said.jour, said.patient, cible, said.oppose, said.jour)
