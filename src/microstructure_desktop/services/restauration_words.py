"""What a restoration does to the cabinet's key, in sentences: before it is done, and after."""

from collections.abc import Iterator, Sequence

from microstructure_desktop.french import numeric_date

from .restauration import Bilan
from .restauration_cle import Feuille, Suite


def avant(suite: Suite) -> str:
    """What is said with the preview; "" when the key stays what it was."""
    if not suite.autre_cle:
        return ""
    if not suite.partis:
        return (
            "La clé du cabinet a changé depuis cette sauvegarde : il sera mis sous une nouvelle "
            "clé."
        )
    who = _left(suite.partis)
    account = "son compte reste fermé" if len(suite.partis) == 1 else "leurs comptes restent fermés"
    return f"{who} l’équipe depuis : le cabinet sera mis sous une nouvelle clé, et {account}."


def apres(bilan: Bilan) -> Iterator[str]:
    """What was done, and what is left to do."""
    suite = bilan.apercu.suite
    if suite.autre_cle:
        yield "Le cabinet est sous une nouvelle clé : celle de la sauvegarde ne l’ouvre pas."
    if bilan.partis:
        stays = "reste" if len(bilan.partis) == 1 else "restent"
        yield f"{_left(bilan.partis)} l’équipe, et {stays} sans accès."
    if suite.inconnue:
        made = numeric_date(bilan.apercu.faite_le.astimezone().date())
        yield (
            f"Si quelqu’un a quitté l’équipe depuis le {made}, retirez-le de nouveau dans "
            "« Équipe et droits »."
        )
    if suite.feuille is Feuille.RETIREE:
        yield "Aucune feuille de secours n’ouvre ce cabinet : imprimez-en une."
    if suite.feuille is Feuille.SERVIE:
        yield (
            "La feuille de secours qui a servi avait été retirée, et elle ouvre de nouveau le "
            "cabinet : imprimez-en une autre dès son ouverture."
        )


def _left(names: Sequence[str]) -> str:
    """« Clara Morel et Hugo Petit ont quitté »."""
    *firsts, last = names
    return f"{', '.join(firsts)} et {last} ont quitté" if firsts else f"{last} a quitté"
