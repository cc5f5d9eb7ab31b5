"""How an access is said, on screen and on paper."""

from microstructure_desktop.domain.acces import Acces, Action
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.french import month_and_year

ACTIONS = {
    Action.OUVERTURE_DOSSIER: "Dossier ouvert",
    Action.OUVERTURE_FICHE: "Fiche lue",
    Action.OUVERTURE_DOCUMENT: "Document ou lettre lu",
    Action.LECTURE_COMPTE_RENDU: "Réunion ou compte rendu lu",
    Action.IMPRESSION: "Impression",
    Action.ENREGISTREMENT_PDF: "PDF enregistré",
    Action.EXPORT: "Export écrit",
    Action.EXPORT_FICHES: "Fiches exportées en clair",
    Action.BRIS_DE_GLACE: "Opposition passée outre",
    Action.FUSION: "Dossiers réunis",
    Action.REPRISE: "File active reprise",
    Action.ECHANGES: "Échanges avec l’animateur",
    Action.SAUVEGARDE: "Sauvegarde",
    Action.MISE_A_JOUR: "Mise à jour de l’application",
    Action.RESTAURATION: "Cabinet restauré",
    Action.EXERCICE: "Restauration essayée",
    Action.FEUILLE_SECOURS: "Feuille de secours",
    Action.CLE_CHANGEE: "Clé du coffre changée",
    Action.LECTURE_ARCHIVE: "Dossier archivé relu",
    Action.EFFACEMENT: "Dossier effacé",
    Action.REMISE_DOSSIER: "Dossier remis à la personne",
    Action.CONNEXION: "Connexion",
    Action.ECHEC_CONNEXION: "Phrase de passe refusée",
    Action.VERROUILLAGE: "Verrouillage",
}
"""What is first in a filter is asked most."""

DETAILS = {
    "identite": "identité",
    "seance": "séance",
    "reunion": "réunion en cours",
    "compte_rendu": "compte rendu de réunion",
    "reunion_reseau": "compte rendu d’une réunion du réseau",
    "formations": "registre des formations",
    "ordre_du_jour": "ordre du jour de réunion",
    "extrait": "extrait de compte rendu",
    "fiche": "fiche",
    "fiche_vierge": "fiche à remplir",
    "parcours": "page « Mon parcours »",
    "document": "document reçu",
    "lettre": "lettre",
    "semaine": "rendez-vous de la semaine",
    "journal": "journal d’accès",
    "permanence_psychiatre": "permanence de psychiatrie",
    "activite": "activité du cabinet",
    "droits": "qui peut quoi",
    "dossier_legal": "dossier de protection des données",
    "facturation": "bordereau de facturation",
    "facturation_tableur": "bordereau de facturation",
    "forfaits_tableur": "forfaits",
    "equipe_tableur": "tableaux pour l’équipe, sans identité",
    "equipe_nominatif_tableur": "tableaux pour l’équipe, avec les noms",
    "indicateurs_tableur": "indicateurs d’une année",
    "rapport_interne": "rapport annuel, version interne",
    "rapport_diffusable": "rapport annuel, version diffusable",
    "rapport_interne_texte": "rapport annuel, version interne",
    "rapport_diffusable_texte": "rapport annuel, version diffusable",
    "convention_recue": "convention ouverte, pas encore confirmée",
    "convention_confirmee": "convention confirmée",
    "cle_animateur_perdue": "nouvelle clé de l’animateur, qui a perdu la sienne",
    "cle_renouvelee": "clé du cabinet renouvelée",
    "inscription": "feuille d’inscription chez l’animateur",
    "inscription_fichier": "inscription chez l’animateur",
    "annexe_envoi": "annexe du registre, envoi mensuel",
    "voie_essayee": "voie d’envoi essayée",
    "envoi_papier": "envoi sur papier",
    "retrait": "une personne a été retirée de l’équipe",
    "phrase_donnee": "nouvelle phrase de passe donnée à un compte",
    "feuille_secours": "feuille de secours",
    "secours_preparee": "préparée pour l’imprimer",
    "secours_prouvee": "prouvée",
    "secours_utilisee": "a ouvert le cabinet",
    "feuille_personnelle": "feuille de secours personnelle",
    "personnelle_preparee": "personnelle, préparée pour l’imprimer",
    "personnelle_prouvee": "personnelle, prouvée",
    "personnelle_retiree": "personnelle, retirée",
    "personnelle_utilisee": "personnelle, a rouvert des notes",
    "auto": "faite d’elle-même",
    "cle": "sur une clé ou un autre disque",
    "avant-migration": "avant une mise à jour du coffre",
    "avant-restauration": "avant une restauration",
    "avant-retrait": "avant un changement de clé",
    "avant-mise-a-jour": "avant une mise à jour de l’application",
    "exportee": "exportée dans un dossier",
    "maj_preparee": "préparée",
    "maj_lancee": "installeur ouvert",
    "restauration": "à la restauration d’une sauvegarde d’avant un changement de clé",
    "verification": "relue et vérifiée",
    "ancien_coffre_supprime": "ancien coffre, supprimé",
    "copie_detruite": "copie d’avant un changement de clé, détruite",
    "certificat_effacement": "certificat d’effacement",
    "dossier_complet": "dossier complet d’une personne",
    "dossier_complet_fichier": "dossier complet d’une personne, données",
    "dossier_complet_chiffre_fichier": "dossier complet d’une personne, chiffré",
    "sur_place": "en main propre",
    "medecin_designe": "à un médecin désigné",
    "courrier": "par courrier",
    "support_chiffre": "sur un support chiffré",
    "fin_conservation": "fin de conservation",
    "demande": "à la demande de la personne",
    "erreur": "dossier créé par erreur",
    "decision": "décision d’un juge ou de la CNIL",
    "annulation": "annulation",
    "retablissement": "rétablissement",
}


_ANONYME = "Export anonyme écrit"
_TABLEUR, _TEXTE, _FICHIER = "_tableur", "_texte", "_fichier"


def what(acces: Acces) -> str:
    """« Impression : compte rendu de réunion »."""
    if acces.action is Action.EXPORT and acces.detail and acces.detail not in DETAILS:
        month = month_and_year(Mois.lire(acces.detail).premier)
        return f"{_ANONYME}\u00a0: {month}"
    said = DETAILS.get(acces.detail, acces.detail)
    if acces.detail.endswith(_TABLEUR):
        return f"Tableau enregistré\u00a0: {said}"
    if acces.detail.endswith(_TEXTE):
        return f"Texte enregistré\u00a0: {said}"
    if acces.detail.endswith(_FICHIER):
        return f"Fichier enregistré\u00a0: {said}"
    return f"{ACTIONS[acces.action]}\u00a0: {said}" if said else ACTIONS[acces.action]
