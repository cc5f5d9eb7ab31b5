"""Boîte d’envoi: what waits to reach the animator, and when it is tried again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class EtatPli(StrEnum):
    """`depose` is not the end: only the animator's receipt is (`accuse` or `refuse`)."""

    SCELLE = "scelle"
    EN_ATTENTE = "en_attente"
    DEPOSE = "depose"
    ACCUSE = "accuse"
    REFUSE = "refuse"
    REMPLACE = "remplace"
    ANNULE = "annule"


class Resultat(StrEnum):
    """What became of one attempt to hand something over."""

    DEPOSE = "depose"
    DEJA_LA = "deja_la"
    CONFLIT = "conflit"
    REFUSE = "refuse"
    INJOIGNABLE = "injoignable"


ABOUTI = frozenset({Resultat.DEPOSE, Resultat.DEJA_LA})
FINIS = frozenset({EtatPli.ACCUSE, EtatPli.REFUSE, EtatPli.REMPLACE, EtatPli.ANNULE})

PREMIER_DELAI = timedelta(minutes=15)
DELAI_MAX = timedelta(hours=24)
SANS_ACCUSE = timedelta(days=15)
"""Without a receipt for that long, the same bytes go again."""

SUITES: Mapping[EtatPli, frozenset[EtatPli]] = {
    EtatPli.SCELLE: frozenset(
        {
            EtatPli.EN_ATTENTE,
            EtatPli.DEPOSE,
            EtatPli.ACCUSE,
            EtatPli.REFUSE,
            EtatPli.REMPLACE,
            EtatPli.ANNULE,
        }
    ),
    EtatPli.EN_ATTENTE: frozenset(
        {EtatPli.DEPOSE, EtatPli.ACCUSE, EtatPli.REFUSE, EtatPli.REMPLACE, EtatPli.ANNULE}
    ),
    EtatPli.DEPOSE: frozenset({EtatPli.ACCUSE, EtatPli.REFUSE, EtatPli.REMPLACE}),
    EtatPli.ACCUSE: frozenset({EtatPli.REMPLACE}),
    EtatPli.REFUSE: frozenset({EtatPli.ACCUSE, EtatPli.REMPLACE}),
    EtatPli.REMPLACE: frozenset(
        {EtatPli.EN_ATTENTE, EtatPli.DEPOSE, EtatPli.ACCUSE, EtatPli.REFUSE}
    ),
    EtatPli.ANNULE: frozenset({EtatPli.SCELLE}),
}
"""What may follow each state. What left cannot be cancelled, only replaced; a receipt may come
before we know that the deposit ended, and a refusal be followed by an acceptance. What was replaced
counts again when its correction is taken back."""


@dataclass(frozen=True, slots=True)
class Pli:
    """One sealed bundle: its bytes never change. Times are in UTC.

    `paquet`: its id. `nom`: its file's name. `canal`: the way last tried. `essais`: attempts
    since it was last handed over, or since it was sealed.
    """

    paquet: str
    periode: str
    sequence: int
    remplace: str | None
    nom: str
    scelle_le: datetime
    etat: EtatPli = EtatPli.SCELLE
    prochain_essai: datetime | None = None
    essais: int = 0
    canal: str | None = None

    @property
    def fini(self) -> bool:
        return self.etat in FINIS

    @property
    def parti(self) -> bool:
        """Whether it may have reached somebody: it can then be replaced, not cancelled."""
        return self.etat not in {EtatPli.SCELLE, EtatPli.ANNULE} and (
            self.etat is not EtatPli.EN_ATTENTE or self.essais > 0
        )


@dataclass(frozen=True, slots=True)
class Essai:
    """A line of the outbox's journal; `detail` is a code, never the words of a server."""

    paquet: str
    quand: datetime
    canal: str
    resultat: str
    detail: str = ""


def delai(essais: int) -> timedelta:
    """How long to wait after so many failed attempts: doubled each time, a day at most."""
    wait = PREMIER_DELAI
    for _ in range(min(essais - 1, 10)):
        wait *= 2
    return min(wait, DELAI_MAX)


def du(pli: Pli, now: datetime) -> bool:
    """Whether to try it now. A clock moved back makes nothing wait longer than its delay."""
    if pli.etat is EtatPli.EN_ATTENTE:
        return pli.prochain_essai is None or not now < pli.prochain_essai <= now + DELAI_MAX
    if pli.etat is EtatPli.DEPOSE:
        return pli.prochain_essai is not None and not (
            now < pli.prochain_essai <= now + SANS_ACCUSE
        )
    return False
