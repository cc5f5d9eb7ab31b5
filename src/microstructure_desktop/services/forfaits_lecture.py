"""What is read to say where every forfait stands: few queries, whatever the number of people."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.cycles import (
    Cycle,
    attribue,
    chevauchements,
    par_personne,
    rapproches,
    tous_les_cycles,
)
from microstructure_desktop.domain.decompte import Decompte
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.domain.facturable import Piece, Pieces, ReglesFacturation, en_vigueur
from microstructure_desktop.domain.facturation import Facturation, doubles
from microstructure_desktop.domain.ids import ConsultationId, FacturationId, InclusionId, PatientId
from microstructure_desktop.domain.patient import Inclusion, Patient

from .decomptes import decomptes, regles_of

if TYPE_CHECKING:
    from microstructure_desktop.store.queries import ActRow
    from microstructure_desktop.store.work import Work

    from .reference import Reference

Cle = tuple[InclusionId, date]
"""What tells a forfait from all others: its inclusion, and the day it opened."""


@dataclass(frozen=True, slots=True)
class Lus:
    """Everything at one instant. `actes`: what the acts that were billed say now.

    `precedents`: the other forfait of the year, by forfait; `doubles`: by billing, another one
    that pays for some of its days.
    """

    decomptes: tuple[Decompte[Acte], ...]
    patients: Mapping[PatientId, Patient]
    fiches: Mapping[PatientId, frozenset[str]]
    factures: Mapping[InclusionId, tuple[Facturation, ...]]
    actes: "Mapping[ConsultationId, ActRow]"
    exclus: Mapping[InclusionId, tuple[Inclusion, ...]]
    psychiatre: Mapping[Cle, int]
    precedents: Mapping[Cle, Cycle]
    doubles: Mapping[FacturationId, Facturation]

    def pieces(self, cycle: Cycle) -> Pieces:
        others = self.exclus.get(cycle.inclusion.id, ())
        before = self.precedents.get(cle(cycle))
        return Pieces(
            self.patients[cycle.patient].information_remise is not None,
            self.fiches.get(cycle.patient, frozenset()),
            any(i.debut < cycle.fin and cycle.debut < (i.fin or date.max) for i in others),
            before.debut if before is not None else None,
        )

    def facturations(self, cycle: Cycle) -> tuple[Facturation, ...]:
        """Those of its days, oldest first: a change of cycle of the cabinet bills no day twice."""
        found = self.factures.get(cycle.inclusion.id, ())
        return tuple(f for f in found if f.debut <= cycle.fin and cycle.debut <= f.fin)


def cle(cycle: Cycle) -> Cle:
    return cycle.inclusion.id, cycle.debut


def regles_de(reference: "Reference", cycle: Cycle) -> ReglesFacturation:
    """The rules of the day it opened."""
    return en_vigueur(reference.facturation, cycle.debut)


def lire(
    work: "Work", reference: "Reference", depuis: date, le: date, *, preuves: date | None = None
) -> Lus:
    """Every forfait open from a day to another.

    `preuves`: the acts of what was billed up to that day or later are read again; None: of what
    may have been billed of these forfaits.
    """
    found = decomptes(work, reference, depuis=depuis, le=le)
    factures: dict[InclusionId, list[Facturation]] = defaultdict(list)
    billed = sorted(work.facturations.all(), key=lambda f: f.preparee_le)
    for one in billed:
        factures[one.inclusion].append(one)
    since = preuves or min((d.cycle.debut for d in found), default=depuis)
    proved = [p.acte for f in billed if f.compte and f.fin >= since for p in f.preuves]
    episodes = work.inclusions.all()
    return Lus(
        found,
        {p.id: p for p in work.patients.all()},
        _fiches(work, reference),
        {inclusion: tuple(many) for inclusion, many in factures.items()},
        work.queries.acts(proved),
        _exclus(episodes, reference),
        _psychiatre(work, found, le),
        _precedents(episodes, reference, le, regles_of(work).cycle),
        doubles(billed, reference.programmes),
    )


def _fiches(work: "Work", reference: "Reference") -> dict[PatientId, frozenset[str]]:
    """The entry forms complete by person; one that no file defines any more is asked of nobody."""
    asked = {
        form
        for regles in reference.facturation
        for piece in regles.pieces
        if piece.piece is Piece.FICHE_ENTREE
        for form in piece.formulaires
    }
    gone = {form for form in asked if reference.forms.get(form) is None}
    done: dict[PatientId, set[str]] = defaultdict(lambda: set(gone))
    for form in sorted(asked - gone):
        for fiche in work.fiches.of_form(form):
            if fiche.complete:
                done[fiche.patient].add(form)
    return {patient: frozenset(forms) for patient, forms in done.items()}


def _exclus(
    episodes: Sequence[Inclusion], reference: "Reference"
) -> dict[InclusionId, tuple[Inclusion, ...]]:
    found: dict[InclusionId, list[Inclusion]] = defaultdict(list)
    for un, autre in chevauchements(episodes, reference.programmes):
        found[un.id].append(autre)
        found[autre.id].append(un)
    return {inclusion: tuple(others) for inclusion, others in found.items()}


def _precedents(
    episodes: Sequence[Inclusion], reference: "Reference", le: date, rythme: CycleForfait
) -> dict[Cle, Cycle]:
    """Of the people included more than once: the others have one forfait after another."""
    times = Counter(e.patient for e in episodes)
    several = [e for e in episodes if times[e.patient] > 1]
    return rapproches(tous_les_cycles(several, reference.programmes, le, rythme))


def _psychiatre(work: "Work", found: tuple[Decompte[Acte], ...], le: date) -> dict[Cle, int]:
    """Minutes of psychiatrist spent on each person, in the forfait of their days."""
    if not found:
        return {}
    siens = par_personne(d.cycle for d in found)
    minutes: dict[Cle, int] = defaultdict(int)
    first = min(d.cycle.debut for d in found)
    for acte in work.queries.activity_of(Role.PSYCHIATRE, first, le):
        cycle = attribue(acte, siens.get(acte.patient, ())) if acte.honoree else None
        if cycle is not None:
            minutes[cle(cycle)] += acte.duree
    return minutes
