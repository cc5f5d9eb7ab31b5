"""Words that several pages of the animator's window share."""

from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.texts import month_and_year

CANAUX = {
    TypeCanal.DOSSIER: "par un dossier ou une clé USB",
    TypeCanal.COURRIEL: "par message",
    TypeCanal.WEBDAV: "par un dossier en ligne",
    TypeCanal.NEXTCLOUD: "par le lien de dépôt",
    TypeCanal.SFTP: "par un serveur SFTP",
    TypeCanal.HTTPS: "par l’adresse de dépôt",
    TypeCanal.PAPIER: "sur papier",
}


def month(mois: Mois | None) -> str:
    """« mars 2026 », or nothing."""
    return month_and_year(mois.premier) if mois is not None else ""


def way(canal: str) -> str:
    """How a bundle came; a code of another version is left out."""
    return CANAUX[TypeCanal(canal)] if canal in set(TypeCanal) else ""


def titled(nom: str, mois: Mois | None) -> str:
    """« Cabinet des Lilas · mars 2026 »."""
    return " · ".join(part for part in (nom, month(mois)) if part)
