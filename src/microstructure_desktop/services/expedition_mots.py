"""What an attempt came to, in words that fit in a line of history."""

from microstructure_desktop.domain.boite_envoi import ABOUTI, Resultat

DEPOSE = "déposé"
DEJA_LA = "déjà déposé, à l’identique"
REMIS = "remis à la main"
_CONFLIT = "un autre fichier porte déjà ce nom"
_AUTRE = "le serveur n’a pas répondu comme attendu"
_MOTS = {
    "adresse": "adresse de la voie à corriger",
    "compte": "compte ou mot de passe refusé",
    "interdit": "ce compte ne peut rien déposer",
    "absent": "dossier introuvable, ou clé débranchée",
    "lecture_seule": "dossier en lecture seule",
    "plein": "plus de place à cet endroit",
    "certificat": "identité du serveur non reconnue",
    "cle_hote": "le serveur ne montre plus la clé confirmée",
    "redirection": "l’adresse renvoie ailleurs",
    "coupure": "serveur injoignable",
    "delai": "pas de réponse à temps",
    "relecture": "le fichier relu diffère : n’utilisez pas cette clé",
    "a_envoyer": "message préparé",
    "imprime": "feuilles imprimées",
}


def dit(resultat: str, detail: str) -> str:
    """One line of the outbox's journal."""
    if resultat in ABOUTI:
        return _MOTS.get(detail, DEPOSE if resultat == Resultat.DEPOSE else DEJA_LA)
    if resultat == Resultat.CONFLIT:
        return _CONFLIT
    return _MOTS.get(detail, _AUTRE)
