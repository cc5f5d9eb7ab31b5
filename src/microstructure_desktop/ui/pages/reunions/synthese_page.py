"""SynthesePage: the meeting itself, patient after patient, until its minutes."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.synthese import Etat, Situation, Synthese
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents, syntheses
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.syntheses import (
    NothingDiscussed,
    SavedMeanwhile,
    SyntheseOuverte,
)
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page

from . import steps
from .closing_dialog import ClosingDialog
from .keeper import Keeper
from .meeting_body import MeetingBody
from .meeting_header import MeetingHeader
from .names import Names
from .step_bar import StepBar
from .stopwatch import Stopwatch

_TICK_MS = 5_000
_PAUSED = "Les minutes ne comptent pas ; vous pouvez encore écrire."
_RESUME = "Poursuivre"
_MERGE, _SHOW_DRAFT, _DROP_DRAFT = (
    "Réunir les deux versions",
    "Voir mon texte",
    "Effacer mon texte",
)


class SynthesePage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ouverte: SyntheseOuverte | None = None
        self._step = ""
        self._dialog: QDialog | None = None
        self._stopwatch = Stopwatch(context.now)
        self.keeper = Keeper(context, drafts=True, parent=self)
        self.header = MeetingHeader(context.reference.seuils.reunion_minutes, context.discretion)
        self.meeting = MeetingBody(context)
        self.steps = StepBar()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.header)
        body.addWidget(self.meeting, 1)
        body.addWidget(self.steps)
        self._connect()

    def _connect(self) -> None:
        self._tick.timeout.connect(self._on_tick)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.written.connect(self._on_written)
        self.keeper.merged.connect(self._on_merged)
        self.keeper.refused.connect(self._on_failed)
        self.context.discretion.changed.connect(self._on_discretion_changed)
        self.header.close_clicked.connect(self._on_close_clicked)
        self.header.minutes_clicked.connect(self._show_minutes)
        self.header.pause_clicked.connect(self._on_pause_clicked)
        self.meeting.changed.connect(self._on_changed)
        self.meeting.step_chosen.connect(self.go)
        self.meeting.patient_chosen.connect(self._on_patient_chosen)
        self.meeting.route_chosen.connect(self.context.navigator.go)
        self.meeting.minutes_corrected.connect(self._on_minutes_corrected)
        self.meeting.banner.action_clicked.connect(self._on_banner_clicked)
        self.steps.step_chosen.connect(self._on_next_chosen)

    # --- what the window asks ---------------------------------------------------------------

    def open(self, route: Route) -> None:
        ready = partial(syntheses.open_synthese, synthese_id=route["synthese_id"])
        self.context.worker.run(ready, self._on_opened, self._on_failed)

    def leave(self) -> None:
        self._count()
        self._stopwatch.stop()
        self._tick.stop()
        self._hand_over()
        if self._dialog is not None:
            self._dialog.reject()

    def _hand_over(self) -> None:
        """Whoever goes on with the meeting here finds it whole; the draft is for a refusal."""
        self.keeper.flush()
        if self.keeper.watching and not self.keeper.synthese.close:
            self.keeper.write()

    def first_focus(self) -> QWidget | None:
        return self.meeting.agenda.row(self._step) if self._step else None

    def inside(self) -> str:
        return self._step

    def return_inside(self, place: str) -> bool:
        if self._ouverte is None:
            return False
        if place != self._step and place in steps.steps_of(self._ouverte.synthese):
            self.go(place)
        return True

    # --- from one patient to another --------------------------------------------------------

    def go(self, step: str) -> None:
        """Write what was said so far and show somebody else."""
        self._count()
        self._stopwatch.stop()
        self._step = step
        self.meeting.show_step(step)
        self.steps.show_step(self.meeting.synthese, step, self._names())
        self._start_counting()
        if not self.meeting.synthese.close:
            self.keeper.write()

    def _on_next_chosen(self, step: str) -> None:
        known = steps.steps_of(self.meeting.synthese)
        if known.index(step) > known.index(self._step) and not self.meeting.synthese.close:
            self._count()
            self.meeting.discussion.mark_discussed()
        self.go(step)

    def _show(self, ouverte: SyntheseOuverte) -> None:
        self._ouverte = ouverte
        names = self._names()
        if self._step not in steps.steps_of(ouverte.synthese):
            self._step = steps.first_step(ouverte.synthese)
        self.header.show_meeting(ouverte.synthese, ouverte.numero, names)
        self.header.show_time(ouverte.synthese, self.context.now())
        self.meeting.show_meeting(ouverte, self._step, names)
        self.steps.show_step(ouverte.synthese, self._step, names)
        self._start_counting()

    def _names(self) -> Names:
        assert self._ouverte is not None
        opened = self._ouverte
        return Names(opened.patients, opened.membres, self.context.discretion, opened.limites)

    # --- time -------------------------------------------------------------------------------

    def _start_counting(self) -> None:
        situation = steps.situation_at(self.meeting.synthese, self._step)
        meeting = self.meeting.synthese
        if situation is None or meeting.close or meeting.pause_depuis is not None:
            self._stopwatch.stop()
        else:
            self._stopwatch.start(situation.patient, situation.minutes)
        if not self.meeting.synthese.close:
            self._tick.start()

    def _count(self) -> None:
        minutes = self._stopwatch.minutes()
        if minutes is not None:
            self.meeting.discussion.count(minutes)

    def _on_tick(self) -> None:
        self._count()
        self.header.show_time(self.meeting.synthese, self.context.now())

    def _on_pause_clicked(self) -> None:
        """On disk at once: a pause outlives a lock and a power cut."""
        self._count()
        paused = self.meeting.synthese.pause_depuis is None
        self.meeting.suspend(paused=paused, at=self.context.now())
        self._start_counting()
        self._tell_pause()
        self.keeper.flush()

    def _tell_pause(self) -> None:
        since = self.meeting.synthese.pause_depuis
        if since is not None:
            hour = texts.clock(since.astimezone().time())
            self.meeting.banner.show_message(
                "info", f"Réunion suspendue depuis {hour}.", _PAUSED, _RESUME
            )
        elif self.meeting.banner.action_button.text() == _RESUME:
            self.meeting.banner.clear()

    def _on_minutes_corrected(self, minutes: int) -> None:
        self._stopwatch.set_minutes(minutes)
        self._count()

    # --- answers of the store ---------------------------------------------------------------

    def _on_opened(self, ouverte: SyntheseOuverte) -> None:
        if ouverte.synthese.etat is Etat.PREPAREE:
            route = Route("preparation", synthese_id=ouverte.synthese.id)
            self.context.navigator.replace(route)
            return
        if self._ouverte is None or self._ouverte.synthese.id != ouverte.synthese.id:
            self._step = ""
            self.steps.set_hint("")
        self.keeper.watch(ouverte)
        self._show(ouverte)
        self._greet(ouverte)
        self.meeting.agenda.row(self._step).setFocus(Qt.FocusReason.OtherFocusReason)

    def _greet(self, ouverte: SyntheseOuverte) -> None:
        """What the person must know of the text they left unfinished."""
        if ouverte.entre_temps:
            self._on_failed(SavedMeanwhile(ouverte.entre_temps))
        elif ouverte.ecarte is not None:
            self.meeting.banner.show_message(
                "warn",
                "Un texte que vous aviez commencé n’est pas dans ce compte rendu.",
                "La réunion a été close avant qu’il soit enregistré.",
                _SHOW_DRAFT,
            )
        else:
            self.meeting.banner.clear()
            self._tell_pause()

    def _on_changed(self, synthese: Synthese) -> None:
        assert self._ouverte is not None
        known = self._ouverte.synthese
        shown = (synthese.presents, synthese.pause_depuis) != (known.presents, known.pause_depuis)
        if shown:
            self.header.show_meeting(synthese, self._ouverte.numero, self._names())
        self._ouverte = replace(self._ouverte, synthese=synthese)
        self.steps.show_step(synthese, self._step, self._names())
        self.keeper.change(synthese)

    def _on_saved(self, at: datetime) -> None:
        self.steps.show_saved(at)
        self.context.events.mark_saved(at)

    def _on_written(self, ouverte: SyntheseOuverte) -> None:
        if ouverte.synthese.close:
            self._tick.stop()
            self.meeting.banner.clear()
            self._step = ""
            self._show(ouverte)
            self._show_minutes()

    def _on_merged(self, ouverte: SyntheseOuverte) -> None:
        self.meeting.banner.clear()
        self._show(ouverte)

    def _on_failed(self, error: AppError) -> None:
        action = _MERGE if isinstance(error, SavedMeanwhile) else ""
        self.meeting.banner.show_message("warn", error.sentence, error.way_out, action)

    def _on_banner_clicked(self) -> None:
        """What the banner offers depends on its news."""
        match self.meeting.banner.action_button.text():
            case text if text == _MERGE:
                self.keeper.merge()
            case text if text == _RESUME:
                self._on_pause_clicked()
            case text if text == _SHOW_DRAFT:
                self._show_left_out()
            case _:
                self._drop_left_out()

    def _show_left_out(self) -> None:
        assert self._ouverte is not None
        assert self._ouverte.ecarte is not None
        left_out = replace(self._ouverte.ecarte, etat=Etat.CLOSE)
        self.meeting.show_meeting(
            replace(self._ouverte, synthese=left_out),
            self._step if self._step in steps.steps_of(left_out) else steps.ORGANISATION,
            self._names(),
        )
        self.meeting.banner.show_message(
            "warn",
            "Vous lisez votre texte, pas le compte rendu.",
            "Copiez ce qui doit être repris à la prochaine réunion.",
            _DROP_DRAFT,
        )

    def _drop_left_out(self) -> None:
        assert self._ouverte is not None
        ready = partial(syntheses.drop_draft, synthese_id=self._ouverte.synthese.id)
        self.context.worker.run(ready)
        self.meeting.banner.clear()
        self._show(replace(self._ouverte, ecarte=None))

    # --- what the person asks ---------------------------------------------------------------

    def _on_discretion_changed(self) -> None:
        if self._ouverte is not None:
            self.meeting.name_people()
            self.steps.show_step(self.meeting.synthese, self._step, self._names())

    def _on_patient_chosen(self, patient: str) -> None:
        ready = partial(syntheses.add_patient, patient_id=PatientId(patient))
        self.context.worker.run(ready, self._on_patient_ready, self._on_failed)

    def _on_patient_ready(self, situation: Situation) -> None:
        self.meeting.add(situation)
        self.go(situation.patient)

    def _on_close_clicked(self) -> None:
        self._count()
        if not self.meeting.synthese.vues:
            self._on_failed(NothingDiscussed())
            return
        dialog = ClosingDialog(self, self.meeting.synthese, self._names(), self.context.now())
        dialog.accepted.connect(self._on_close_confirmed)
        dialog.patient_chosen.connect(self.go)
        self._open(dialog)

    def _on_close_confirmed(self) -> None:
        self._count()
        self._stopwatch.stop()
        assert isinstance(self._dialog, ClosingDialog)
        self.keeper.write(partial(syntheses.close, fin=self._dialog.end.value()))

    def _show_minutes(self) -> None:
        assert self._ouverte is not None
        ready = partial(documents.minutes, synthese_id=self._ouverte.synthese.id)
        self.context.worker.run(ready, self._on_minutes_ready, self._on_failed)

    def _on_minutes_ready(self, document: Document) -> None:
        if self.isVisible():
            self._open(PrintPreview(document, self.context, self))

    def _open(self, dialog: QDialog) -> None:
        """One at a time, closed with the page: nothing stays over a locked screen."""
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self._dialog = None
