"""What is said of backups: their age, why each was made, and what one would bring back."""

from datetime import datetime, timedelta

from microstructure_desktop.domain.sauvegarde import Fraicheur, Genre
from microstructure_desktop.services.sauvegardes import EtatSauvegardes

from .texts import NBSP, clock, count, number, numeric_date
from .widgets.sidebar import StateLine

ROUTE = "sauvegardes"
REASONS = {
    Genre.AUTO: "Courante",
    Genre.CLE: "Sur une clé ou un autre disque",
    Genre.AVANT_MIGRATION: "Avant une mise à jour du coffre",
    Genre.AVANT_RESTAURATION: "Avant une restauration",
    Genre.AVANT_RETRAIT: "Avant un changement de clé",
    Genre.AVANT_MISE_A_JOUR: "Avant une mise à jour de l’application",
    Genre.EXPORTEE: "Exportée dans un dossier",
}
NOTHING_HERE = "Aucune sauvegarde"
NOTHING_AWAY = "Aucune copie sur clé USB"
_NOW = timedelta(minutes=2)
_HOURS = timedelta(hours=48)
_UNITS = ((1_000_000_000, "Go"), (1_000_000, "Mo"), (1_000, "ko"))


def since(le: datetime, now: datetime) -> str:
    """« 3 h », « 3 jours »."""
    age = now - le
    if age < timedelta(hours=1):
        return f"{max(1, age // timedelta(minutes=1))}{NBSP}min"
    if age < _HOURS:
        return f"{age // timedelta(hours=1)}{NBSP}h"
    return count(age.days, "jour")


def ago(le: datetime, now: datetime) -> str:
    """« il y a 2 h »; a clock that was set back since is not told of."""
    return "à l’instant" if now - le < _NOW else f"il y a {since(le, now)}"


def moment(le: datetime) -> str:
    """« 22/11/2026 à 14:05 », on this computer's clock."""
    local = le.astimezone()
    return f"{numeric_date(local.date())} à {clock(local.time())}"


def line(etat: EtatSauvegardes, now: datetime) -> StateLine:
    """What the window says of them at all times: the worst first."""
    if etat.derniere is None:
        return StateLine("shield-alert", NOTHING_HERE, "danger", ROUTE)
    le = etat.derniere.faite_le
    if etat.fraicheur is not Fraicheur.OK:
        late = f"Pas de sauvegarde depuis {since(le, now)}"
        return StateLine("shield-alert", late, "danger", ROUTE)
    away = last_away(etat)
    if away is None:
        return StateLine("usb", NOTHING_AWAY, "warn", ROUTE)
    if etat.ailleurs is not Fraicheur.OK:
        return StateLine("usb", f"Pas de copie sur clé depuis {since(away, now)}", "warn", ROUTE)
    return StateLine("shield-check", f"Sauvegardé {ago(le, now)}, vérifié", "ok", ROUTE)


def sentence(etat: EtatSauvegardes, now: datetime) -> str:
    """The same in one calm sentence, for the page."""
    if etat.derniere is None:
        return "Il n’y a pas encore de sauvegarde sur cet ordinateur."
    le = etat.derniere.faite_le
    said = (
        f"La dernière sauvegarde date du {moment(le)}, {ago(le, now)}{NBSP}: elle a été relue "
        "et vérifiée."
    )
    if etat.attend_depuis is None:
        return f"{said} Tout ce qui a été saisi y est."
    return (
        f"{said} Ce qui a été saisi depuis le {moment(etat.attend_depuis)} sera dans la suivante, "
        "faite d’elle-même quand l’écran se verrouille."
    )


def last_away(etat: EtatSauvegardes) -> datetime | None:
    """The latest on a key or a disk that is still used."""
    known = (one.support.sauvegarde_le for one in etat.supports)
    return max((le for le in known if le is not None), default=None)


def missing(faite_le: datetime, now: datetime) -> str:
    """What restoring costs."""
    return (
        f"Ce qui a été saisi après cette sauvegarde, faite {ago(faite_le, now)}, n’y est pas"
        f"{NBSP}: il faudra le saisir de nouveau."
    )


def size(octets: int) -> str:
    """« 850 ko », « 18 Mo »."""
    for unit, name in _UNITS:
        if octets >= unit:
            return f"{number(round(octets / unit))}{NBSP}{name}"
    return f"{number(octets)}{NBSP}octets"
