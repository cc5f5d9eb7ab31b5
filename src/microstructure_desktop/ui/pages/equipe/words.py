"""What the page of the team says."""

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services.comptes import Compte
from microstructure_desktop.ui.texts import clock, numeric_date

TITLE = "Équipe et droits"
WHAT = "Qui a un compte, et ce que chaque rôle peut lire et écrire"
SUSPENDED = (
    "Le compte n’ouvre plus le cabinet. Les textes et les séances de cette personne restent, "
    "signés de son nom. Sa phrase de passe pourrait encore ouvrir une ancienne sauvegarde : si "
    "elle ne revient pas, retirez-la de l’équipe."
)
ROLE_CHANGED = (
    "Ses droits suivront au prochain déverrouillage. Ce qui est déjà écrit garde la profession "
    "du jour où il l’a été."
)
NOT_ONESELF = "On ne suspend pas son propre compte"
NOT_REMOVE_ONESELF = "On ne se retire pas soi-même de l’équipe"
CHANGED_ELSEWHERE = "La vôtre se change dans « Réglages »"
REMOVED = (
    "Pour quelqu’un qui ne reviendra pas. Le coffre reçoit une nouvelle clé : la phrase de passe "
    "de cette personne n’ouvrira plus ni le cabinet, ni les sauvegardes de cet ordinateur. "
    "Les autres gardent la leur."
)
REMOVED_KEPT = "Ses textes et ses séances restent, signés de son nom."
REMOVED_NOTES = "Ses notes personnelles restent scellées : plus personne ne pourra les lire."
REMOVED_ELSEWHERE = (
    "Les copies restées ailleurs (clé USB, ancien ordinateur) s’ouvrent encore avec sa phrase de "
    "passe. Branchez-les et faites-y une sauvegarde : les anciennes y seront refaites sous la "
    "nouvelle clé. Sinon, détruisez-les."
)
REMOVED_AFTER = "Une sauvegarde est faite d’abord. Puis l’application se verrouille."
SEEN = "Cette personne connaît la feuille de secours imprimée"
SEEN_WHY = "La feuille ne vaudra plus rien : vous en imprimerez une autre."
RESET = (
    "La personne choisit elle-même sa nouvelle phrase de passe et la tape ici. Ses anciennes notes "
    "personnelles resteront scellées : seule sa propre feuille de secours, si elle en a une, les "
    "rouvrira. Le journal d’accès en gardera la trace."
)


def elsewhere(supports: tuple[str, ...]) -> str:
    """What is out of reach for now, by its name when it is known."""
    if not supports:
        return REMOVED_ELSEWHERE
    return f"{REMOVED_ELSEWHERE} Supports connus : {', '.join(supports)}."


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
    if membre.retire_le is not None:
        return "Retiré", "mute"
    return ("Actif", "ok") if membre.actif else ("Suspendu", "mute")


def details(membre: Membre) -> str:
    """What the table has no room for."""
    parts = [f"N° RPPS {membre.rpps}"] if membre.rpps else []
    if membre.retire_le is not None:
        since = numeric_date(membre.retire_le)
        parts.append(f"Hors de l’équipe depuis le {since} ; ses textes restent, signés.")
    elif not membre.actif:
        parts.append("Ce compte n’ouvre plus le cabinet ; ses textes restent, signés.")
    return " · ".join(parts)


def edited(before: Membre, after: Membre) -> str:
    if before.role is not after.role:
        return "Rôle changé ; ses droits suivront au prochain déverrouillage"
    return "Compte corrigé"
