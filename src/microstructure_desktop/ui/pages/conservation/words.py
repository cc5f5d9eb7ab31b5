"""How the time of a record is said."""

from microstructure_desktop.domain.effacement import CHOISIS
from microstructure_desktop.services.certificat_effacement import FONDEMENTS
from microstructure_desktop.services.conservation import EtatDossier
from microstructure_desktop.services.effacement import Apercu
from microstructure_desktop.services.effacement_registre import LigneEfface
from microstructure_desktop.ui.texts import NBSP, count, numeric_date

GROUNDS = tuple((f.value, FONDEMENTS[f]) for f in CHOISIS)


def last_act(etat: EtatDossier) -> str:
    return numeric_date(etat.dernier) if etat.dernier is not None else "Suivi en cours"


def term(etat: EtatDossier) -> str:
    return numeric_date(etat.a_decider_le) if etat.a_decider_le is not None else ""


def why(etat: EtatDossier) -> str:
    """What the term was counted from."""
    if etat.gardee is not None:
        return f"Gardé jusqu’au {numeric_date(etat.gardee.jusqu_au)}{NBSP}: {etat.gardee.motif}"
    if etat.deces is not None:
        return f"Décès le {numeric_date(etat.deces)}"
    return "Compté depuis le dernier acte"


def losses(apercu: Apercu, kinds: tuple[str, ...]) -> str:
    """What erasing takes away, in one paragraph."""
    what = ", ".join(kinds) or "L’identité seule"
    copies = (
        f" {count(apercu.sauvegardes, 'sauvegarde')} de cet ordinateur à refaire et à relire."
        if apercu.sauvegardes
        else ""
    )
    followed = " Cette personne est suivie aujourd’hui." if apercu.suivi_ouvert else ""
    return f"{what}.{copies}{followed} Rien ne pourra être rétabli, d’aucune sauvegarde."


def numbers(line: LigneEfface) -> str:
    return " et ".join(line.effacement.dossiers)


def ground(line: LigneEfface) -> str:
    return FONDEMENTS[line.effacement.fondement]


def when(line: LigneEfface) -> str:
    return numeric_date(line.le.date())


def author(line: LigneEfface) -> str:
    return line.par.nom_affiche if line.par is not None else ""
