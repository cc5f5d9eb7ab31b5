"""DossierHeader: who this is, where their follow-up stands, and what can be done from here."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.record_menu import RecordMenu
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.avatar import Avatar
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.tabs import Tabs
from microstructure_desktop.ui.widgets.themed import show_when

from .alerts import form_route
from .episode_selector import EpisodeSelector
from .programme_menu import ProgrammeMenu
from .words import identity_line, status

OVERVIEW = "vue"
SESSIONS = "seances"
FORMS = "fiches"
EVOLUTION = "evolution"
PLAN = "plan"
DOCUMENTS = "documents"
_TABS = (
    (OVERVIEW, "Vue d’ensemble"),
    (SESSIONS, "Séances"),
    (FORMS, "Fiches"),
    (EVOLUTION, "Évolution"),
    (PLAN, "Plan de soins"),
    (DOCUMENTS, "Documents"),
)
_AVATAR = 48


class DossierHeader(HeaderBand):
    """Signals:
    tab_chosen: the key of a tab.
    route_chosen: Route of what the person wants to do.
    score_clicked: a scale is to be scored, whatever the part shown.
    episode_chosen: InclusionId of the follow-up to show.
    """

    tab_chosen = Signal(str)
    route_chosen = Signal(object)
    score_clicked = Signal()
    episode_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        self.avatar = Avatar("", _AVATAR)
        super().__init__(large=True, mark=self.avatar)
        self._discretion = context.discretion
        self._discretion.changed.connect(self._name)
        self._dossier: Dossier | None = None
        self._make_menu(context)
        self.menu_button = IconButton("ellipsis", "Autres actions")
        self.score_button = IconButton("list-checks", "Coter une échelle", shortcut="Ctrl+E")
        self.session_button = Button("Nouvelle séance", "primary", "plus", shortcut="Ctrl+N")
        show_when(self.session_button, context.membre.role in SOIGNANTS)
        self.episodes = EpisodeSelector(context.reference)
        self.episodes.episode_chosen.connect(self.episode_chosen)
        self.add_line(self.episodes)
        self.tabs = Tabs(_TABS, name="Parties du dossier")
        self.add_action(self.menu_button)
        self.add_action(self.score_button)
        self.add_action(self.session_button)
        self.add_tabs(self.tabs)
        self.menu_button.clicked.connect(self._on_menu_clicked)
        self.score_button.clicked.connect(self.score_clicked)
        self.session_button.clicked.connect(self._on_session_clicked)
        self.tabs.changed.connect(self.tab_chosen)

    def _make_menu(self, context: Context) -> None:
        self.menu = QMenu(self)
        self.edit_action = self._add("Modifier l’identité", Formulaire.IDENTITE)
        self.include_action = self._add("Inclure dans un programme", Formulaire.INCLUSION)
        self.close_action = self._add("Terminer le suivi", Formulaire.SORTIE)
        self._may_follow = allowed(context.membre.role, Permission.INCLUSION)
        self.edit_action.setVisible(allowed(context.membre.role, Permission.ECRIRE_IDENTITE))
        self.programmes = ProgrammeMenu(context, self)
        self.programmes.route_chosen.connect(self.route_chosen)
        self.programme_action = self.menu.addMenu(self.programmes)
        self.acts = RecordMenu(context, self)
        self.menu.addSeparator()
        self.identity_history = self.menu.addAction("Historique de l’identité")
        self.identity_history.triggered.connect(self._on_identity_history)
        self.inclusion_history = self.menu.addAction("Historique de l’inclusion")
        self.inclusion_history.triggered.connect(self._on_inclusion_history)
        self.cancelled_action = self.menu.addAction("Éléments annulés de cette personne")
        self.cancelled_action.triggered.connect(self._on_cancelled_chosen)
        self.cancel_inclusion = self.menu.addAction("Annuler l’inclusion…")
        self.cancel_inclusion.triggered.connect(self._on_cancel_inclusion)
        self.log_action = self.menu.addAction(_log_words(context.membre.role))
        self.log_action.setVisible(allowed(context.membre.role, Permission.JOURNAL_SIEN))
        self.log_action.triggered.connect(self._on_log_chosen)
        self.requests_action = self.menu.addAction("Demandes sur ses données")
        self.requests_action.setVisible(allowed(context.membre.role, Permission.DEMANDES))
        self.requests_action.triggered.connect(self._on_requests_chosen)
        self._may_join = allowed(context.membre.role, Permission.REUNIR_DOSSIERS)
        self.join_action = self.menu.addAction("Réunir avec un autre dossier…")
        self.join_action.setVisible(self._may_join)
        self.join_action.triggered.connect(self._on_join_chosen)
        self.separate_action = self.menu.addAction("Séparer les dossiers réunis…")
        self.separate_action.triggered.connect(self._on_separate_chosen)
        self.menu.addSeparator()
        self.erase_action = self.menu.addAction("Effacer ce dossier…")
        self.erase_action.setVisible(allowed(context.membre.role, Permission.DECIDER_CONSERVATION))
        self.erase_action.triggered.connect(self._on_erase_chosen)

    def show_dossier(self, dossier: Dossier, le: date) -> None:
        self._dossier = dossier
        patient, inclusion = dossier.patient, dossier.inclusion
        self.avatar.set_initials(patient.initiales)
        self._name()
        self.set_tag(*status(inclusion, patient.sexe, le))
        followed = inclusion is not None and inclusion.fin is None
        self.include_action.setVisible(self._may_follow and not followed)
        self.close_action.setVisible(self._may_follow and followed)
        self.programme_action.setVisible(self.programmes.offer(patient, inclusion))
        self.separate_action.setVisible(self._may_join and bool(patient.anciens_numeros))
        self.inclusion_history.setVisible(inclusion is not None)
        self.cancel_inclusion.setVisible(self._may_follow and inclusion is not None)

    def _name(self) -> None:
        if self._dossier is not None:
            patient, inclusion = self._dossier.patient, self._dossier.inclusion
            line = identity_line(patient, self._dossier.age, inclusion, self._discretion)
            self.set_words(self._discretion.bare(patient), line)

    def _add(self, words: str, form: Formulaire) -> QAction:
        action = self.menu.addAction(words)
        action.triggered.connect(partial(self._on_form_chosen, form))
        return action

    def _on_form_chosen(self, form: Formulaire) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(form_route(self._dossier.patient.id, form))

    def _on_log_chosen(self) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(Route("journal", patient_id=self._dossier.patient.id))

    def _on_requests_chosen(self) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(Route("demande", patient_id=self._dossier.patient.id))

    def _on_join_chosen(self) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(Route("fusion", garde=self._dossier.patient.id))

    def _on_separate_chosen(self) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(Route("separation", patient_id=self._dossier.patient.id))

    def _on_erase_chosen(self) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(Route("conservation", effacer=self._dossier.patient.id))

    def _on_cancelled_chosen(self) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(Route("corbeille", patient_id=self._dossier.patient.id))

    def _on_identity_history(self) -> None:
        if self._dossier is not None:
            self.acts.historian.show(self._dossier.patient.id)

    def _on_inclusion_history(self) -> None:
        inclusion = self._dossier.inclusion if self._dossier is not None else None
        if inclusion is not None:
            self.acts.historian.show(inclusion.id)

    def _on_cancel_inclusion(self) -> None:
        inclusion = self._dossier.inclusion if self._dossier is not None else None
        if inclusion is not None:
            self.acts.cancelling.ask("inclusion", inclusion.id)

    def _on_menu_clicked(self) -> None:
        button = self.menu_button
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        self.menu.popup(corner - QPoint(self.menu.sizeHint().width(), 0))

    def _on_session_clicked(self) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(Route("seance", patient_id=self._dossier.patient.id))


def _log_words(role: Role) -> str:
    if allowed(role, Permission.JOURNAL_TOUT):
        return f"Qui a ouvert ce dossier{NBSP}?"
    return "Mes accès à ce dossier"
