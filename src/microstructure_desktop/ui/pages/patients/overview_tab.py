"""OverviewTab: what asks for attention, the story so far, and the forfait."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.declaration import Declaration
from microstructure_desktop.domain.trajectoire import Trajectoire
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import droits_personne
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.doublons import Doublon
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.record_menu import RecordMenu
from microstructure_desktop.ui.widgets.page_body import PageBody

from .alerts import AlertStack, alerts_of, homonyms_of
from .forfait_card import ForfaitCard
from .identity_state_card import IdentityStateCard
from .intervenants_card import IntervenantsCard
from .last_scale_card import LastScaleCard
from .parcours import events_of
from .parcours_card import ParcoursCard
from .questions_card import QuestionsCard
from .rights_card import RightsCard
from .seances_tab import first_counts


class OverviewTab(QWidget):
    """Signals:
    route_chosen: Route of what the person wants to open.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._dossier: Dossier | None = None
        self._doublons: tuple[Doublon, ...] = ()
        self.alerts = AlertStack()
        self.parcours = ParcoursCard()
        self.forfait = ForfaitCard()
        self.echelle = LastScaleCard()
        self.questions = QuestionsCard()
        self.identity = IdentityStateCard(context)
        self.rights = RightsCard(context)
        self.intervenants = IntervenantsCard(context)
        self.menu = RecordMenu(context, self)
        self._body = PageBody()
        self._body.main.addWidget(self.alerts)
        self._body.main.addWidget(self.parcours)
        self._body.main.addStretch(1)
        aside = self._body.add_aside(look.size("aside"))
        for card in (
            self.forfait,
            self.echelle,
            self.questions,
            self.intervenants,
            self.identity,
            self.rights,
        ):
            aside.addWidget(card)
        aside.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        context.discretion.changed.connect(self._show_alerts)
        self.alerts.route_chosen.connect(self.route_chosen)
        self.parcours.route_chosen.connect(self.route_chosen)
        self.parcours.acts_asked.connect(self.menu.open_under)
        self.questions.acts_asked.connect(self.menu.open_under)
        self.echelle.route_chosen.connect(self.route_chosen)
        self.identity.route_chosen.connect(self.route_chosen)
        self.rights.route_chosen.connect(self.route_chosen)
        self.rights.lift_asked.connect(self._on_lift_asked)

    def show_dossier(
        self, dossier: Dossier, doublons: tuple[Doublon, ...], trajectoire: Trajectoire
    ) -> None:
        if self._dossier is not None and self._dossier.patient.id != dossier.patient.id:
            self._body.verticalScrollBar().setValue(0)
        self._dossier = dossier
        self._doublons = doublons
        context, le = self.context, self._today()
        role = context.membre.role
        self._show_alerts()
        events = events_of(dossier, context.reference, context.membre)
        self.parcours.show_events(events, first_counts(dossier, role))
        self.forfait.show_dossier(dossier, context.reference, le)
        self.echelle.show_trajectoire(trajectoire)
        self.identity.show_dossier(dossier)
        self.rights.show_dossier(dossier)
        self.questions.show_dossier(dossier, le, context.membre)

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
        said = partial(
            droits_personne.declarer,
            patient_id=self._dossier.patient.id,
            cible=cible,
            oppose=False,
            jour=self._today(),
        )
        self.context.worker.run(partial(noted, action=said), self._on_lifted, self._on_failed)

    def _on_lifted(self, fait: Fait[Declaration]) -> None:
        self.context.undo.offer("Opposition levée", fait.changes)

    def _on_failed(self, error: AppError) -> None:
        self.context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")

    def _today(self) -> date:
        return self.context.now().date()
