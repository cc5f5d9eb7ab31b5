"""Close a month: keep its figures as they are, and tell later what changed since."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import MembreId, MoisClosId, new_id
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.tous import MENSUELS
from microstructure_desktop.domain.mois_clos import MoisClos, ValeurFigee
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError

from . import indicateurs
from .access import Permission, check
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

MOTIF_MINIMUM = 5


class MonthNotOver(AppError):
    sentence = "Ce mois n’est pas terminé."
    way_out = "Clôturez-le à partir du premier jour du mois suivant."


class MonthClosed(AppError):
    sentence = "Ce mois est déjà clos."
    way_out = "Ses chiffres sont gardés ; rouvrez-le d’abord pour les figer à nouveau."


class MonthOpen(AppError):
    sentence = "Ce mois n’est pas clos."
    way_out = "Il n’y a rien à rouvrir."


class ReasonTooShort(AppError):
    sentence = "Dites en quelques mots pourquoi le mois est rouvert."
    way_out = f"Écrivez au moins {MOTIF_MINIMUM} caractères : la raison reste dans l’historique."


@dataclass(frozen=True, slots=True)
class Ecart:
    """A figure that is no longer what it was when its month was closed; None: it was not there."""

    code: str
    cle: str
    fige: ValeurFigee | None
    actuel: ValeurFigee | None


@dataclass(frozen=True, slots=True)
class Cloture:
    """One closed month, who closed it, and what changed since."""

    mois: Mois
    clos_le: datetime
    clos_par: MembreId
    ecarts: tuple[Ecart, ...]


def clore(office: Office, mois: Mois) -> MoisClos:
    """Keep the month's figures.

    Raises:
        AccessDenied: the role may not.
        MonthNotOver, MonthClosed
    """
    check(office, Permission.CLORE_MOIS)
    if today(office) <= mois.dernier:
        raise MonthNotOver
    with office.store.begin(office.membre.id, office.now()) as work:
        if _find(work, mois) is not None:
            raise MonthClosed
        made = MoisClos(
            MoisClosId(new_id()),
            str(mois),
            office.now(),
            office.membre.id,
            _now(work, office, mois),
        )
        work.mois_clos.save(made)
    return made


def rouvrir(office: Office, mois: Mois, motif: str) -> None:
    """Let a closed month be closed again with other figures; those kept stay in the history.

    Raises:
        AccessDenied: the role may not.
        MonthOpen, ReasonTooShort
    """
    check(office, Permission.CLORE_MOIS)
    if len(motif.strip()) < MOTIF_MINIMUM:
        raise ReasonTooShort
    with office.store.begin(office.membre.id, office.now()) as work:
        found = _find(work, mois)
        if found is None:
            raise MonthOpen
        work.mois_clos.void(found.id, motif.strip())


def clotures(office: Office, annee: int) -> tuple[Cloture, ...]:
    """The closed months of a year in their order, each beside what it would be today."""
    check(office, Permission.ACTIVITE)
    with office.store.read() as work:
        return tuple(
            _compared(work, office, found)
            for found in work.mois_clos.all()
            if Mois.lire(found.mois).annee == annee
        )


def cloture(office: Office, mois: Mois) -> Cloture | None:
    """The same of one month; None while it is open."""
    check(office, Permission.ACTIVITE)
    with office.store.read() as work:
        found = _find(work, mois)
        return None if found is None else _compared(work, office, found)


def _compared(work: "Work", office: Office, found: MoisClos) -> Cloture:
    mois = Mois.lire(found.mois)
    before = {(v.code, v.cle): v for v in found.valeurs}
    after = {(v.code, v.cle): v for v in _now(work, office, mois)}
    changed = (key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key))
    ecarts = tuple(Ecart(*key, before.get(key), after.get(key)) for key in changed)
    return Cloture(mois, found.clos_le, found.clos_par, ecarts)


def _now(work: "Work", office: Office, mois: Mois) -> tuple[ValeurFigee, ...]:
    counted = indicateurs.bilan(work, office, Periode.du_mois(mois), MENSUELS)
    return tuple(
        ValeurFigee(code, v.cle, v.nature.value, v.valeur, v.base, v.nr)
        for code, result in counted.resultats.items()
        for v in result.valeurs
    )


def _find(work: "Work", mois: Mois) -> MoisClos | None:
    return next((m for m in work.mois_clos.all() if m.mois == str(mois)), None)
