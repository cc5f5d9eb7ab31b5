"""Dates, durations and domain codes as they are printed."""

from collections.abc import Mapping
from datetime import datetime

from microstructure_desktop import french
from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.synthese import (
    Decision,
    Motif,
    ProchainPoint,
    Suite,
    TypeDecision,
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
TYPES = {
    TypeDecision.MAINTIEN: "Maintien",
    TypeDecision.INTENSIFICATION: "Intensification",
    TypeDecision.ESPACEMENT: "Espacement",
    TypeDecision.ORIENTATION: "Orientation",
    TypeDecision.AVIS_PSYCHIATRE: "Avis du psychiatre",
    TypeDecision.VAD: "Visite à domicile",
    TypeDecision.REEVALUATION_PPS: "Réévaluation du plan",
    TypeDecision.INCLUSION: "Inclusion",
    TypeDecision.SORTIE: "Sortie",
    TypeDecision.SIGNALEMENT: "Signalement",
    TypeDecision.AUCUNE: "Aucune",
}
POINTS = {
    ProchainPoint.PROCHAINE_SYNTHESE: "à la prochaine synthèse",
    ProchainPoint.DEUX_MOIS: "dans deux mois",
    ProchainPoint.SUR_DEMANDE: "sur demande",
}

_EQUIPE = "Toute l’équipe"


def instant(moment: datetime) -> str:
    """On the clock of this machine when the instant carries a time zone."""
    local = moment.astimezone() if moment.tzinfo else moment
    return f"{french.numeric_date(local.date())} à {french.clock(local.time())}"


def echeance(decision: Decision) -> str:
    """« avant le 04/12 », « 04/12/2026 », « à sa prochaine visite (04/12/2026) », or nothing."""
    said, day = decision.echeance.strip(), decision.echeance_jour
    if day is None or f"{day:%d/%m}" in said:
        return said
    return f"{said} ({french.numeric_date(day)})" if said else french.numeric_date(day)


def responsable(decision: Decision, membres: Mapping[MembreId, Membre]) -> str:
    """Who is to do it: « C. Morel », or the team when it fell to nobody."""
    return membres[decision.qui].nom_affiche if decision.qui is not None else _EQUIPE


def membre(personne: Membre) -> str:
    """« Dr Lemoine (médecin généraliste) »."""
    return f"{personne.nom_affiche} ({METIERS[personne.role]})".replace(" ", "\xa0")


def patient(personne: Patient, *, initiales: bool) -> str:
    """« DELMAS Sophie », or « S. D. » where the file number stands beside."""
    if initiales:
        return "\xa0".join(f"{sign}." for sign in personne.initiales)
    return personne.nom_affiche


def dossier(personne: Patient) -> str:
    return f"dossier n°\xa0{personne.dossier}"
