"""PlanTab: the plan of care whole, its goals moved in two clicks, and what meetings decided."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents, plan_de_soins
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.plan_de_soins import Objectif, Plan, Plans
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.fiche_printing import FichePrinting
from microstructure_desktop.ui.dialogs.history import Historian
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.page_body import PageBody

from .plan_actions_card import PlanActionsCard
from .plan_goals_card import PlanGoalsCard
from .plan_versions_card import PlanVersionsCard


class PlanTab(QWidget):
    """Signals:
    route_chosen: Route of what the person wants to open.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._patient_id: PatientId | None = None
        self._plans: Plans | None = None
        self.goals = PlanGoalsCard()
        self.decisions = PlanActionsCard()
        self.versions = PlanVersionsCard()
        self.states = QMenu(self)
        self.printing = FichePrinting(context, self, self._on_failed)
        self.historian = Historian(context, self)
        self._body = PageBody()
        self._lay_out()
        self._connect()

    def show_plans(self, plans: Plans, patient_id: PatientId) -> None:
        if (plans, patient_id) == (self._plans, self._patient_id):
            return
        if patient_id != self._patient_id:
            self._body.verticalScrollBar().setValue(0)
            self.printing.forget()
        self._plans = plans
        self._patient_id = patient_id
        le = self._today()
        self.goals.show_plans(plans, le)
        self.decisions.show_actions(plans.actions, le)
        self.versions.show_plans(plans, le)

    def _lay_out(self) -> None:
        self._body.fill(self.goals, self.decisions)
        self._body.fill_aside(self.versions)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)

    def _connect(self) -> None:
        self.goals.state_asked.connect(self._on_state_asked)
        self.goals.revise_clicked.connect(self._on_revise_clicked)
        self.goals.begin_clicked.connect(self._on_begin_clicked)
        self.goals.print_clicked.connect(self._on_print_clicked)
        self.goals.parcours_clicked.connect(self._on_parcours_clicked)
        self.decisions.route_chosen.connect(self.route_chosen)
        self.versions.history_asked.connect(self.historian.show)
        self.versions.plan_chosen.connect(self._on_plan_chosen)

    # --- moving a goal ----------------------------------------------------------------------

    def _on_state_asked(self, button: Button, goal: Objectif) -> None:
        plan = self._plan()
        if plan is None:
            return
        self.states.clear()
        for code, label in plan.etats:
            action = self.states.addAction(label)
            action.setCheckable(True)
            action.setChecked(code == goal.etat)
            action.triggered.connect(partial(self._on_state_chosen, plan, goal, code))
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 2))
        self.states.popup(corner - QPoint(self.states.sizeHint().width(), 0))

    def _on_state_chosen(self, plan: Plan, goal: Objectif, code: str) -> None:
        if code == goal.etat:
            return
        change = partial(
            plan_de_soins.change_etat,
            fiche_id=plan.fiche.id,
            rang=goal.rang,
            etat=code,
            based_on=plan.revision,
        )
        self.context.worker.run(partial(noted, action=change), self._on_moved, self._on_failed)

    def _on_moved(self, fait: Fait[Fiche]) -> None:
        self.context.undo.offer("Objectif mis à jour", fait.changes)

    # --- the rest ---------------------------------------------------------------------------

    def _on_revise_clicked(self) -> None:
        plan = self._plan()
        if plan is not None:
            fiche = plan.fiche
            self.route_chosen.emit(Route("fiche", patient_id=fiche.patient, fiche_id=fiche.id))

    def _on_begin_clicked(self) -> None:
        if self._plans is not None:
            form = self._plans.form
            self.route_chosen.emit(Route("fiche", patient_id=self._patient_id, form_id=form))

    def _on_print_clicked(self) -> None:
        plan = self._plan()
        if plan is not None:
            self.printing.print_saved(plan.fiche.id)

    def _on_parcours_clicked(self) -> None:
        if self._patient_id is not None:
            draw = partial(documents.parcours, patient_id=self._patient_id)
            self.context.worker.run(draw, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        preview = PrintPreview(document, self.context, self)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds what was read
        preview.open()

    def _on_plan_chosen(self, plan: Plan) -> None:
        fiche = plan.fiche
        self.route_chosen.emit(
            Route("dossier", patient_id=fiche.patient, onglet="fiches", fiche_id=fiche.id)
        )

    def _on_failed(self, error: AppError) -> None:
        self.context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")

    def _plan(self) -> Plan | None:
        return self._plans.actuel if self._plans is not None else None

    def _today(self) -> date:
        return self.context.now().date()
