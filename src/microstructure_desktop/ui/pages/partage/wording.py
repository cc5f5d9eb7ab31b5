"""What the page says of checks, and of what became of each bundle."""

from datetime import datetime

from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.services import accuses, expedition_mots
from microstructure_desktop.services.envois import EnvoiLu
from microstructure_desktop.services.envois_depart import Controle
from microstructure_desktop.ui import texts

ETATS = {
    EtatPli.SCELLE: ("package", "info", "Scellé, pas encore parti"),
    EtatPli.EN_ATTENTE: ("hourglass", "warn", "En attente"),
    EtatPli.DEPOSE: ("send", "info", "Remis, sans accusé"),
    EtatPli.ACCUSE: ("package-check", "ok", "Reçu par l’animateur"),
    EtatPli.REFUSE: ("circle-x", "danger", "Refusé par l’animateur"),
    EtatPli.REMPLACE: ("replace", "text3", "Remplacé par une correction"),
    EtatPli.ANNULE: ("ban", "text3", "Annulé avant son départ"),
}
CONTROLES = {
    Controle.MOIS_TERMINE: ("Mois terminé", "Le mois n’est pas fini : les nombres changeront."),
    Controle.REUNION_CLOSE: (
        "Réunion du mois close",
        "La réunion de synthèse de ce mois n’est pas close.",
    ),
    Controle.RELECTURE: (
        "Fichier relu, identique aux lignes affichées",
        "Le fichier relu ne correspond pas aux lignes affichées.",
    ),
    Controle.EFFECTIFS: (
        "Aucun nombre de personnes trop petit, et les mois réunis le restent",
        "Un nombre de personnes serait trop petit.",
    ),
    Controle.CONVENTION: (
        "Convention confirmée avec l’animateur",
        "Aucune convention n’est encore confirmée avec l’animateur.",
    ),
    Controle.STRUCTURE: (
        "Code de la structure renseigné",
        "Le code de la structure manque : ajoutez-le dans Réglages.",
    ),
}


def state_words(lu: EnvoiLu) -> tuple[str, str, str]:
    """Sign, tone and words of what became of a bundle."""
    sign, tone, words = ETATS[lu.pli.etat]
    if lu.accuse is None or lu.pli.etat not in {EtatPli.ACCUSE, EtatPli.REFUSE}:
        return sign, tone, words
    return sign, tone, f"{words} le {texts.plain_date(lu.accuse.recu_le)}"


def attempts(lu: EnvoiLu, now: datetime) -> list[str]:
    """The bundle's mark, the last attempt, and what the animator said."""
    pli = lu.pli
    found = [f"{pli.paquet[:8]}{' · correction' if pli.remplace else ''}"]
    if lu.essais:
        last = lu.essais[-1]
        le = texts.near_date(last.quand.astimezone().date(), now.date())
        told = {"accuse": "accusé importé", "remis": expedition_mots.REMIS}
        words = told.get(last.resultat) or expedition_mots.dit(last.resultat, last.detail)
        found.append(f"{le.capitalize()}\u00a0: {words}")
    refused = accuses.refus(lu.accuse) if lu.accuse is not None else None
    if pli.etat is EtatPli.REFUSE and refused is not None:
        found.append(refused[0])
    return found
