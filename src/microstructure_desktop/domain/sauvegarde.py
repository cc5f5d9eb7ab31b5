"""Backups: why each is made, which are kept, and whether the latest is recent enough."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

JOURS, SEMAINES, MOIS = 7, 4, 12
TOUTES = timedelta(hours=24)
"""The age below which none is removed."""
ANCIENNE = timedelta(hours=48)
"""How long what was entered may wait for a backup on this computer."""
ANCIENNE_AILLEURS = timedelta(days=8)
"""And for one that a fire or a thief would not take with the computer."""
ENTRE_DEUX = timedelta(minutes=30)
"""Locking again within this time makes no other backup."""
ENTRE_EXERCICES = timedelta(days=31)


class Genre(StrEnum):
    """Why it was made; part of its file's name."""

    AUTO = "auto"
    CLE = "cle"
    AVANT_MIGRATION = "avant-migration"
    AVANT_RESTAURATION = "avant-restauration"
    AVANT_RETRAIT = "avant-retrait"
    AVANT_MISE_A_JOUR = "avant-mise-a-jour"
    EXPORTEE = "exportee"


class Fraicheur(StrEnum):
    OK = "ok"
    ANCIENNE = "ancienne"
    JAMAIS = "jamais"


@dataclass(frozen=True, slots=True)
class Copie:
    """A backup file. `abimee`: it was read again since, and can no longer be restored.

    `numero`: which one of those made for the same reason within the same second, from 1.
    """

    nom: str
    faite_le: datetime
    genre: Genre = Genre.AUTO
    abimee: bool = False
    numero: int = 1

    @property
    def rang(self) -> tuple[datetime, int, str]:
        """What sorts them, the latest last."""
        return self.faite_le, self.numero, self.nom


def a_garder(copies: Iterable[Copie], maintenant: datetime) -> set[Copie]:
    """Those of the last day, then the latest of 7 days, of 4 weeks and of 12 months.

    A period counts when it has a backup, so holidays make nothing disappear. What is damaged or
    dated in the future is left alone and takes nobody's place.
    """
    toutes = list(copies)
    saines = [c for c in toutes if not c.abimee and c.faite_le <= maintenant]
    gardees = {c for c in toutes if c.abimee or c.faite_le > maintenant - TOUTES}
    for combien, periode in ((JOURS, _jour), (SEMAINES, _semaine), (MOIS, _mois)):
        dernieres: dict[tuple[int, ...], Copie] = {}
        for copie in sorted(saines, key=lambda c: c.rang, reverse=True):
            dernieres.setdefault(periode(copie.faite_le.astimezone(maintenant.tzinfo)), copie)
        gardees.update(list(dernieres.values())[:combien])
    return gardees


def fraicheur(
    derniere: datetime | None,
    attend_depuis: datetime | None,
    maintenant: datetime,
    delai: timedelta = ANCIENNE,
) -> Fraicheur:
    """`attend_depuis`: since when something entered is in no backup, None when all is in one.

    The age of the latest backup alone says little: nothing is lost over a week-end. Nothing waits
    since before it either, whatever an erasure made of the history that it holds.
    """
    if derniere is None:
        return Fraicheur.JAMAIS
    if attend_depuis is not None and maintenant - max(attend_depuis, derniere) > delai:
        return Fraicheur.ANCIENNE
    return Fraicheur.OK


def exercice_du(dernier: datetime | None, maintenant: datetime) -> bool:
    """Whether it is time to try a restoration again; `dernier`, the last that succeeded."""
    return dernier is None or maintenant - dernier > ENTRE_EXERCICES


def _jour(le: datetime) -> tuple[int, ...]:
    return (le.toordinal(),)


def _semaine(le: datetime) -> tuple[int, ...]:
    return tuple(le.isocalendar()[:2])


def _mois(le: datetime) -> tuple[int, ...]:
    return le.year, le.month
