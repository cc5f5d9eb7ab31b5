"""Every row of a month in words, and why something stays: on screen and on paper alike."""

from dataclasses import dataclass
from typing import Any

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import Raison
from microstructure_desktop.french import amount, month_and_year, number

from .envois_depart import Depart, Retenue

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
_NO_REGISTER = "Rien au registre"
NEVER = (
    "Nom, prénom, date de naissance, n° de dossier",
    "Adresse, téléphone, commune",
    "Sexe, âge, produit, logement\xa0: aucun trait d’une personne, seule ou en petit groupe",
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
        (
            "File active",
            [x for line in contenu.file_active for x in _file_active(line, contenu.k_activite)],
        ),
        ("Forfaits", [line for x in contenu.forfaits for line in _forfaits(x)]),
        ("Fonctionnement", [line for x in contenu.fonctionnement for line in _fonctionnement(x)]),
    ]


def _activite(depart: Depart) -> list[Line]:
    return [
        Line(
            f"{ACTEURS[x.acteur]} · {ACTES[x.acte]} {MODALITES[x.modalite]}".strip(),
            number(x.nombre) + (f" · {_minutes(x.minutes)}" if x.minutes else ""),
            "" if x.mois == str(depart.mois) else _since(x.mois),
        )
        for x in depart.contenu.activite
    ]


def _since(periode: str) -> str:
    return f"cumulé depuis {month_words(Mois.lire(periode.partition('/')[0]))}"


def _file_active(x: Any, k: int) -> list[Line]:
    return [
        Line("Personnes vues dans le mois", _count(x.file_active, k)),
        Line("Personnes vues depuis janvier", _count(x.cumul_annee, k)),
    ]


def _forfaits(x: Any) -> list[Line]:
    return [
        Line("Montant unitaire", amount(int(x.montant_unitaire_eur * 100))),
        Line("Forfaits en cours à la fin du mois", number(x.en_cours)),
        Line("Ouverts depuis janvier", number(x.ouverts_cumul_annee)),
        Line("Terminés depuis janvier", number(x.clos_cumul_annee)),
        Line(
            "Actes du mois comptés\xa0: médecin, psychologue, travailleur social",
            f"{x.prest_mg} · {x.prest_psy} · {x.prest_ts}",
        ),
    ]


def _fonctionnement(x: Any) -> list[Line]:
    return [
        Line("Réunions de synthèse", number(x.reunions)),
        Line("Participants, toutes réunions", number(x.participants_total)),
        Line("Psychiatre présent en réunion", _minutes(x.psychiatre_minutes)),
        Line("Formations commencées par l’équipe", _trainings(x.formations)),
    ]


def _trainings(value: int | None) -> str:
    return _NO_REGISTER if value is None else number(value)


def _minutes(value: int) -> str:
    return f"{number(value)}\xa0min"


def month_words(mois: Mois) -> str:
    """« octobre 2026 »."""
    return month_and_year(mois.premier)


def withheld(depart: Depart) -> list[str]:
    """What stays here, and why."""
    few = f"Moins de {depart.contenu.k_activite} personnes"
    said = {
        Raison.ACTIVITE_REPORTEE: _acts(depart, few),
        Raison.FILE_ACTIVE_INSUFFISANTE: f"{few} vues\xa0: le nombre exact reste ici.",
        Raison.CUMUL_INSUFFISANT: f"{few} vues depuis janvier\xa0: le nombre exact reste ici.",
    }
    return [said[raison] for _, raison in depart.contenu.retenu]


def _acts(depart: Depart, few: str) -> str:
    if depart.retenue is Retenue.PARTIE and depart.avec is not None:
        avec = month_words(depart.avec)
        return f"Les actes de ce mois comptent dans l’envoi d’un autre\xa0: {avec}."
    if depart.retenue is Retenue.RESTE:
        return (
            f"{few} vues, et les mois voisins sont déjà partis\xa0: ces actes restent ici, pour "
            "qu’aucune soustraction n’en dise le nombre."
        )
    return f"{few} vues\xa0: ces actes partiront avec un mois suivant."


def _count(value: int | None, k: int) -> str:
    return f"moins de {k}" if value is None else number(value)
