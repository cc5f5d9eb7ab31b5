"""Who was in the team in a year, whoever is there today."""

from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import MembreId

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.store.work import Work


def de_l_annee(work: "Work", annee: int) -> tuple["Membre", ...]:
    """Those whose account was open in it, or who saw somebody, met or kept a permanence then.

    The account alone would forget who worked here before the software did.
    """
    premier, dernier = date(annee, 1, 1), date(annee, 12, 31)
    there = (
        work.equipe.actifs(premier, dernier)
        | work.queries.professionals(premier, dernier)
        | _en_reunion(work, annee)
        | {
            p.membre
            for p in work.permanences.all()
            if p.depuis <= dernier and premier <= (p.jusqu_a or date.max)
        }
    )
    return tuple(m for m in work.equipe.all() if m.id in there)


def _en_reunion(work: "Work", annee: int) -> set[MembreId]:
    syntheses = (s.presents for s in work.syntheses.all() if s.close and s.jour.year == annee)
    reunions = (r.membres for r in work.reunions.all() if r.close and r.jour.year == annee)
    return {membre for many in (*syntheses, *reunions) for membre in many}
