"""What waits about the months that leave: one refused, one without an answer, one due."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import ABOUTI, SANS_ACCUSE, EtatPli, Pli
from microstructure_desktop.domain.periods import Mois

from . import convention_lue
from .access import Permission, allowed
from .office import Office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.boite_envoi import Essai
    from microstructure_desktop.store.work import Work

_PARTIS = frozenset({EtatPli.DEPOSE, EtatPli.ACCUSE, EtatPli.REMPLACE, EtatPli.REFUSE})


class Quoi(StrEnum):
    """What is to be done, the most pressing first."""

    REFUSE = "refuse"
    SANS_REPONSE = "sans_reponse"
    A_ENVOYER = "a_envoyer"


@dataclass(frozen=True, slots=True)
class Attendu:
    """`limite`: the day by which the convention in use awaits it."""

    mois: Mois
    quoi: Quoi
    limite: date | None = None


def attendu(work: "Work", office: Office, le: date) -> Attendu | None:
    """The first thing to do, for who reads what leaves."""
    if not allowed(office.membre.role, Permission.PARTAGE):
        return None
    plis = work.outbox.all()
    for pli in plis:
        if pli.etat is EtatPli.REFUSE:
            return Attendu(Mois.lire(pli.periode), Quoi.REFUSE)
    for pli in plis:
        if pli.etat is EtatPli.DEPOSE and _silent(work, pli, office.now()):
            return Attendu(Mois.lire(pli.periode), Quoi.SANS_REPONSE)
    return _due(work, plis, le)


def remis_le(essais: "Iterable[Essai]") -> datetime | None:
    """When it was first handed over."""
    return next((e.quand for e in essais if e.resultat in {*ABOUTI, "remis"}), None)


def _silent(work: "Work", pli: Pli, now: datetime) -> bool:
    since = remis_le(work.outbox.journal(pli.paquet)) or pli.scelle_le
    return now - since >= SANS_ACCUSE


def _due(work: "Work", plis: list[Pli], le: date) -> Attendu | None:
    """Last month, while it has activity and did not leave."""
    mois = Mois.de(le).plus(-1)
    if any(p.periode == str(mois) and p.etat in _PARTIS for p in plis):
        return None
    if not work.queries.activity(mois.premier, mois.dernier):
        return None
    recue = convention_lue.courante(work)
    if recue is None:
        return Attendu(mois, Quoi.A_ENVOYER)
    day = convention_lue.lue(recue, recue).convention.jour_limite
    return Attendu(mois, Quoi.A_ENVOYER, le.replace(day=day))
