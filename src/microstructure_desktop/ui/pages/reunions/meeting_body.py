"""MeetingBody: the agenda at the left, what is discussed at the right."""

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.ordre_du_jour import minutes_prevues
from microstructure_desktop.domain.synthese import Situation, Source, Suite, Synthese
from microstructure_desktop.services.syntheses import SyntheseOuverte
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.page_body import PageBody

from . import steps
from .agenda_list import AgendaList
from .discussion import Discussion
from .names import Names
from .next_acts import NextAct
from .organisation_card import OrganisationCard
from .presence_card import PresenceCard
from .reprises_card import ReprisesCard

_PLACED_MS = 30  # an editor that opens gets its place a few events later


class MeetingBody(QWidget):
    """Holds the meeting as edited; the page writes it.

    Signals:
        changed: Synthese, after each edit.
        step_chosen: str, where the person wants to go.
        patient_chosen: str, somebody to add to the agenda.
        route_chosen: Route, a record, a session or what a decision leads to.
        minutes_corrected: int.
    """

    changed = Signal(object)
    step_chosen = Signal(str)
    patient_chosen = Signal(str)
    route_chosen = Signal(object)
    minutes_corrected = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ouverte: SyntheseOuverte | None = None
        self._synthese: Synthese | None = None
        self._step = ""
        self._me = context.membre
        self._length = context.reference.seuils.reunion_minutes
        self.banner = Banner()
        self.agenda = AgendaList(context)
        self.discussion = Discussion(lambda: context.now().date(), context.membre.role)
        self.reprises = ReprisesCard()
        self.organisation = OrganisationCard(lambda: context.now().date())
        self.presence = PresenceCard("Réunion")
        self._scroll = PageBody()
        self._scroll.fill(
            self.banner,
            self.discussion,
            self.reprises,
            self.organisation,
            self.presence,
        )
        left = column(self.agenda, margins=(24, 20, 0, 20))
        whole = row(left, self._scroll, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._connect()

    def _connect(self) -> None:
        self.agenda.chosen.connect(self.step_chosen)
        self.agenda.patient_chosen.connect(self.patient_chosen)
        self.discussion.changed.connect(self._on_situation_changed)
        self.discussion.suite_chosen.connect(self._on_suite_chosen)
        self.discussion.record_clicked.connect(self._on_record_clicked)
        self.discussion.source_clicked.connect(self._on_source_clicked)
        self.discussion.act_chosen.connect(self._on_act_chosen)
        self.discussion.minutes_corrected.connect(self.minutes_corrected)
        self.discussion.decisions_card.editor_opened.connect(self._on_editor_opened)
        self.reprises.suite_chosen.connect(self._on_suite_chosen)
        self.organisation.text_edited.connect(self._on_organisation_edited)
        self.organisation.next_chosen.connect(self._on_next_chosen)
        self.presence.place_changed.connect(self._on_place_changed)
        self.presence.remote_changed.connect(self._on_remote_changed)
        self.presence.people_changed.connect(self._on_people_changed)

    @property
    def synthese(self) -> Synthese:
        assert self._synthese is not None
        return self._synthese

    def show_meeting(self, ouverte: SyntheseOuverte, step: str, names: Names) -> None:
        self._ouverte = ouverte
        self._synthese = ouverte.synthese
        self._names = names
        self.show_step(step)

    def show_step(self, step: str) -> None:
        assert self._ouverte is not None
        synthese, closed = self.synthese, self.synthese.close
        self._step = step
        situation = steps.situation_at(synthese, step)
        if situation is not None:
            self._show_situation(situation)
        self.reprises.show_reprises(synthese.reprises, self._names, asked=not closed)
        self.organisation.show_organisation(
            synthese.organisation, synthese.prochaine, closed=closed
        )
        self.presence.show_people(self._ouverte.membres, synthese.presents, synthese.excuses)
        self.presence.show_place(synthese.lieu, remote=synthese.visio)
        self.presence.set_read_only(closed)
        self.discussion.setVisible(situation is not None)
        self.reprises.setVisible(step == steps.REPRISES)
        for card in (self.organisation, self.presence):
            card.setVisible(step == steps.ORGANISATION)
        self.agenda.show_agenda(synthese, step, self._names)
        self._scroll.verticalScrollBar().setValue(0)

    def name_people(self) -> None:
        """In place: what is being typed or searched for stays."""
        situation = steps.situation_at(self.synthese, self._step)
        if situation is not None:
            self.discussion.situation_card.name_patient(situation, self._names)
        self.reprises.name_patients(self._names)
        self.agenda.show_agenda(self.synthese, self._step, self._names)

    def add(self, situation: Situation) -> None:
        """Somebody is added to the agenda."""
        self._change(self.synthese.avec_situation(situation))

    def suspend(self, *, paused: bool, at: datetime) -> None:
        """No minute counts from now on, or they do again."""
        meeting = self.synthese
        self._change(meeting.suspendue(at.astimezone(UTC)) if paused else meeting.poursuivie(at))

    def _show_situation(self, situation: Situation) -> None:
        assert self._ouverte is not None
        planned = minutes_prevues(self.synthese.situations, self._length)[situation.patient]
        self.discussion.next_card.plan(0 if self.synthese.close else planned)
        asked = self._ouverte.auteurs.get(situation.patient, ())
        self.discussion.show_situation(
            situation,
            [r for r in self.synthese.reprises if r.patient == situation.patient],
            self._names,
            age=self._ouverte.ages[situation.patient],
            auteurs=self._names.membres_of(asked),
            closed=self.synthese.close,
        )

    def _change(self, synthese: Synthese) -> None:
        if synthese == self._synthese:
            return
        self._synthese = synthese
        self.agenda.show_agenda(synthese, self._step, self._names)
        self.changed.emit(synthese)

    def _on_editor_opened(self) -> None:
        QTimer.singleShot(_PLACED_MS, self._show_editor)

    def _show_editor(self) -> None:
        self._scroll.ensureWidgetVisible(self.discussion.decisions_card.editor)

    def _on_situation_changed(self, situation: Situation) -> None:
        self._change(self.synthese.avec_situation(situation))

    def _on_suite_chosen(self, decision: str, suite: Suite) -> None:
        self._change(
            replace(
                self.synthese,
                reprises=tuple(
                    replace(r, decision=replace(r.decision, suite=suite))
                    if r.decision.id == decision
                    else r
                    for r in self.synthese.reprises
                ),
            )
        )

    def _on_organisation_edited(self, text: str) -> None:
        self._change(replace(self.synthese, organisation=text))

    def _on_next_chosen(self, day: date | None) -> None:
        self._change(replace(self.synthese, prochaine=day))

    def _on_place_changed(self, place: str) -> None:
        self._change(replace(self.synthese, lieu=place))

    def _on_remote_changed(self, remote: bool) -> None:  # noqa: FBT001 -- a signal
        self._change(replace(self.synthese, visio=remote))

    def _on_record_clicked(self) -> None:
        self.route_chosen.emit(Route("dossier", patient_id=PatientId(self._step)))

    def _on_source_clicked(self, source: Source) -> None:
        """One's own session; a colleague's is read in the record."""
        patient = PatientId(self._step)
        if source.membre == self._me.id:
            asked = Route("seance", patient_id=patient, consultation_id=source.acte)
        else:
            asked = Route("dossier", patient_id=patient, onglet="seances")
        self.route_chosen.emit(asked)

    def _on_act_chosen(self, act: NextAct) -> None:
        self.route_chosen.emit(act.route(PatientId(self._step)))

    def _on_people_changed(
        self, presents: tuple[MembreId, ...], excuses: tuple[MembreId, ...]
    ) -> None:
        self._change(replace(self.synthese, presents=presents, excuses=excuses))
