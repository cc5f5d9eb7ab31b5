"""OverviewTab: what asks for attention, the story so far, and the forfait."""

from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.ids import InclusionId
from microstructure_desktop.domain.trajectoire import Trajectoire
from microstructure_desktop.services.chronologie import Chronologie
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.doublons import Doublon
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.record_menu import RecordMenu
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.page_body import PageBody

from .actions_card import ActionsCard
from .alerts import AlertStack, alerts_of, homonyms_of
from .forfait_card import ForfaitCard
from .identity_state_card import IdentityStateCard
from .intervenants_card import IntervenantsCard
from .last_scale_card import LastScaleCard
from .parcours_card import ParcoursCard
from .plan_card import PlanCard
from .questions_card import QuestionsCard
from .recit import recit
from .rights_card import RightsCard
from .rights_lifting import RightsLifting
from .seances_tab import first_counts


class OverviewTab(QWidget):
    """`chosen`: the follow-up shown instead of the present one.

    Signals:
        route_chosen: Route of what the person wants to open.
        whole_asked: the story of every follow-up is wanted again.
    """

    route_chosen = Signal(object)
    whole_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._dossier: Dossier | None = None
        self._chronologie: Chronologie | None = None
        self.chosen: InclusionId | None = None
        self._doublons: tuple[Doublon, ...] = ()
        self.alerts = AlertStack()
        self.parcours = ParcoursCard()
        self.forfait = ForfaitCard()
        self.echelle = LastScaleCard()
        self.plan = PlanCard()
        self.decided = ActionsCard(context, self)
        self.questions = QuestionsCard(context)
        self.identity = IdentityStateCard(context)
        self.rights = RightsCard(context)
        self.intervenants = IntervenantsCard(context)
        self.kept = NoteLine("archive")
        self.lifting = RightsLifting(context, self)
        self.menu = RecordMenu(context, self)
        self._body = PageBody()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._body.fill(self.alerts, self.parcours)
        aside = self._body.add_aside(look.size("aside"))
        care = (self.decided, self.forfait, self.echelle, self.plan, self.questions)
        for card in (*care, self.intervenants, self.identity, self.rights, self.kept):
            aside.addWidget(card)
        aside.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)

    def _connect(self) -> None:
        self.context.discretion.changed.connect(self._show_alerts)
        told = (self.alerts, self.decided, self.parcours, self.echelle, self.plan)
        leading = (*told, self.identity, self.rights)
        for part in leading:
            part.route_chosen.connect(self.route_chosen)
        self.parcours.row_reached.connect(self._body.ensureWidgetVisible)
        self.parcours.whole_asked.connect(self.whole_asked)
        self._body.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.parcours.acts_asked.connect(self.menu.open_under)
        self.questions.acts_asked.connect(self.menu.open_under)
        self.rights.lift_asked.connect(self._on_lift_asked)

    def show_dossier(
        self,
        dossier: Dossier,
        doublons: tuple[Doublon, ...],
        trajectoire: Trajectoire,
        chronologie: Chronologie,
    ) -> None:
        if self._dossier is not None and self._dossier.patient.id != dossier.patient.id:
            self._body.verticalScrollBar().setValue(0)
            self.parcours.restart()
            self.chosen = None
        self._dossier = dossier
        self._doublons = doublons
        self._chronologie = chronologie
        self._show_alerts()
        self._show_story(dossier, chronologie)
        self.echelle.show_trajectoire(trajectoire)
        self.plan.show_plans(chronologie.plans, dossier.patient.id)
        self.decided.show_actions(chronologie.plans.actions, dossier.patient.id, self._today())
        self.identity.show_dossier(dossier)
        self.rights.show_dossier(dossier)
        self.kept.set_text(dossier.conservation)
        self.questions.show_dossier(dossier, self._today(), self.context.membre)

    def show_episode(self, chosen: InclusionId | None) -> None:
        """The part of one follow-up; None for the present one, and the whole story."""
        self.chosen = chosen
        if self._dossier is not None and self._chronologie is not None:
            self._show_story(self._dossier, self._chronologie)

    def _show_story(self, dossier: Dossier, chronologie: Chronologie) -> None:
        reference, me = self.context.reference, self.context.membre
        told = recit(dossier, chronologie, reference, me, self.chosen)
        self.parcours.show_events(told.evenements, first_counts(dossier, me.role), told.part)
        self.forfait.show_dossier(dossier, told.episode, reference, self._today())

    def _show_alerts(self) -> None:
        if self._dossier is not None:
            discretion = self.context.discretion
            others = homonyms_of(self._doublons, discretion)
            asked = alerts_of(
                self._dossier, self.context.reference, discretion, self.context.membre.role
            )
            self.alerts.show_alerts(others + asked)

    def _on_lift_asked(self, cible: Cible) -> None:
        assert self._dossier is not None
        self.lifting.lift(self._dossier.patient.id, cible)

    def _on_scrolled(self) -> None:
        """A screen ahead, the next events are built."""
        view = self._body.viewport()
        button = self.parcours.more_button
        if button.isVisible() and button.mapTo(view, QPoint()).y() < 2 * view.height():
            self.parcours.grow()

    def _today(self) -> date:
        return self.context.now().date()
