"""Dates, durations and domain codes as they are printed."""

from datetime import date, datetime, time

from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.synthese import Motif, ProchainPoint, Suite

_JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
METIERS = {
    Role.MEDECIN: "médecin généraliste",
    Role.PSYCHOLOGUE: "psychologue",
    Role.TRAVAILLEUR_SOCIAL: "travail social",
    Role.PSYCHIATRE: "psychiatre",
    Role.COORDINATION: "coordination",
    Role.SECRETARIAT: "secrétariat",
}
COMPTEURS = METIERS | {Role.MEDECIN: "médecin"}
MOTIFS = {
    Motif.QUESTION: "Question de l’équipe",
    Motif.INCLUSION: "Inclusion",
    Motif.SORTIE: "Sortie",
    Motif.SANS_NOUVELLES: "Sans nouvelles",
    Motif.FICHE_DUE: "Fiche à faire",
    Motif.FORFAIT: "Échéance du forfait",
    Motif.DECISION: "Décision à suivre",
    Motif.PROCHAIN_POINT: "Point prévu",
    Motif.AJOUT: "Ajouté en réunion",
}
SUITES = {
    Suite.A_FAIRE: "À faire",
    Suite.FAITE: "Faite",
    Suite.ABANDONNEE: "Abandonnée",
}
POINTS = {
    ProchainPoint.PROCHAINE_SYNTHESE: "à la prochaine synthèse",
    ProchainPoint.DEUX_MOIS: "dans deux mois",
    ProchainPoint.SUR_DEMANDE: "sur demande",
}


def jour_en_lettres(jour: date) -> str:
    """« 19 novembre 2026 »; its spaces hold."""
    quantieme = "1er" if jour.day == 1 else str(jour.day)
    return f"{quantieme}\xa0{_MOIS[jour.month - 1]}\xa0{jour.year:04}"


def jour_entier(jour: date) -> str:
    """« jeudi 19 novembre 2026 »."""
    return f"{_JOURS[jour.weekday()]} {jour_en_lettres(jour)}"


def jour_court(jour: date) -> str:
    return f"{jour.day:02}/{jour.month:02}/{jour.year:04}"


def heure(heure_: time) -> str:
    return f"{heure_.hour:02}:{heure_.minute:02}"


def instant(moment: datetime) -> str:
    """On the clock of this machine when the instant carries a time zone."""
    local = moment.astimezone() if moment.tzinfo else moment
    return f"{jour_court(local.date())} à {heure(local.time())}"


def duree(minutes: int) -> str:
    """« 45 min », « 1 h 05 »."""
    heures, reste = divmod(minutes, 60)
    return f"{heures}\xa0h\xa0{reste:02}" if heures else f"{reste}\xa0min"


def membre(personne: Membre) -> str:
    """« Dr Lemoine (médecin généraliste) »."""
    return f"{personne.nom_affiche} ({METIERS[personne.role]})".replace(" ", "\xa0")
