"""What a meeting opens with before anybody prepares it: its day, its team, what was left to do."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.actions import a_reprendre
from microstructure_desktop.domain.equipe import SOIGNANTS, Membre, Role
from microstructure_desktop.domain.ids import MembreId, SyntheseId, new_id
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.synthese import Reprise, Synthese

from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

DEBUT = time(12, 30)


def nouvelle(work: "Work", office: Office, toutes: list[Synthese]) -> Synthese:
    """A meeting not saved yet, on the day that the last one announced."""
    closes = [s for s in toutes if s.close]
    derniere = closes[-1] if closes else None
    le = today(office)
    annoncee = derniere.prochaine if derniere is not None else None
    return Synthese(
        SyntheseId(new_id()),
        annoncee if annoncee is not None and annoncee >= le else le,
        derniere.debut if derniere is not None else DEBUT,
        presents=presents_of(work),
        redacteur=office.membre.id,
    )


def membres_of(work: "Work", ids: Iterable[MembreId]) -> list[Membre]:
    wanted = set(ids)
    return [m for m in work.equipe.all() if m.id in wanted]


def reprises_of(toutes: list[Synthese], connues: tuple[Reprise, ...]) -> tuple[Reprise, ...]:
    """What the closed meetings left to do; what was already ticked stays ticked."""
    dites = {r.decision.id: r for r in connues}
    return tuple(dites.get(r.decision.id, r) for r in a_reprendre(toutes))


def presents_of(work: "Work") -> tuple[MembreId, ...]:
    """Everybody who receives patients, as a rule."""
    ordre = list(Role)
    actifs = [m for m in work.equipe.all() if m.actif and m.role in SOIGNANTS]
    return tuple(m.id for m in sorted(actifs, key=lambda m: ordre.index(m.role)))


def prochaine_date(jour: date) -> date:
    """Four weeks later, five when that stays in the same month: the same weekday, each month."""
    suivante = jour + timedelta(weeks=4)
    return suivante if Mois.de(suivante) != Mois.de(jour) else jour + timedelta(weeks=5)
