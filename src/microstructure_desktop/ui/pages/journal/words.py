"""What the page of the access log says around its lines."""

from datetime import datetime

from microstructure_desktop.domain.acces import Acces, Action, Purge
from microstructure_desktop.services.tableaux_equipe import NOMINATIFS
from microstructure_desktop.ui.texts import NBSP, clock, numeric_date, plain_date

NOTHING = "Aucun accès sur cette période"
NOTHING_WHY = (
    "Chaque ouverture d’un dossier, chaque impression et chaque export s’inscrit ici, "
    "et y reste douze mois."
)
GONE = "Dossier retiré"
WHAT_TO_DO = (
    "Les dossiers restent lisibles. Ne modifiez aucun fichier du dossier "
    f"«{NBSP}coffre{NBSP}»{NBSP}: gardez une copie de ce dossier tel qu’il est, et prévenez le "
    "médecin responsable du cabinet."
)
_ALERTS = {
    Action.BRIS_DE_GLACE: "danger",
    Action.ECHEC_CONNEXION: "danger",
    Action.EXPORT_FICHES: "warn",
}


def subtitle(reads_all: bool) -> str:  # noqa: FBT001
    if reads_all:
        return "Qui a ouvert, imprimé ou exporté quoi, depuis douze mois"
    return "Ce que vous avez ouvert, imprimé ou exporté, depuis douze mois"


def about(name: str, *, tout: bool) -> str:
    """« Qui a ouvert le dossier de LÉGENDE Sophie »."""
    return f"Qui a ouvert le dossier de {name}" if tout else f"Vos accès au dossier de {name}"


def intact(purge: Purge | None) -> str:
    """« Journal intact. Les accès jusqu’au 18 novembre 2025 ont été effacés… »."""
    said = f"Journal intact{NBSP}: chaque ligne vient d’être vérifiée."
    if purge is None:
        return said
    last, when = (plain_date(x.astimezone().date()) for x in (purge.derniere, purge.le))
    return f"{said} Les accès jusqu’au {last} ont été effacés le {when}, après douze mois."


def when(moment: datetime) -> str:
    """« 17/11/2026 14:05 »."""
    return f"{numeric_date(moment.date())}{NBSP}{NBSP}{clock(moment.time())}"


def tone(acces: Acces) -> str:
    """The colour of what deserves a look: names taken out do, whatever the file."""
    if acces.detail == NOMINATIFS:
        return "warn"
    return _ALERTS.get(acces.action, "text")
