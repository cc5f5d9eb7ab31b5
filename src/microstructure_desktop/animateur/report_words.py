"""Words of the regional report: codes as they are read, definitions, what is not in it and why."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from microstructure_desktop import assets, french
from microstructure_desktop.exchange.contents import Acteur, Modalite, NatureActe
from microstructure_desktop.french import NBSP

from .completeness import EtatCase

if TYPE_CHECKING:
    from .annee import Annee
    from .completeness import Case

ACTEURS = {
    Acteur.MEDECIN_GENERALISTE: "Médecin généraliste",
    Acteur.PSYCHOLOGUE: "Psychologue",
    Acteur.TRAVAILLEUR_SOCIAL: "Travail social",
    Acteur.PSYCHIATRE: "Psychiatre",
    Acteur.COORDINATION: "Coordination et secrétariat",
}
ACTES = {
    NatureActe.CONSULTATION_LONGUE: "Consultation longue",
    NatureActe.CONSULTATION: "Consultation",
    NatureActe.ENTRETIEN_INDIVIDUEL: "Entretien individuel",
    NatureActe.ENTRETIEN_ENTOURAGE: "Entretien avec l’entourage",
    NatureActe.PERMANENCE_PSYCHIATRE: "Permanence du psychiatre",
    NatureActe.REUNION_SYNTHESE: "Réunion de synthèse",
    NatureActe.CONCERTATION: "Avis à l’équipe",
    NatureActe.COORDINATION: "Démarche sans la personne",
    NatureActe.RDV_NON_HONORE: "Rendez-vous non honoré",
}
MODALITES = {
    Modalite.CABINET: "Au cabinet",
    Modalite.DISTANCE: "À distance",
    Modalite.DOMICILE: "À domicile ou ailleurs",
    Modalite.HORS_PATIENT: "Sans la personne",
}
ETATS = {
    EtatCase.HORS: "rien n’est attendu",
    EtatCase.ATTENDU: "attendu, pas encore dû",
    EtatCase.RECU: "reçu",
    EtatCase.CORRIGE: "reçu puis corrigé",
    EtatCase.QUARANTAINE: "arrivé et refusé",
    EtatCase.MANQUANT: "manquant",
}
_SIGNES = {
    EtatCase.HORS: "·",
    EtatCase.ATTENDU: "A",
    EtatCase.RECU: "R",
    EtatCase.CORRIGE: "C",
    EtatCase.QUARANTAINE: "Q",
    EtatCase.MANQUANT: "M",
}
LEGENDE = " ".join(f"{sign}{NBSP}: {ETATS[state]}." for state, sign in _SIGNES.items())

_HEADS = {
    "definition": ("Chiffre", "Ce qui est compté"),
    "absent": ("Ce qui n’y est pas", "Pourquoi"),
}
VOLUMES = (
    "Ce tableau ne montre que des volumes. Ils dépendent des heures de présence de chaque métier, "
    "du territoire et du nombre de mois reçus\xa0: ils ne se comparent pas sans en parler avec "
    "l’équipe, et ne disent rien des personnes suivies."
)


def paires(sorte: str) -> tuple[tuple[str, str], ...]:
    """The headings, then the rows of a kind: `definition` or `absent`."""
    rows = tomllib.loads(assets.text("rapport_regional.toml"))[sorte]
    return (_HEADS[sorte], *((row["titre"], row["texte"]) for row in rows))


def signe(case: Case) -> str:
    return _SIGNES[case.etat]


def completude(annee: Annee) -> str:
    """How much of the year is in its figures, on every page."""
    total = annee.total.completude
    until = ""
    if annee.arretee is not None:
        until = f" Année en cours, arrêtée à {french.month_and_year(annee.arretee.premier)}."
    if total.complete:
        return f"Tous les mois reçus{NBSP}: {total.phrase}.{until}"
    return f"Tous les mois reçus{NBSP}: {total.phrase}{NBSP}; des autres, les mois arrivés.{until}"


def profils(structures: int) -> str:
    """What is said of who the people are: how many structures told it, and no more."""
    people = "le profil des personnes entrées ou sorties dans l’année"
    if not structures:
        return (
            f"Aucune structure n’a joint {people}. Les envois du mois ne disent rien de ce que "
            "sont les personnes."
        )
    told = french.plural(structures, "a joint", "ont joint")
    return (
        f"{french.count(structures, 'structure')} {told} {people}, par grands groupes. Ces nombres "
        f"sont gardés dans le registre de l’animateur{NBSP}; ce rapport n’en publie aucun."
    )


def masquees(nombre: int, k_activite: int) -> str:
    """Said under a number of people that leaves out small structures."""
    if not nombre:
        return ""
    return (
        f"{french.count(nombre, 'structure')} en plus, où moins de {k_activite} personnes ont été "
        f"vues{NBSP}: leur nombre n’est pas écrit et n’entre pas dans la somme."
    )
