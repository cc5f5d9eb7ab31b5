"""Why the animator refuses a bundle that is well formed: it does not fit what came before."""

from .errors import BundleRefused


class RegionOther(BundleRefused):
    code = "region"
    sentence = "Ce paquet dit une autre région que celle où la structure est inscrite."
    way_out = "Vérifiez le code de la région dans les réglages du cabinet."


class ConventionUnknown(BundleRefused):
    code = "convention"
    sentence = "Ce paquet a été préparé sous une convention que l’animateur n’a pas faite."
    way_out = "Importez la convention en cours, puis préparez de nouveau l’envoi de ce mois."


class ThresholdTooLow(BundleRefused):
    code = "seuil"
    sentence = "Ce paquet a été préparé avec des seuils plus bas que ceux de la convention."
    way_out = "Importez la convention en cours, puis préparez de nouveau l’envoi de ce mois."


class MonthInFuture(BundleRefused):
    code = "futur"
    sentence = "Ce paquet dit un mois qui n’a pas commencé."
    way_out = "Vérifiez la date de l’ordinateur, puis envoyez ce mois quand il est terminé."


class SequenceTaken(BundleRefused):
    code = "sequence"
    sentence = "Un autre paquet de cette structure porte déjà ce numéro."
    way_out = "Le cabinet a pu restaurer une sauvegarde : préparez de nouveau l’envoi de ce mois."


class MonthAlreadyReceived(BundleRefused):
    code = "deja_recu"
    sentence = "Ce mois a déjà été reçu, et ce paquet ne dit pas qu’il le corrige."
    way_out = "Pour corriger un mois envoyé, préparez une correction de ce mois."


class ReplacesAnother(BundleRefused):
    code = "remplace"
    sentence = "Ce paquet corrige un envoi qui n’est plus le dernier de son mois."
    way_out = "Corrigez le dernier envoi de ce mois."


class TotalDecreases(BundleRefused):
    code = "cumul"
    sentence = "Un total depuis janvier est plus petit que dans un mois précédent déjà reçu."
    way_out = "Envoyez d’abord la correction du mois précédent : celui-ci sera repris tout seul."


class ProfileChanged(BundleRefused):
    code = "profil"
    sentence = "Ce paquet décrit autrement une année dont le profil a déjà été reçu."
    way_out = "Le profil d’une année est figé : renvoyez ce mois avec le même, ou sans profil."


def phrase(code: str) -> tuple[str, str]:
    """What happened and what to do, for the code of a refusal; a later code is said in general."""
    refusal = _by_code().get(code, BundleRefused)
    return refusal.sentence, refusal.way_out


def _by_code() -> dict[str, type[BundleRefused]]:
    return {refusal.code: refusal for refusal in BundleRefused.__subclasses__()}
