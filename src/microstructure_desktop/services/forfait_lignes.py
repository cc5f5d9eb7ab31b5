"""One line by forfait: its state, what it lacks, what it may be and what was billed of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.decompte import Decompte, EtatForfait
from microstructure_desktop.domain.facturable import Manque, facturable, manques
from microstructure_desktop.domain.facturation import Facturation
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.previsions import Previsions, previsions
from microstructure_desktop.domain.text import normalise

from .facturation_ecarts import Ecart, ecarts, partie
from .forfaits_lecture import Cle, Lus, cle, regles_de

if TYPE_CHECKING:
    from .reference import Reference


class Groupe(StrEnum):
    """What a forfait may be, several at once; `PERD`: sessions at its present rhythm."""

    FACTURABLE = "facturable"
    BLOQUE = "bloque"
    ECHEANCE = "echeance"
    EPUISE = "epuise"
    PERD = "perd"
    OUVERT = "ouvert"
    CLOS = "clos"
    FACTURE = "facture"


@dataclass(frozen=True, slots=True)
class Vu:
    """What a forfait said when it was shown: billing is refused if it says otherwise since."""

    fin: date
    montant: int
    actes: tuple[tuple[date, str, str, int, str], ...]


@dataclass(frozen=True, slots=True)
class ForfaitLigne:
    """One forfait. `facturation`: the one that counts; `reprise`: the last one taken back.

    `ecarts`: what changed since it was billed. `psychiatre`: minutes with this person.
    """

    patient: Patient
    decompte: Decompte[Acte]
    etat: EtatForfait
    groupes: frozenset[Groupe]
    manques: tuple[Manque, ...]
    previsions: Previsions | None
    facturation: Facturation | None
    reprise: Facturation | None
    ecarts: tuple[Ecart, ...]
    psychiatre: int
    prorata: bool

    @property
    def cle(self) -> Cle:
        return cle(self.decompte.cycle)

    @property
    def ouvert(self) -> bool:
        return Groupe.OUVERT in self.groupes

    @property
    def bloquants(self) -> tuple[Manque, ...]:
        return tuple(m for m in self.manques if m.bloque)

    @property
    def propose(self) -> int:
        """The amount proposed, in cents: after an exit before term, as the rules say."""
        du = self.decompte.du()
        return du.prorata if self.prorata and self.decompte.cycle.ecourte else du.entier

    @property
    def vu(self) -> Vu:
        return vu(self.decompte)


def vu(decompte: Decompte[Acte]) -> Vu:
    return Vu(
        decompte.cycle.fin,
        decompte.forfait.montant_centimes,
        tuple(sorted((a.jour, a.role, a.type, a.duree, a.lieu) for a in decompte.imputes)),
    )


def lignes(reference: "Reference", lus: Lus, le: date) -> Iterator[ForfaitLigne]:
    """By name, then by day: every forfait, whoever reads."""

    def order(decompte: Decompte[Acte]) -> tuple[str, str, date]:
        who = lus.patients[decompte.cycle.patient]
        return normalise(who.nom_affiche), who.id, decompte.cycle.debut

    for decompte in sorted(lus.decomptes, key=order):
        yield _ligne(reference, lus, decompte, le)


def _ligne(reference: "Reference", lus: Lus, decompte: Decompte[Acte], le: date) -> ForfaitLigne:
    cycle = decompte.cycle
    regles, pieces = regles_de(reference, cycle), lus.pieces(cycle)
    written = lus.facturations(cycle)
    standing = [f for f in written if f.compte]
    billed = next((f for f in standing if f.debut == cycle.debut), next(reversed(standing), None))
    missing = manques(decompte, regles, pieces, le) if billed is None else ()
    ahead = previsions(decompte, le)
    groupes = {Groupe.OUVERT if cycle.ouvert(le) else Groupe.CLOS}
    if billed is not None:
        groupes.add(Groupe.FACTURE)
    elif facturable(decompte, regles, missing, le):
        groupes.add(Groupe.FACTURABLE)
    if any(m.bloque for m in missing):
        groupes.add(Groupe.BLOQUE)
    if cycle.ouvert(le):
        groupes |= _en_cours(decompte, ahead, reference.seuils.forfait_echeance_jours, le)
    return ForfaitLigne(
        lus.patients[cycle.patient],
        decompte,
        decompte.etat(le, facture=billed is not None),
        frozenset(groupes),
        missing,
        ahead,
        billed,
        next((f for f in reversed(written) if not f.compte), None),
        tuple(_ecarts(lus, decompte, billed, standing)) if billed is not None else (),
        lus.psychiatre.get(cle(cycle), 0),
        regles.prorata,
    )


def _ecarts(
    lus: Lus, decompte: Decompte[Acte], billed: Facturation, standing: list[Facturation]
) -> Iterator[Ecart]:
    """What was billed of a cycle of other days is told with the forfait that it opened."""
    if billed.debut != decompte.cycle.debut:
        return partie(decompte, standing)
    return ecarts(billed, decompte, lus.actes, double=lus.doubles.get(billed.id))


def _en_cours(
    decompte: Decompte[Acte], ahead: Previsions | None, seuil: int, le: date
) -> set[Groupe]:
    found = set()
    if decompte.forfait.complet:
        found.add(Groupe.EPUISE)
    if decompte.a_echeance(le, seuil):
        found.add(Groupe.ECHEANCE)
    if ahead is not None and ahead.va_perdre:
        found.add(Groupe.PERD)
    return found
