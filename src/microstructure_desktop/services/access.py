"""Which role may do what; checked first by every action."""

from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.declaration import INCLUSION
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.errors import AppError

from .droits import matrice
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import MembreId
    from microstructure_desktop.forms.model import Form


class Permission(StrEnum):
    """A right on a content of the matrix (`resources/droits.toml`)."""

    IDENTITE = "identite.lire"
    ECRIRE_IDENTITE = "identite.ecrire"
    INCLUSION = "inclusion.ecrire"
    REUNIR_DOSSIERS = "doublons.ecrire"
    CLINIQUE = "dossier.lire"
    LISTE_SEANCES = "seance.liste"
    SEANCE = "seance.ecrire"
    AGENDA = "agenda.lire"
    ECRIRE_AGENDA = "agenda.ecrire"
    DOCUMENTS = "documents.lire"
    ECRIRE_DOCUMENTS = "documents.ecrire"
    ANNUAIRE = "annuaire.lire"
    ECRIRE_ANNUAIRE = "annuaire.ecrire"
    REUNION = "reunion.ecrire"
    TOUTES_REUNIONS = "reunion.lire"
    RESEAU = "reseau.lire"
    ECRIRE_RESEAU = "reseau.ecrire"
    PARTAGE = "partage.lire"
    ECRIRE_PARTAGE = "partage.ecrire"
    ACTIVITE = "activite.lire"
    LISTES_ACTIVITE = "activite.liste"
    CLORE_MOIS = "activite.ecrire"
    FORFAITS = "forfaits.lire"
    FACTURER = "forfaits.ecrire"
    RAPPORT = "rapport.lire"
    ECRIRE_RAPPORT = "rapport.ecrire"
    RAPPORT_DIFFUSABLE = "rapport.diffusable"
    DONNEES = "donnees.lire"
    DONNEES_NOMINATIVES = "donnees.nominatif"
    VOIR_EQUIPE = "equipe.lire"
    EQUIPE = "equipe.ecrire"
    SAUVEGARDES = "sauvegardes.lire"
    SAUVEGARDER = "sauvegardes.ecrire"
    RESTAURER = "sauvegardes.restaurer"
    CONSERVATION = "conservation.lire"
    DECIDER_CONSERVATION = "conservation.ecrire"
    DEMANDES = "demandes.lire"
    REPONDRE_DEMANDES = "demandes.ecrire"
    DOSSIER_LEGAL = "dossier_legal.lire"
    ECRIRE_DOSSIER_LEGAL = "dossier_legal.ecrire"
    JOURNAL_TOUT = "journal.lire"
    JOURNAL_SIEN = "journal.sien"
    BRIS_DE_GLACE = "bris_de_glace.ecrire"


class Lecture(StrEnum):
    """How much of a profession's fiche a role reads; « resume » is what the whole team has."""

    RIEN = "rien"
    RESUME = "resume"
    TOUT = "tout"


FICHES = {
    Role.MEDECIN: "fiche_medicale",
    Role.PSYCHOLOGUE: "fiche_psychologique",
    Role.TRAVAILLEUR_SOCIAL: "fiche_sociale",
    Role.PSYCHIATRE: "fiche_psychiatrique",
    None: "fiche_commune",
}
"""The content of the matrix that a form of each profession is."""


class AccessDenied(AppError):
    sentence = "Votre rôle ne permet pas cette action."
    way_out = "Demandez à un membre de l’équipe de soins de la faire."


def allowed(role: Role, permission: Permission) -> bool:
    contenu, droit = permission.split(".")
    return matrice().has(role, contenu, droit)


def check(office: Office, permission: Permission) -> None:
    """Refuse the action unless the person at the keyboard may do it.

    Raises:
        AccessDenied: the role lacks this permission.
    """
    if not allowed(office.membre.role, permission):
        raise AccessDenied


def attends(office: Office, presents: "tuple[MembreId, ...]") -> bool:
    """Whether the person may read a meeting: any of them, or those where they are."""
    return allowed(office.membre.role, Permission.TOUTES_REUNIONS) or office.membre.id in presents


def check_attends(office: Office, presents: "tuple[MembreId, ...]") -> None:
    """Refuse a meeting unless the person may read it.

    Raises:
        AccessDenied: they were not there.
    """
    if not attends(office, presents):
        raise AccessDenied(
            "Vous n’êtes pas parmi les participants de cette réunion.",
            "Demandez à un participant de vous ajouter, ou de vous en parler.",
        )


def lecture(role: Role, form: "Form") -> Lecture:
    """How much a role reads of the fiches filled with a form, its own answers set aside."""
    contenu, droits = _fiche(form), matrice()
    if droits.has(role, contenu, "lire"):
        return Lecture.TOUT
    return Lecture.RESUME if droits.has(role, contenu, "resume") else Lecture.RIEN


def lecteurs(profession: Role | None) -> tuple[Role, ...]:
    """The roles that read a profession's fiches whole; those of the team's when None."""
    return tuple(r for r in Role if matrice().has(r, FICHES.get(profession, ""), "lire"))


def fills(role: Role, form: "Form") -> bool:
    """Whether a role fills in a form: it is of its profession, or of the whole team."""
    return form.filled_by(role) and matrice().has(role, _fiche(form), "ecrire")


def _fiche(form: "Form") -> str:
    # The inclusion has a line of its own. Of a profession without one, nobody reads anything.
    return form.id if form.id == INCLUSION else FICHES.get(form.role, "")
