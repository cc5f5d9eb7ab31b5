"""Words: why a patient is on an agenda, and what state a meeting is in."""

from datetime import date, time

from microstructure_desktop.domain.ordre_du_jour import Proposition
from microstructure_desktop.domain.synthese import (
    Etat,
    Motif,
    ProchainPoint,
    Situation,
    Suite,
    TypeDecision,
)
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.texts import NBSP

from .names import Names

ICONS = {
    Motif.QUESTION: ("message-circle-question-mark", "info"),
    Motif.INCLUSION: ("user-plus", "ok"),
    Motif.SORTIE: ("user-minus", "text3"),
    Motif.SANS_NOUVELLES: ("user-x", "warn"),
    Motif.FICHE_DUE: ("file-text", "text3"),
    Motif.FORFAIT: ("hourglass", "warn"),
    Motif.DECISION: ("list-checks", "text3"),
    Motif.PROCHAIN_POINT: ("calendar-clock", "text3"),
    Motif.AJOUT: ("plus", "text3"),
}
STATES = {
    Etat.PREPAREE: ("En préparation", "mute"),
    Etat.EN_COURS: ("En cours", "info"),
    Etat.CLOSE: ("Close", "ok"),
}
POINTS = {
    ProchainPoint.PROCHAINE_SYNTHESE: "Prochaine synthèse",
    ProchainPoint.DEUX_MOIS: "Dans 2 mois",
    ProchainPoint.SUR_DEMANDE: "Sur demande",
}
SUITES = {
    Suite.A_FAIRE: "À faire",
    Suite.FAITE: "Faite",
    Suite.ABANDONNEE: "Abandonnée",
}
KINDS = {
    TypeDecision.MAINTIEN: ("Maintien", "Suivi maintenu comme aujourd’hui"),
    TypeDecision.INTENSIFICATION: ("Intensification", "Rencontres plus rapprochées"),
    TypeDecision.ESPACEMENT: ("Espacement", "Rencontres plus espacées"),
    TypeDecision.ORIENTATION: ("Orientation", "Orientation vers un partenaire"),
    TypeDecision.AVIS_PSYCHIATRE: ("Psychiatre", "Avis du psychiatre à demander"),
    TypeDecision.VAD: ("Visite à domicile", "Visite à domicile à prévoir"),
    TypeDecision.REEVALUATION_PPS: ("Réévaluation", "Plan de soins à revoir avec la personne"),
    TypeDecision.INCLUSION: ("Nouvelle inclusion", "Inclusion dans le programme"),
    TypeDecision.SORTIE: ("Sortie", "Fin du suivi à préparer"),
    TypeDecision.SIGNALEMENT: ("Signalement", "Signalement à faire"),
    TypeDecision.AUCUNE: ("Aucune", "Aucune décision à prendre"),
}
"""A word for a chip, and what is written until somebody says it better."""
KIND_KEYS = {
    TypeDecision.MAINTIEN: "M",
    TypeDecision.INTENSIFICATION: "I",
    TypeDecision.ESPACEMENT: "E",
    TypeDecision.ORIENTATION: "O",
    TypeDecision.AVIS_PSYCHIATRE: "P",
    TypeDecision.VAD: "V",
    TypeDecision.REEVALUATION_PPS: "R",
    TypeDecision.INCLUSION: "N",
    TypeDecision.SORTIE: "S",
    TypeDecision.SIGNALEMENT: "G",
    TypeDecision.AUCUNE: "A",
}
_SHORT = {
    Motif.QUESTION: "Question",
    Motif.INCLUSION: "Inclusion",
    Motif.SORTIE: "Sortie",
    Motif.SANS_NOUVELLES: "Sans nouvelles",
    Motif.FICHE_DUE: "Fiche de suivi à faire",
    Motif.FORFAIT: "Forfait bientôt terminé",
    Motif.DECISION: "Décision à reprendre",
    Motif.PROCHAIN_POINT: "Point prévu",
    Motif.AJOUT: "Ajout de l’équipe",
}


def reason(proposition: Proposition, names: Names) -> str:
    """« Question de C. Modèle », « Sans nouvelles depuis 62 jours »."""
    days = texts.count(proposition.jours or 0, "jour")
    patient = names.patients[proposition.patient]
    included = texts.agreed("Inclus", patient.sexe)
    return {
        Motif.QUESTION: f"Question de{NBSP}{names.membre(proposition.auteur)}",
        Motif.INCLUSION: f"{included} depuis la dernière réunion",
        Motif.SORTIE: "Suivi terminé depuis la dernière réunion",
        Motif.SANS_NOUVELLES: f"Sans nouvelles depuis {days}",
        Motif.FICHE_DUE: f"Fiche de suivi à faire depuis {days}",
        Motif.FORFAIT: f"Forfait incomplet, fin dans {days}",
        Motif.PROCHAIN_POINT: "Point prévu par l’équipe",
    }.get(proposition.motif, _SHORT[proposition.motif])


def motif(situation: Situation) -> str:
    """The reason alone, when nothing more is known of it."""
    return _SHORT[situation.motif]


def short_reason(situation: Situation) -> str:
    """For the narrow list beside the discussion: the question itself when there is one."""
    return " ".join(situation.question.split()) or _SHORT[situation.motif]


def question(situation: Situation, auteurs: str) -> str:
    """« Question posée par C. Morel : reprise du travail ? »."""
    if not situation.question:
        return _SHORT[situation.motif]
    by = f"Question posée par {auteurs}" if auteurs else "Question"
    return f"{by}{NBSP}: {situation.question}"


def planned(total: int, length: int) -> str:
    """« Temps prévu : 52 min sur 1 h. », and what is too much."""
    said = f"Temps prévu{NBSP}: {texts.duration(total)} sur {texts.duration(length)}."
    over = total - length
    return f"{said} C’est {texts.duration(over)} de trop." if over > 0 else said


def title_date(jour: date) -> str:
    """« Jeudi 26 novembre 2026 », where a line begins."""
    return texts.long_date(jour).capitalize()


def when(jour: date, debut: time, fin: time | None, etat: Etat) -> str:
    """« Jeudi 26 novembre 2026 · commencée à 12:32 »."""
    if etat is Etat.EN_COURS:
        hours = f"commencée à {texts.clock(debut)}"
    elif fin is None:
        hours = f"à {texts.clock(debut)}"
    else:
        hours = f"de {texts.clock(debut)} à {texts.clock(fin)}"
    return f"{title_date(jour)} · {hours}"


def in_days(jour: date, today: date) -> str:
    """« aujourd’hui », « demain », « dans 5 jours », « il y a 3 jours »."""
    distance = (jour - today).days
    if distance in _NEAR:
        return _NEAR[distance]
    days = texts.count(abs(distance), "jour")
    return f"dans {days}" if distance > 0 else f"il y a {days}"


_NEAR = {0: "aujourd’hui", 1: "demain", -1: "hier"}


def with_limit(reason: str, limit: str) -> str:
    """Why somebody is proposed, and before whom not to speak of them."""
    return f"{reason} · {limit}" if limit else reason


def readers() -> str:
    """Who will read what a meeting writes."""
    return lisible(Permission.TOUTES_REUNIONS, "les autres participants")
