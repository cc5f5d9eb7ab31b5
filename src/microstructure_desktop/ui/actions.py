"""What can be done from anywhere: the registry that the palette of commands reads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.access import Permission, allowed

from .context import Context
from .navigation import Route

Leads = Route | Callable[[Context], None]


class Groupe(StrEnum):
    """The headings of the palette, in their order when nothing is typed."""

    ACTIONS = "Actions"
    PAGES = "Aller à"
    REGLAGES = "Réglages"


@dataclass(frozen=True, slots=True)
class Action:
    """`words`: what else people may type for it; `shortcut`: only shown, the page has it."""

    key: str
    label: str
    icon: str
    leads: Leads
    words: str = ""
    shortcut: str = ""
    groupe: Groupe = Groupe.ACTIONS
    permission: Permission | None = None

    def do(self, context: Context) -> None:
        if isinstance(self.leads, Route):
            context.navigator.go(self.leads)
        else:
            self.leads(context)


@dataclass(frozen=True, slots=True)
class PatientAction:
    """About somebody: `label` has a place for their name."""

    key: str
    label: str
    icon: str
    route: Callable[[PatientId], Route]
    words: str
    permission: Permission
    shortcut: str = ""


def _lock(context: Context) -> None:
    context.events.lock_requested.emit()


def _hide_names(context: Context) -> None:
    context.discretion.toggle()


def _undo(context: Context) -> None:
    context.undo.undo()


def _card(name: str) -> Route:
    return Route("reglages", carte=name)


ACTIONS = (
    Action(
        "nouveau", "Nouveau dossier", "user-plus", Route("patients", nouveau=""),
        "patient créer ajouter inscrire", "Ctrl+Shift+N", permission=Permission.ECRIRE_IDENTITE,
    ),
    Action(
        "preparer", "Préparer la réunion de synthèse", "users-round", Route("preparation"),
        "ordre du jour mensuelle", permission=Permission.REUNION,
    ),
    Action(
        "comptes_rendus", "Comptes rendus des réunions", "file-text", Route("comptes_rendus"),
        "imprimer additif extrait pv", permission=Permission.REUNION,
    ),
    Action(
        "reseau", "Réseau et autres réunions", "network", Route("autres_reunions"),
        "trimestrielle crise concertation", permission=Permission.RESEAU,
    ),
    Action(
        "formations", "Formations de l’équipe", "graduation-cap", Route("formations"),
        "attestation registre former", permission=Permission.RESEAU,
    ),
    Action(
        "permanence_psychiatre", "Permanence de psychiatrie", "brain",
        Route("permanence_psychiatre"), "psychiatre avis certificat mdph traitement heures",
        permission=Permission.CLINIQUE,
    ),
    Action(
        "facturer", "Préparer la facturation", "wallet", Route("facturation"),
        "forfait facture bordereau montant euros", permission=Permission.FACTURER,
    ),
    Action(
        "perdent", "Qui va perdre des séances", "hourglass", Route("forfaits", filtre="perd"),
        "forfait échéance anniversaire rythme", permission=Permission.FORFAITS,
    ),
    Action(
        "prevision", "Prévision de l’année", "calendar-range", Route("forfaits", onglet="annee"),
        "forfait euros budget recettes", permission=Permission.FORFAITS,
    ),
    Action(
        "clore_mois", "Clôturer un mois d’activité", "chart-column", Route("activite"),
        "chiffres indicateurs file active bilan statistiques", permission=Permission.CLORE_MOIS,
    ),
    Action(
        "rapport", "Rapport annuel", "book-open-text", Route("rapport"),
        "bilan année financeurs ars commentaire diffuser", permission=Permission.RAPPORT,
    ),
    Action(
        "diffuser", "Version du rapport annuel à diffuser", "send",
        Route("rapport", section="diffusion"), "ars commune montrer dehors publier",
        permission=Permission.RAPPORT_DIFFUSABLE,
    ),
    Action(
        "tableaux", "Tableaux pour l’équipe", "table", Route("tableaux"),
        "tableur excel xlsx csv libreoffice lignes export extraire", permission=Permission.DONNEES,
    ),
    Action(
        "exporter", "Exporter les chiffres du mois", "send", Route("partage"),
        "envoi animateur transmettre", permission=Permission.PARTAGE,
    ),
    Action("annuler", "Annuler la dernière action", "undo-2", _undo, "défaire", "Ctrl+Z"),
    Action(
        "discretion", "Masquer ou montrer les noms", "eye-off", _hide_names,
        "mode discret initiales cacher", "F9",
    ),
    Action("verrouiller", "Verrouiller", "lock", _lock, "fermer écran quitter", "Ctrl+L"),
    Action(
        "apparence", "Apparence et taille du texte", "sun-moon", _card("apparence"),
        "thème clair sombre contraste police zoom", groupe=Groupe.REGLAGES,
    ),
    Action(
        "delai", "Délai avant verrouillage", "timer", _card("apparence"),
        "minutes inactivité", groupe=Groupe.REGLAGES,
    ),
    Action(
        "phrase", "Changer ma phrase de passe", "key-round", _card("phrase"),
        "mot de passe sécurité", groupe=Groupe.REGLAGES,
    ),
    Action(
        "feuille", "Ma feuille de secours", "printer", _card("feuille"),
        "notes personnelles phrase perdue rouvrir", groupe=Groupe.REGLAGES,
        permission=Permission.SEANCE,
    ),
    Action(
        "equipe", "Équipe et droits", "users", Route("equipe"),
        "membres utilisateurs collègue comptes rôles suspendre", groupe=Groupe.REGLAGES,
        permission=Permission.VOIR_EQUIPE,
    ),
    Action(
        "droits", "Qui peut quoi", "shield-check", Route("equipe", onglet="droits"),
        "droits accès lecture écriture matrice secret", groupe=Groupe.REGLAGES,
        permission=Permission.VOIR_EQUIPE,
    ),
    Action(
        "cabinet", "Nom et région du cabinet", "building-2", _card("cabinet"),
        "adresse animateur", groupe=Groupe.REGLAGES, permission=Permission.VOIR_EQUIPE,
    ),
    Action(
        "echanges", "Échanges avec l’animateur", "handshake", Route("echanges"),
        "convention inscription empreinte clé voies envoi webdav nextcloud sftp usb courriel",
        groupe=Groupe.REGLAGES, permission=Permission.PARTAGE,
    ),
    Action(
        "modeles", "Fiches vierges et modèles", "file-text", _card("modeles"),
        "imprimer papier formulaires", groupe=Groupe.REGLAGES,
    ),
    Action(
        "reprise", "Reprendre une liste existante", "file-up", Route("reprise"),
        "import importer csv xlsx excel file active", groupe=Groupe.REGLAGES,
        permission=Permission.REUNIR_DOSSIERS,
    ),
    Action(
        "annuaire", "Annuaire du cabinet", "book-user", Route("annuaire"),
        "partenaires pharmacie csapa hôpital téléphone", groupe=Groupe.REGLAGES,
        permission=Permission.ANNUAIRE,
    ),
    Action(
        "programmes", "Programmes et montants", "wallet", Route("programmes"),
        "critères inclusion capacité forfait covid equip addict pcr région exclusif",
        groupe=Groupe.REGLAGES, permission=Permission.FORFAITS,
    ),
    Action(
        "demarrage", "Démarrage de la microstructure", "flag", Route("demarrage"),
        "étapes convention formation ouvrir", groupe=Groupe.REGLAGES,
        permission=Permission.VOIR_EQUIPE,
    ),
    Action(
        "sauvegardes", "Sauvegardes", "save", Route("sauvegardes"),
        "sauvegarder restaurer copie clé usb disque récupérer panne exercice vérifier",
        groupe=Groupe.REGLAGES, permission=Permission.SAUVEGARDES,
    ),
    Action(
        "conservation", "Archives et conservation", "archive", Route("conservation"),
        "ancien dossier durée vingt ans effacer détruire destruction certificat archivé",
        groupe=Groupe.REGLAGES, permission=Permission.CONSERVATION,
    ),
    Action(
        "demandes", "Demandes d’une personne sur ses données", "inbox", Route("demande"),
        "accès dossier complet copie rgpd droit remettre rectifier limiter",
        groupe=Groupe.REGLAGES, permission=Permission.DEMANDES,
    ),
    Action(
        "a_propos", "À propos, mise à jour et licences", "info", Route("a_propos"),
        "version installer mettre à jour éditeur composants assistance aide diagnostic",
        groupe=Groupe.REGLAGES,
    ),
    Action(
        "dossier_legal", "Dossier de protection des données", "scale", Route("dossier_legal"),
        "rgpd registre aipd cnil dpo notice information patients juridique légal",
        groupe=Groupe.REGLAGES, permission=Permission.DOSSIER_LEGAL,
    ),
    Action(
        "controle_poste", "Liste de contrôle du poste", "list-checks",
        Route("dossier_legal", onglet="poste"),
        "sécurité ordinateur bitlocker chiffrement disque antivirus imprimante clé usb",
        groupe=Groupe.REGLAGES, permission=Permission.DOSSIER_LEGAL,
    ),
)  # fmt: skip

PATIENT_ACTIONS = (
    PatientAction(
        "seance", "Nouvelle séance avec {}", "plus",
        lambda patient: Route("seance", patient_id=patient),
        "nouvelle séance consultation entretien", Permission.SEANCE, "Ctrl+N",
    ),
    PatientAction(
        "fiches", "Fiches de {}", "clipboard-list",
        lambda patient: Route("dossier", patient_id=patient, onglet="fiches"),
        "fiches compléter suivi", Permission.CLINIQUE,
    ),
)  # fmt: skip


def actions_for(role: Role, actions: Iterable[Action] = ACTIONS) -> tuple[Action, ...]:
    """What a role may not do is not listed."""
    return tuple(a for a in actions if a.permission is None or allowed(role, a.permission))


def patient_actions_for(role: Role) -> tuple[PatientAction, ...]:
    return tuple(a for a in PATIENT_ACTIONS if allowed(role, a.permission))
