"""What the page of the team says."""

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services.comptes import Compte
from microstructure_desktop.ui.texts import clock, numeric_date

TITLE = "Équipe et droits"
WHAT = "Qui a un compte, et ce que chaque rôle peut lire et écrire"
SUSPENDED = (
    "Le compte n’ouvre plus le cabinet. Les textes et les séances de cette personne restent, "
    "signés de son nom. Sa phrase de passe pourrait encore ouvrir une ancienne sauvegarde : "
    "l’effacement définitif se fait avec les sauvegardes."
)
ROLE_CHANGED = (
    "Ses droits suivront au prochain déverrouillage. Ce qui est déjà écrit garde la profession "
    "du jour où il l’a été."
)
NOT_ONESELF = "On ne suspend pas son propre compte"


def name(membre: Membre, me: MembreId) -> str:
    return f"{membre.nom_complet} (vous)" if membre.id == me else membre.nom_complet


def last_access(compte: Compte, *, known: bool) -> str:
    """Nothing when it is not for the person at the keyboard."""
    if compte.dernier_acces is not None:
        at = compte.dernier_acces.astimezone()
        return f"{numeric_date(at.date())} à {clock(at.time())}"
    return "Aucun depuis un an" if known else ""


def state(membre: Membre) -> tuple[str, str]:
    """A tag: its word and its kind."""
    return ("Actif", "ok") if membre.actif else ("Suspendu", "mute")


def details(membre: Membre) -> str:
    """What the table has no room for."""
    parts = [f"N° RPPS {membre.rpps}"] if membre.rpps else []
    if not membre.actif:
        parts.append("Ce compte n’ouvre plus le cabinet ; ses textes restent, signés.")
    return " · ".join(parts)


def edited(before: Membre, after: Membre) -> str:
    if before.role is not after.role:
        return "Rôle changé ; ses droits suivront au prochain déverrouillage"
    return "Compte corrigé"
