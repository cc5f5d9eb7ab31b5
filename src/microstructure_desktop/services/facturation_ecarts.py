"""What changed in a forfait since it was billed: told, never corrected silently."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.decompte import Decompte
from microstructure_desktop.domain.facturation import Facturation, Preuve
from microstructure_desktop.french import count, numeric_date, plural

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import ConsultationId
    from microstructure_desktop.store.queries import ActRow


class GenreEcart(StrEnum):
    MODIFIEE = "modifiee"
    ANNULEE = "annulee"
    AJOUTEES = "ajoutees"
    FIN = "fin"
    RETIRE = "retire"


@dataclass(frozen=True, slots=True)
class Ecart:
    """One thing; `jour` of the session as it was billed, or the end of the forfait now."""

    genre: GenreEcart
    jour: date | None = None
    nombre: int = 1


def ecarts(
    billed: Facturation,
    decompte: Decompte[Acte] | None,
    actes: "Mapping[ConsultationId, ActRow]",
    *,
    existe: bool = True,
) -> Iterator[Ecart]:
    """`actes`: what the acts of its proofs say now; `decompte`: None for one too old to be counted
    again; `existe`: whether its inclusion is still there.
    """
    if not existe:
        yield Ecart(GenreEcart.RETIRE)
        return
    standing = 0
    for preuve in billed.preuves:
        now = actes.get(preuve.acte)
        if now is None or not now.honoree:
            yield Ecart(GenreEcart.ANNULEE, preuve.jour)
            continue
        if _changed(preuve, now):
            yield Ecart(GenreEcart.MODIFIEE, preuve.jour)
        if decompte is not None and decompte.cycle.impute(now):
            standing += decompte.cycle.ouvert(now.jour)
    if decompte is None:
        return
    if len(decompte.imputes) > standing:
        yield Ecart(GenreEcart.AJOUTEES, nombre=len(decompte.imputes) - standing)
    if decompte.cycle.fin != billed.fin:
        yield Ecart(GenreEcart.FIN, decompte.cycle.fin)


def _changed(preuve: Preuve, now: "ActRow") -> bool:
    before = (preuve.jour, preuve.role, preuve.type, preuve.duree, preuve.lieu)
    return before != (now.jour, now.role, now.type, now.duree, now.lieu)


def phrase(ecart: Ecart) -> str:
    """« La séance du 12/11/2026 a changé depuis. »."""
    jour = numeric_date(ecart.jour) if ecart.jour is not None else ""
    match ecart.genre:
        case GenreEcart.MODIFIEE:
            return f"La séance du {jour} a changé depuis."
        case GenreEcart.ANNULEE:
            return f"La séance du {jour} a été annulée depuis."
        case GenreEcart.AJOUTEES:
            added = count(ecart.nombre, "séance ajoutée", "séances ajoutées")
            return f"{added} depuis, sans {plural(ecart.nombre, 'preuve')} ici."
        case GenreEcart.FIN:
            return f"La fin du forfait est maintenant le {jour}."
        case GenreEcart.RETIRE:
            return "L’inclusion a été annulée depuis."
