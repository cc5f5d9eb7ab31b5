"""DossierPage: one person's record, and the short forms that change it."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import InclusionId, PatientId
from microstructure_desktop.domain.trajectoire import Trajectoire
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.model import Form, Stage
from microstructure_desktop.services import dossiers
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.chronologie import Chronologie, chronologie
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.doublons import Doublon, autour
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.services.trajectoire import trajectoire
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.empty_state import EmptyState

from .document_form import DocumentForm
from .documents_tab import DocumentsTab
from .dossier_header import DOCUMENTS, EVOLUTION, FORMS, OVERVIEW, PLAN, SESSIONS, DossierHeader
from .episode_change import EpisodeChange
from .evolution_tab import EvolutionTab
from .exit_form import ExitForm
from .fiches_tab import FichesTab
from .form_pane import FormPane
from .identity_edition import IdentityEdition
from .inclusion_form import InclusionForm
from .lettre_form import LettreForm
from .override_form import OverrideForm
from .overview_tab import OverviewTab
from .plan_tab import PlanTab
from .rights_form import RightsForm
from .seances_tab import SeancesTab

if TYPE_CHECKING:
    from collections.abc import Callable

_SHOWN = frozenset(
    {
        "patient",
        "inclusion",
        "consultation",
        "rendez_vous",
        "question",
        "fiche",
        "synthese",
        "suite_donnee",
        "declaration",
        "bris_de_glace",
        "document",
        "lettre",
    }
)
_DONE = {
    Formulaire.IDENTITE: "Identité enregistrée",
    Formulaire.INCLUSION: "Inclusion enregistrée",
    Formulaire.DOCUMENT: "Document enregistré ; le fichier d’origine n’a pas changé",
    Formulaire.LETTRE: "Lettre enregistrée",
    Formulaire.DROITS: "Opposition notée, déjà en vigueur",
    Formulaire.PASSER_OUTRE: "Dossier ouvert pour la journée",
    Formulaire.PROGRAMME: "Programme changé",
    Formulaire.SORTIE: "Suivi terminé ; le dossier est parmi les sortis",
}


_Part = OverviewTab | SeancesTab | FichesTab | EvolutionTab | PlanTab | DocumentsTab


@dataclass(frozen=True, slots=True)
class Loaded:
    """`asked`: the id read. `doublons`: other people who could be taken for this one."""

    asked: PatientId
    dossier: Dossier
    doublons: tuple[Doublon, ...]
    trajectoire: Trajectoire
    chronologie: Chronologie


class DossierPage(Page):
    """Route `dossier`: `patient_id`, and perhaps `onglet`, `fiche_id` or `formulaire`."""

    with_panel = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._route: Route | None = None
        self._loaded: Loaded | None = None
        self.header = DossierHeader(context)
        self.overview = OverviewTab(context)
        self.seances = SeancesTab(context)
        self.fiches = FichesTab(context)
        self.evolution = EvolutionTab(context)
        self.plan = PlanTab(context)
        self.documents = DocumentsTab(context)
        self.problem = EmptyState("circle-alert", "")
        self.pane: FormPane | None = None
        self._tabs = QStackedWidget()
        self._stack = QStackedWidget()
        self._record = QWidget()
        self._blank = QWidget()
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        """Somebody else's record never stays on screen while this one is read."""
        self._forget_pane()
        self._route = route
        if self._loaded is None or self._loaded.dossier.patient.id != route["patient_id"]:
            self._loaded = None
            self._stack.setCurrentWidget(self._blank)
            self.header.tabs.set_current(OVERVIEW)
        if not allowed(self.context.membre.role, Permission.CLINIQUE):
            self._show_pane(IdentityEdition(self.context, route["patient_id"]))
            return
        if route.get("onglet"):
            self.header.tabs.set_current(route["onglet"])
        self._show_tab(self.header.tabs.current())
        self._reload()

    def leave(self) -> None:
        self.overview.questions.keep()
        if self.pane is not None:
            self.pane.keep()

    def first_focus(self) -> QWidget | None:
        return self.header.tabs.tab(self.header.tabs.current())

    def _lay_out(self) -> None:
        for tab in self._parts().values():
            self._tabs.addWidget(tab)
        record = QVBoxLayout(self._record)
        record.setContentsMargins(0, 0, 0, 0)
        record.setSpacing(0)
        record.addWidget(self.header)
        record.addWidget(self._tabs, 1)
        for part in (self._blank, self._record, self.problem):
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.header.tab_chosen.connect(self._show_tab)
        self.header.score_clicked.connect(self.evolution.choose_scale)
        self.header.episode_chosen.connect(self._on_episode_chosen)
        self.overview.whole_asked.connect(self._on_whole_asked)
        for part in (self.header, *self._parts().values()):
            part.route_chosen.connect(self.context.navigator.go)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- the record -------------------------------------------------------------------------

    def _reload(self) -> None:
        assert self._route is not None
        load = partial(_load, patient_id=self._route["patient_id"])
        self.context.worker.run(load, self._on_loaded, self._on_failed)

    def _on_loaded(self, loaded: Loaded) -> None:
        dossier, route = loaded.dossier, self._route
        if route is None or loaded.asked != route["patient_id"]:
            return
        if dossier.patient.id != loaded.asked:  # it became part of another one
            self.context.navigator.replace(Route("dossier", patient_id=dossier.patient.id))
            return
        self._loaded = loaded
        self.header.show_dossier(dossier, self.context.now().date())
        chronologie = loaded.chronologie
        self.overview.show_dossier(dossier, loaded.doublons, loaded.trajectoire, chronologie)
        self._show_episodes()
        self.plan.show_plans(chronologie.plans, dossier.patient.id)
        self.overview.intervenants.show_patient(dossier.patient.id)
        self.seances.show_dossier(dossier)
        self.fiches.show_dossier(dossier)
        self.evolution.show_dossier(dossier, loaded.trajectoire)
        self.documents.choose(route.get("papier", ""))
        self.documents.show_dossier(dossier)
        if route.get("fiche_id"):
            self.fiches.choose(route["fiche_id"])
        if self.pane is None:
            self._stack.setCurrentWidget(self._record)
            self._open_form(route, dossier)

    def _on_failed(self, error: AppError) -> None:
        self.problem.set_words(error.sentence, error.way_out)
        self._stack.setCurrentWidget(self.problem)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and self._loaded is not None and kinds & _SHOWN:
            self._reload()

    def _show_tab(self, key: str) -> None:
        self._tabs.setCurrentWidget(self._parts()[key])

    def _parts(self) -> dict[str, _Part]:
        return {
            OVERVIEW: self.overview,
            SESSIONS: self.seances,
            FORMS: self.fiches,
            EVOLUTION: self.evolution,
            PLAN: self.plan,
            DOCUMENTS: self.documents,
        }

    def _show_episodes(self) -> None:
        if self._loaded is not None:
            inclusion = self._loaded.dossier.inclusion
            present = inclusion.id if inclusion is not None else None
            shown = self.overview.chosen or present
            self.header.episodes.show_episodes(self._loaded.chronologie.episodes, shown)

    def _on_episode_chosen(self, chosen: InclusionId) -> None:
        """The present one is shown with what came before it."""
        inclusion = self._loaded.dossier.inclusion if self._loaded is not None else None
        present = inclusion is not None and inclusion.id == chosen
        self.header.tabs.set_current(OVERVIEW)
        self._show_tab(OVERVIEW)
        self.overview.show_episode(None if present else chosen)
        self._show_episodes()

    def _on_whole_asked(self) -> None:
        self.overview.show_episode(None)
        self._show_episodes()

    # --- the short forms --------------------------------------------------------------------

    def _open_form(self, route: Route, dossier: Dossier) -> None:
        wanted = route.get("formulaire")
        if wanted is None:
            return
        if wanted == Formulaire.QUESTION:
            self.header.tabs.set_current(OVERVIEW)
            self._show_tab(OVERVIEW)
            self.overview.questions.ask()
            return
        made = self._pane_for(Formulaire(wanted), route, dossier)
        if made is not None:
            self._show_pane(made)

    def _pane_for(self, form: Formulaire, route: Route, dossier: Dossier) -> FormPane | None:
        """None when there is nothing to do that the form would do."""
        context, patient = self.context, dossier.patient
        paper = route.get("papier", "")
        always: dict[Formulaire, Callable[[], FormPane]] = {
            Formulaire.IDENTITE: lambda: IdentityEdition(context, patient.id),
            Formulaire.INCLUSION: lambda: InclusionForm(context, patient),
            Formulaire.DOCUMENT: lambda: DocumentForm(context, patient, paper),
            Formulaire.LETTRE: lambda: LettreForm(context, patient, paper),
            Formulaire.DROITS: lambda: RightsForm(context, dossier),
        }
        if form in always:
            return always[form]()
        if form is Formulaire.PASSER_OUTRE:
            return OverrideForm(context, patient) if dossier.limite else None
        if dossier.inclusion is None:
            return None
        if form is Formulaire.SORTIE:
            return ExitForm(context, patient, dossier.inclusion)
        return EpisodeChange(context, dossier, dossier.inclusion, route.get("programme", ""))

    def _show_pane(self, pane: FormPane) -> None:
        self.pane = pane
        pane.saved.connect(self._on_form_saved)
        self._stack.addWidget(pane)
        self._stack.setCurrentWidget(pane)
        pane.take_focus()

    def _forget_pane(self) -> None:
        if self.pane is not None:
            self._stack.removeWidget(self.pane)
            self.pane.deleteLater()
            self.pane = None

    def _on_form_saved(self, result: object) -> None:
        assert self._route is not None
        patient_id: PatientId = self._route["patient_id"]
        form = Formulaire(self._route.get("formulaire") or Formulaire.IDENTITE)
        self._tell(form, patient_id)
        if isinstance(result, Lettre | DocumentRecu):
            route = Route("dossier", patient_id=patient_id, onglet=DOCUMENTS, papier=result.id)
            self.context.navigator.replace(route)
        elif allowed(self.context.membre.role, Permission.CLINIQUE):
            self.context.navigator.replace(Route("dossier", patient_id=patient_id))
        else:
            self.context.navigator.replace(Route("patients"))

    def _tell(self, form: Formulaire, patient_id: PatientId) -> None:
        """Once a follow-up has ended, one's own final fiche is one click away."""
        role = self.context.membre.role
        written = self.pane.written if self.pane is not None else ()
        final = next((f for f in self.context.reference.forms.latest() if _closes(f, role)), None)
        if form is not Formulaire.SORTIE or final is None:
            self.context.undo.offer(_DONE[form], written)
            return
        route = Route("fiche", patient_id=patient_id, form_id=final.id)
        onward = partial(self.context.navigator.go, route)
        self.context.undo.offer(_DONE[form], written, action=final.title, on_action=onward)


def _closes(form: Form, role: Role) -> bool:
    return form.stage is Stage.FIN and form.role is role


def _load(office: Office, *, patient_id: PatientId) -> Loaded:
    dossier = dossiers.dossier(office, patient_id)
    known = dossier.patient
    return Loaded(
        patient_id,
        dossier,
        autour(office, known),
        trajectoire(office, patient_id),
        chronologie(office, patient_id),
    )
