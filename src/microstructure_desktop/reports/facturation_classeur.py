"""The billing list as two sheets: a line by forfait, a line by act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tableur.feuilles import Classeur, Colonne, Feuille, Genre

if TYPE_CHECKING:
    from .facturation_imprimee import BordereauImprime, ForfaitFacture
    from .tableur.feuilles import Valeur

_QUI = (
    Colonne("personne", "Personne", Genre.TEXTE, "Nom et prénom de la personne suivie."),
    Colonne("dossier", "Dossier", Genre.TEXTE, "Numéro du dossier dans le cabinet."),
)
_FORFAITS = (
    *_QUI,
    Colonne("programme", "Programme", Genre.TEXTE, "Programme qui ouvre le forfait."),
    Colonne("debut", "Début", Genre.DATE, "Premier jour du forfait."),
    Colonne("fin", "Fin", Genre.DATE, "Dernier jour du forfait, avancé par une sortie."),
    Colonne(
        "avant_terme", "Sortie avant terme", Genre.OUI_NON, "Le suivi s’est arrêté avant le terme."
    ),
    Colonne("actes", "Actes comptés", Genre.TEXTE, "Actes comptés par métier."),
    Colonne(
        "montant",
        "Montant",
        Genre.EUROS,
        "Montant préparé, celui du programme au jour d’ouverture.",
    ),
)
_ACTES = (
    *_QUI,
    Colonne("jour", "Date", Genre.DATE, "Jour de l’acte."),
    Colonne("qui", "Professionnel", Genre.TEXTE, "Qui a tenu la séance."),
    Colonne("metier", "Métier", Genre.TEXTE, "Son métier."),
    Colonne("acte", "Acte", Genre.TEXTE, "Type de l’acte."),
    Colonne("duree", "Durée (minutes)", Genre.ENTIER, "Durée notée de la séance."),
    Colonne("lieu", "Lieu", Genre.TEXTE, "Où elle s’est tenue."),
)


def classeur(contenu: BordereauImprime) -> Classeur:
    return Classeur(
        "Bordereau préparé",
        contenu.edite_le,
        (
            Feuille(
                "Forfaits",
                "Forfaits préparés (document nominatif)",
                _FORFAITS,
                tuple(map(_ligne, contenu.forfaits)),
            ),
            Feuille(
                "Actes",
                "Preuves, acte par acte (document nominatif)",
                _ACTES,
                tuple(
                    (f.personne, f.dossier, p.jour, p.qui, p.metier, p.acte, p.duree, p.lieu)
                    for f in contenu.forfaits
                    for p in f.preuves
                ),
            ),
        ),
    )


def _ligne(f: ForfaitFacture) -> tuple[Valeur, ...]:
    return (
        f.personne,
        f.dossier,
        f.programme,
        f.debut,
        f.fin,
        f.avant_terme,
        f.actes,
        f.centimes,
    )
