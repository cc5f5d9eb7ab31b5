"""What the blanks of the legal file say: what the program knows, then what the cabinet typed."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from microstructure_desktop import settings
from microstructure_desktop.domain.acces import CONSERVATION
from microstructure_desktop.domain.canal import TypeCanal, ordonnes
from microstructure_desktop.domain.dossier_legal import DossierLegal
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.exchange.contents import K_ACTIVITE, K
from microstructure_desktop.french import NBSP, count, duration, plain_date

from . import convention_lue
from .dossier_legal_lecture import BLANC, modeles
from .durees import regles
from .office import Office
from .regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from microstructure_desktop.store.work import Work

_PROFESSIONS = {
    Role.MEDECIN: ("médecin", ""),
    Role.PSYCHOLOGUE: ("psychologue", ""),
    Role.TRAVAILLEUR_SOCIAL: ("travailleur social", "travailleurs sociaux"),
    Role.PSYCHIATRE: ("psychiatre", ""),
    Role.COORDINATION: ("poste de coordination", "postes de coordination"),
    Role.SECRETARIAT: ("poste de secrétariat", "postes de secrétariat"),
}
_VOIES = {
    TypeCanal.DOSSIER: "clé USB ou dossier",
    TypeCanal.COURRIEL: "message électronique",
    TypeCanal.WEBDAV: "dossier en ligne avec un compte",
    TypeCanal.NEXTCLOUD: "lien de dépôt",
    TypeCanal.SFTP: "serveur SFTP",
    TypeCanal.HTTPS: "adresse de dépôt",
    TypeCanal.PAPIER: "feuille imprimée",
}
_AUCUNE_VOIE = "aucune pour l’instant"
_SANS_CONVENTION = "Aucune convention n’est encore confirmée : rien ne peut partir."
_VIDE = "[à compléter : {}]"
_MOIS = 30.4
_RESPONSABLE = "responsable"


def valeurs(work: "Work", office: Office, dossier: DossierLegal) -> dict[str, str]:
    """By the name of the blank; one without an answer is not there."""
    cabinet = work.cabinet.get()
    known = convention_lue.courante(work)
    accord = None if known is None else convention_lue.lue(known, known)
    reference = office.reference
    programmes = {**reference.reserves, **reference.programmes}
    programme = programmes.get(cabinet.programme)
    asked = settings.load(office.home.settings_file).verrouillage_minutes
    durees = regles().durees
    k, k_mois = K, K_ACTIVITE
    said = _SANS_CONVENTION
    if accord is not None and accord.confirmee_le is not None:
        k, k_mois = accord.convention.k, accord.convention.k_activite
        le = plain_date(accord.confirmee_le)
        said = f"Convention n°{NBSP}{accord.convention.numero}, confirmée le {le}."
    found = {
        "cabinet": cabinet.nom,
        "structure": cabinet.structure,
        "region": REGIONS.get(cabinet.region, cabinet.region),
        "animateur": accord.convention.animateur if accord is not None else cabinet.animateur,
        "programme": cabinet.programme if programme is None else programme.libelle,
        "equipe": _equipe(work),
        "convention_animateur": said,
        "voies": _voies(work),
        "delai": duration(asked),
        "duree_active": f"{durees.actif}{NBSP}ans",
        "duree_totale": f"{durees.total}{NBSP}ans",
        "duree_journal": f"{round(CONSERVATION.days / _MOIS)}{NBSP}mois",
        "seuil_mois": str(k_mois),
        "seuil_personnes": str(k),
        _RESPONSABLE: _medecins(work),
        **dossier.reponses,
    }
    return {name: text for name, text in found.items() if text}


def propose(work: "Work") -> dict[str, str]:
    """What stands in a blank of the cabinet while nothing is typed in it."""
    return {_RESPONSABLE: _medecins(work)}


@dataclass(slots=True)
class Remplisseur:
    """Fills texts, and remembers the blanks that had no answer."""

    valeurs: "Mapping[str, str]"
    manquants: list[str] = field(default_factory=list)

    def __call__(self, texte: str) -> str:
        return BLANC.sub(lambda found: self._un(found[1]), texte)

    def tous(self, textes: "tuple[str, ...]") -> tuple[str, ...]:
        return tuple(self(texte) for texte in textes)

    def _un(self, nom: str) -> str:
        if nom in self.valeurs:
            return self.valeurs[nom]
        if nom not in self.manquants:
            self.manquants.append(nom)
        return _VIDE.format(modeles().blancs[nom].libelle.lower())


def _equipe(work: "Work") -> str:
    there = Counter(membre.role for membre in work.equipe.all() if membre.actif)
    return ", ".join(count(there[r], *words) for r, words in _PROFESSIONS.items() if there[r])


def _medecins(work: "Work") -> str:
    return ", ".join(m.nom_complet for m in work.equipe.all() if m.actif and m.role is Role.MEDECIN)


def _voies(work: "Work") -> str:
    used = (each.type for each in ordonnes(work.canaux.all()) if each.actif)
    return ", ".join(_VOIES[t] for t in dict.fromkeys(used)) or _AUCUNE_VOIE
