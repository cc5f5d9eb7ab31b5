"""What changed in a forfait since it was billed: told, never corrected silently."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.decompte import Decompte
from microstructure_desktop.domain.facturation import Facturation, Preuve
from microstructure_desktop.french import NBSP, amount, count, numeric_date, plural

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import ConsultationId
    from microstructure_desktop.store.queries import ActRow


class GenreEcart(StrEnum):
    MODIFIEE = "modifiee"
    ANNULEE = "annulee"
    AJOUTEES = "ajoutees"
    FIN = "fin"
    RETIRE = "retire"
    AILLEURS = "ailleurs"
    DOUBLE = "double"
    PARTIE = "partie"


@dataclass(frozen=True, slots=True)
class Ecart:
    """One thing; `jour` of the session as it was billed, or the end of the forfait now.

    `jour` to `jusqu_a`: the days billed twice, or the only ones billed; `centimes`: of the others.
    """

    genre: GenreEcart
    jour: date | None = None
    nombre: int = 1
    jusqu_a: date | None = None
    centimes: int = 0


def ecarts(
    billed: Facturation,
    decompte: Decompte[Acte] | None,
    actes: "Mapping[ConsultationId, ActRow]",
    *,
    existe: bool = True,
    double: Facturation | None = None,
) -> Iterator[Ecart]:
    """`actes`: what the acts of its proofs say now; `decompte`: None for one too old to be counted
    again; `existe`: whether its inclusion is still there; `double`: another billing of its days.
    """
    if not existe:
        yield Ecart(GenreEcart.RETIRE)
        return
    if double is not None:
        yield _double(billed, double)
    standing: list[ActRow] = []
    for preuve in billed.preuves:
        now = actes.get(preuve.acte)
        if now is None or not now.honoree:
            yield Ecart(GenreEcart.ANNULEE, preuve.jour)
            continue
        if _changed(preuve, now):
            yield Ecart(GenreEcart.MODIFIEE, preuve.jour)
        standing.append(now)
    if decompte is not None:
        yield from _recomptes(billed, decompte, standing)


def partie(decompte: Decompte[Acte], billed: Collection[Facturation]) -> Iterator[Ecart]:
    """Days that no billing covers, when those that do were of another cycle of the cabinet."""
    cycle = decompte.cycle
    if not billed or any(f.debut == cycle.debut for f in billed):
        return
    ranges = [(max(f.debut, cycle.debut), min(f.fin, cycle.fin)) for f in billed]
    left = cycle.jours(cycle.debut, cycle.fin) - sum((b - a).days + 1 for a, b in ranges)
    if left > 0:
        first, last = min(a for a, _ in ranges), max(b for _, b in ranges)
        yield Ecart(GenreEcart.PARTIE, first, left, last, decompte.prorata(left))


def _double(billed: Facturation, autre: Facturation) -> Ecart:
    first, last = max(billed.debut, autre.debut), min(billed.fin, autre.fin)
    return Ecart(GenreEcart.DOUBLE, first, jusqu_a=last)


def _recomptes(
    billed: Facturation, decompte: Decompte[Acte], standing: "list[ActRow]"
) -> Iterator[Ecart]:
    """Its proofs beside the acts that count now: two acts that say the same count alike."""
    counted: Counter[object] = Counter(decompte.imputes)
    kept = (counted & Counter(standing)).total()
    if len(decompte.imputes) > kept:
        yield Ecart(GenreEcart.AJOUTEES, nombre=len(decompte.imputes) - kept)
    if len(standing) > kept:
        yield Ecart(GenreEcart.AILLEURS, nombre=len(standing) - kept)
    if decompte.cycle.fin != billed.fin:
        yield Ecart(GenreEcart.FIN, decompte.cycle.fin)


def _changed(preuve: Preuve, now: "ActRow") -> bool:
    before = (preuve.jour, preuve.role, preuve.type, preuve.duree, preuve.lieu)
    return before != (now.jour, now.role, now.type, now.duree, now.lieu)


def phrase(ecart: Ecart) -> str:
    """« La séance du 12/11/2026 a changé depuis. »."""
    jour = numeric_date(ecart.jour) if ecart.jour is not None else ""
    match ecart.genre:
        case GenreEcart.MODIFIEE:
            return f"La séance du {jour} a changé depuis."
        case GenreEcart.ANNULEE:
            return f"La séance du {jour} a été annulée depuis."
        case GenreEcart.FIN:
            return f"La fin du forfait est maintenant le {jour}."
        case GenreEcart.RETIRE:
            return "L’inclusion a été annulée depuis."
        case GenreEcart.AJOUTEES | GenreEcart.AILLEURS:
            return _preuves(ecart)
        case GenreEcart.DOUBLE | GenreEcart.PARTIE:
            return _jours(ecart)


def _preuves(ecart: Ecart) -> str:
    if ecart.genre is GenreEcart.AJOUTEES:
        added = count(ecart.nombre, "séance ajoutée", "séances ajoutées")
        return f"{added} depuis, sans {plural(ecart.nombre, 'preuve')} ici."
    proofs = count(ecart.nombre, "preuve ne compte", "preuves ne comptent")
    return f"{proofs} plus dans ce forfait."


def _jours(ecart: Ecart) -> str:
    days = " au ".join(numeric_date(d) for d in (ecart.jour, ecart.jusqu_a) if d is not None)
    if ecart.genre is GenreEcart.DOUBLE:
        return f"Un autre forfait facturé couvre aussi les jours du {days}."
    others = count(ecart.nombre, "autre jour", "autres jours")
    return (
        f"Facturé en partie{NBSP}: les jours du {days}, avec un autre cycle. "
        f"{others}, {amount(ecart.centimes)} au prorata, sans facturation."
    )
