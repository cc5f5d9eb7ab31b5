"""Every row of the bundle in words, and the reasons why something stays."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.envois_depart import Controle, Depart
from microstructure_desktop.ui import texts

ACTEURS = {
    "medecin_generaliste": "Médecin",
    "psychologue": "Psychologue",
    "travailleur_social": "Travailleur social",
    "psychiatre": "Psychiatre",
    "coordination": "Équipe",
}
ACTES = {
    "consultation_longue": "consultations longues",
    "consultation": "consultations",
    "entretien_individuel": "entretiens individuels",
    "entretien_entourage": "entretiens avec l’entourage",
    "permanence_psychiatre": "permanences",
    "reunion_synthese": "réunions de synthèse",
    "concertation": "concertations",
    "coordination": "actions de coordination",
    "rdv_non_honore": "rendez-vous non honorés",
}
MODALITES = {
    "cabinet": "au cabinet",
    "distance": "à distance",
    "domicile": "à domicile ou ailleurs",
    "hors_patient": "",
}
RAISONS = {
    "activite_reportee": "Moins de 5 personnes vues : ces actes partiront avec un mois suivant.",
    "file_active_insuffisante": "Moins de 5 personnes vues : le nombre exact reste ici.",
    "cumul_insuffisant": "Moins de 5 personnes vues depuis janvier : le nombre exact reste ici.",
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
        "Aucun nombre de personnes trop petit, même par différence",
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
_NO_REGISTER = "Rien au registre"
NEVER = (
    "Nom, prénom, date de naissance, n° de dossier",
    "Adresse, téléphone, commune",
    "Sexe, âge, produit, logement ou tout trait d’une personne",
    "Texte des séances, des fiches et des comptes rendus",
    "Dates exactes des actes",
    "Noms des professionnels",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row in words; `note` says what is special about its value."""

    label: str
    value: str
    note: str = ""


def tables(depart: Depart) -> list[tuple[str, list[Line]]]:
    """(title of a table, its rows), in the order of the bundle's files."""
    contenu = depart.contenu
    return [
        ("Activité", _activite(depart)),
        ("File active", [line for x in contenu.file_active for line in _file_active(x)]),
        ("Forfaits", [line for x in contenu.forfaits for line in _forfaits(x)]),
        ("Fonctionnement", [line for x in contenu.fonctionnement for line in _fonctionnement(x)]),
    ]


def _activite(depart: Depart) -> list[Line]:
    return [
        Line(
            f"{ACTEURS[x.acteur]} · {ACTES[x.acte]} {MODALITES[x.modalite]}".strip(),
            texts.number(x.nombre) + (f" · {_minutes(x.minutes)}" if x.minutes else ""),
            "" if x.mois == str(depart.mois) else f"mois cumulés {x.mois}",
        )
        for x in depart.contenu.activite
    ]


def _file_active(x: Any) -> list[Line]:
    return [
        Line("Personnes vues dans le mois", _count(x.file_active)),
        Line("Personnes vues depuis janvier", _count(x.cumul_annee)),
    ]


def _forfaits(x: Any) -> list[Line]:
    return [
        Line("Montant unitaire", texts.amount(int(x.montant_unitaire_eur * 100))),
        Line("Forfaits en cours à la fin du mois", texts.number(x.en_cours)),
        Line("Ouverts depuis janvier", texts.number(x.ouverts_cumul_annee)),
        Line("Terminés depuis janvier", texts.number(x.clos_cumul_annee)),
        Line(
            "Actes du mois comptés\u00a0: médecin, psychologue, travailleur social",
            f"{x.prest_mg} · {x.prest_psy} · {x.prest_ts}",
        ),
    ]


def _fonctionnement(x: Any) -> list[Line]:
    return [
        Line("Réunions de synthèse", texts.number(x.reunions)),
        Line("Participants, toutes réunions", texts.number(x.participants_total)),
        Line("Psychiatre présent en réunion", _minutes(x.psychiatre_minutes)),
        Line("Formations commencées par l’équipe", _trainings(x.formations)),
    ]


def _trainings(value: int | None) -> str:
    return _NO_REGISTER if value is None else texts.number(value)


def _minutes(value: int) -> str:
    return f"{texts.number(value)}\u00a0min"


def month_words(mois: Mois) -> str:
    return texts.month_and_year(date(mois.annee, mois.numero, 1))


def _count(value: int | None) -> str:
    return "moins de 5" if value is None else texts.number(value)
