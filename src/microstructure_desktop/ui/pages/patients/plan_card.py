"""PlanCard: the goals agreed with somebody and where each stands, beside the story."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.plan_de_soins import Objectif, Plans
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.themed import show_when

from .dossier_header import PLAN
from .plan_words import NO_STATE, state_icon
from .words import joined

_NO_PLAN = "Aucun plan n’est encore écrit."
_NO_GOAL = "Ce plan n’a pas d’objectif."


class PlanCard(Card):
    """Signals:
    route_chosen: Route of the plan, or of the fiche to begin one.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Plan de soins")
        self._route: Route | None = None
        self.open_button = Button("Ouvrir", "link")
        self.open_button.clicked.connect(self._on_open_clicked)
        self.header.addWidget(self.open_button)
        self._lines = column(spacing=10)
        self.body.addLayout(self._lines)

    def show_plans(self, plans: Plans, patient_id: PatientId) -> None:
        clear(self._lines)
        plan = plans.actuel
        if plan is None:
            self._offer(plans.form, patient_id)
            return
        self._route = Route("dossier", patient_id=patient_id, onglet=PLAN)
        self.open_button.setText("Ouvrir")
        show_when(self.open_button, True)
        for goal in plan.objectifs:
            self._lines.addLayout(_line(goal))
        if not plan.objectifs:
            self._lines.addWidget(Paragraph(_NO_GOAL))
        if plan.revoir is not None:
            words = f"À revoir ensemble le {numeric_date(plan.revoir)}"
            self._lines.addWidget(Label(words, "caption"))

    def _offer(self, form: str, patient_id: PatientId) -> None:
        self._route = Route("fiche", patient_id=patient_id, form_id=form)
        self.open_button.setText("Commencer")
        show_when(self.open_button, bool(form))
        self._lines.addWidget(Paragraph(_NO_PLAN))

    def _on_open_clicked(self) -> None:
        self.route_chosen.emit(self._route)


def _line(goal: Objectif) -> QHBoxLayout:
    day = f"pour le {numeric_date(goal.echeance)}" if goal.echeance and not goal.clos else ""
    state = joined((goal.etat_mots or NO_STATE, day))
    said = column(Paragraph(goal.texte), Label(state, "caption"), spacing=1)
    line = row(column(2, IconLabel(*state_icon(goal)), None), said, spacing=8)
    line.setStretch(1, 1)
    return line
