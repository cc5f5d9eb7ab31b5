"""SeancePage: record a session in a minute, with the person beside the screen."""

from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import consultations, motif
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.consultations import SeanceOuverte
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.seance_checks import Doute
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.own_sheet import OwnCode
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.homonyms import HomonymBand
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import NBSP

from . import words
from .finishing import Outcome
from .frame import Frame
from .sitting import Sitting
from .typed import BASE, Typed, from_payload

_CHANGED = "La séance a été modifiée depuis ce brouillon."
_COMPARE = "Relisez-la avant de terminer ; ce qui était enregistré reste dans l’historique."
_WHY = f"Pourquoi corriger cette séance{NBSP}?"
_OLD_TEXT = "Ce qui était enregistré reste lisible dans l’historique, avec ce motif."
_CORRECT = "Enregistrer la correction"
_KEPT = f"Brouillon gardé{NBSP}: vous le retrouverez dans le dossier et à l’accueil."


class SeancePage(Page):
    """`Route("seance", patient_id=…)` takes up or begins one; `consultation_id` amends it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._route: Route | None = None
        self._awaited = 0  # openings not answered yet; only the last one is shown
        self._sitting: Sitting | None = None
        self._shown: Typed | None = None
        self._unsettled: dict[Route, Sitting] = {}  # left before the disk had their text
        self._leaving = False  # for the record, once what was typed is on disk
        self._farewell = ""
        self._given_up: tuple[Route, Sitting, dict[str, Any]] | None = None
        self.reason: ReasonDialog | None = None
        self.code: OwnCode | None = None
        self.frame = Frame(context.membre.role, self._today, self)
        self.homonyms = HomonymBand(context)
        self.frame.above.addWidget(self.homonyms)
        self._connect()

    # --- what the shell asks ----------------------------------------------------------------

    def open(self, route: Route) -> None:
        self._set_aside()
        self._route = route
        self._awaited += 1
        self.frame.show_nothing()
        unwritten = self._unsettled.get(route)
        ask = partial(
            consultations.open_seance,
            patient_id=route["patient_id"],
            consultation_id=unwritten.opened.id if unwritten else route.get("consultation_id"),
        )
        self.context.worker.run(ask, self._on_opened, self._on_not_opened)

    def leave(self) -> None:
        if self._sitting is not None:
            self._sitting.keeper.flush()

    def first_focus(self) -> QWidget | None:
        return self.frame.form.note.shared.editor if self._sitting else None

    def event(self, event: QEvent) -> bool:
        """Keep « Échap » from the window: it leads to the record, wherever one came from."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self._on_back_clicked()
            return
        super().keyPressEvent(event)

    # --- opening ----------------------------------------------------------------------------

    def _set_aside(self) -> None:
        """The form is about to show another session: the former text must not follow it."""
        former, self._sitting = self._sitting, None
        self._leaving = False
        if former is None or self._route is None:
            return
        former.keeper.let_go()
        self._unsettled[self._route] = former
        self._forget_settled()

    def _on_opened(self, opened: SeanceOuverte) -> None:
        self._awaited -= 1
        if self._awaited or self._route is None:
            return
        unwritten = self._unsettled.pop(self._route, None)
        draft = (unwritten and unwritten.keeper.last) or opened.brouillon
        form = self.frame.form
        sitting = self._sitting = Sitting(self.context.worker, opened, form, self)
        self._listen(sitting)
        typed = from_payload(draft, sitting.start) if draft else sitting.start
        form.show_seance(opened, typed, self.context.reference)
        self._shown = form.typed()
        self.frame.show_form(amended=sitting.amended)
        self.frame.show_state(amended=sitting.amended, draft=draft is not None)
        if opened.enregistre_le is not None:
            self._show_saved(opened.enregistre_le)
        if draft is not None and draft.get(BASE) != opened.based_on:
            self.frame.show_failure(_CHANGED, _COMPARE, "warn")
        self._follow()
        if unwritten:
            unwritten.deleteLater()
            sitting.keeper.touch()
        if self.isVisible():
            form.note.shared.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_opened(self, error: AppError) -> None:
        self._awaited -= 1
        if not self._awaited:
            self.frame.show_refusal(error.sentence, error.way_out)

    # --- typing -----------------------------------------------------------------------------

    def _on_edited(self) -> None:
        typed = self.frame.form.typed()
        if self._sitting is None or typed == self._shown:
            return
        self._shown = typed
        self._sitting.keeper.touch()
        self.frame.hide_doubts()
        self._follow()

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None and self._sitting is not None and self.isAncestorOf(old):
            self._sitting.keeper.flush()

    def _on_saved(self, at: datetime) -> None:
        self._forget_settled()
        sitting = self._sitting
        if sitting is None or self.sender() is not sitting.keeper:
            return
        self.frame.hide_failure()
        self._show_saved(at)
        self.frame.show_state(amended=sitting.amended, draft=True)
        self.context.events.mark_saved(at)
        if self._leaving:
            self._go_back()

    def _on_not_saved(self, error: AppError) -> None:
        self._leaving = False
        if self._sitting is not None and self.sender() is self._sitting.keeper:
            self.frame.header.set_saved("")
        self._tell_failure(error)

    def _forget_settled(self) -> None:
        for route, sitting in list(self._unsettled.items()):
            if sitting.settled:
                del self._unsettled[route]
                sitting.deleteLater()

    # --- finishing --------------------------------------------------------------------------

    def _on_finish_clicked(self) -> None:
        if self._sitting is None or self._sitting.busy:
            return
        self.frame.hide_doubts()
        if not self.frame.form.check():
            self._sitting.keeper.flush()
        elif self._sitting.amended and not self._sitting.motif:
            self._ask_reason()
        else:
            self._sitting.finish()

    def _ask_reason(self) -> None:
        usual, readers = motif.CORRECTIONS, lisible(Permission.CLINIQUE)
        self.reason = ReasonDialog(self, _WHY, _OLD_TEXT, _CORRECT, usual, readers=readers)
        self.reason.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reason.accepted.connect(self._on_reason_given)
        self.reason.open()

    def _on_reason_given(self) -> None:
        if self._sitting is not None and self.reason is not None:
            self._sitting.motif = self.reason.reason()
            self._sitting.finish()

    def _on_reopen_asked(self) -> None:
        self.leave()
        self.code = OwnCode(self, self.context)
        self.code.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.code.reopened.connect(self._on_reopened)
        self.code.open()

    def _on_reopened(self) -> None:
        if self._route is not None:
            self.open(self._route)

    def _on_doubted(self, doubts: tuple[Doute, ...]) -> None:
        self.frame.show_doubts(doubts)

    def _on_recorded(self, outcome: Outcome) -> None:
        sitting = self.sender()
        assert isinstance(sitting, Sitting)
        self._forget_settled()
        self.context.events.mark_saved(self.context.now())
        said = "Correction enregistrée." if sitting.amended else "Séance enregistrée."
        self.context.undo.offer(said, outcome.changes)
        if sitting is self._sitting and self.isVisible():
            self._go_back()

    # --- leaving ----------------------------------------------------------------------------

    def _on_back_clicked(self) -> None:
        self._leave_for_record("")

    def _on_keep_clicked(self) -> None:
        if self._sitting is not None and not self._sitting.amended:
            self._sitting.keeper.touch()  # even a session where nothing is written yet
        self._leave_for_record(_KEPT)

    def _leave_for_record(self, farewell: str) -> None:
        """Once what was typed is on disk; after a refusal, asking again leaves all the same."""
        if self._sitting is not None and self._sitting.busy:
            return
        self._farewell = farewell
        refused = self.frame.failing
        if self._sitting is not None:
            self._sitting.keeper.flush()
            self._leaving = not (self._sitting.keeper.settled or refused)
        if not self._leaving:
            self._go_back()

    def _go_back(self) -> None:
        self._leaving = False
        if self._farewell:
            self.context.events.notify(self._farewell)
            self._farewell = ""
        if self._route is not None:
            self.context.navigator.replace(Route("dossier", patient_id=self._route["patient_id"]))

    def _on_all_clicked(self) -> None:
        if self._route is not None:
            patient_id = self._route["patient_id"]
            self.context.navigator.go(Route("dossier", patient_id=patient_id, onglet="seances"))

    def _on_give_up_clicked(self) -> None:
        if self._sitting is not None and self._route is not None and not self._sitting.busy:
            self._given_up = (self._route, self._sitting, self._sitting.payload())
            self._sitting.drop()

    def _on_dropped(self) -> None:
        self.context.events.notify("Brouillon abandonné.", "Annuler", self._restore)
        self._go_back()

    def _restore(self) -> None:
        assert self._given_up is not None
        route, sitting, payload = self._given_up
        self.context.worker.run(sitting.saving(payload), None, self._tell_failure)
        self.context.navigator.go(route)

    # --- what is shown around ---------------------------------------------------------------

    def _connect(self) -> None:
        frame = self.frame
        frame.form.edited.connect(self._on_edited)
        frame.form.last_time.all_clicked.connect(self._on_all_clicked)
        frame.form.note.reopen_asked.connect(self._on_reopen_asked)
        frame.header.back_clicked.connect(self._on_back_clicked)
        self.context.discretion.changed.connect(self._on_discretion_changed)
        frame.refusal.action_clicked.connect(self._on_back_clicked)
        frame.give_up.clicked.connect(self._on_give_up_clicked)
        frame.keep.clicked.connect(self._on_keep_clicked)
        frame.finish.clicked.connect(self._on_finish_clicked)
        frame.doubts.action_clicked.connect(self._on_finish_clicked)
        QShortcut(QKeySequence("Ctrl+Enter"), self).activated.connect(frame.finish.click)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _listen(self, sitting: Sitting) -> None:
        sitting.keeper.saved.connect(self._on_saved)
        sitting.keeper.failed.connect(self._on_not_saved)
        sitting.doubted.connect(self._on_doubted)
        sitting.recorded.connect(self._on_recorded)
        sitting.dropped.connect(self._on_dropped)
        sitting.refused.connect(self._tell_failure)

    def _follow(self) -> None:
        """Keep the subtitle and the cards true to what stands in the form."""
        assert self._sitting is not None
        opened = self._sitting.opened
        counts = self.frame.form.follow(opened, self.context.reference)
        parts = [self.context.discretion.name(opened.patient), f"{opened.age}{NBSP}ans"]
        compteur = opened.forfait.compteur(opened.role) if opened.forfait else None
        if counts and compteur is not None:
            parts.append(words.rank(opened.role, compteur))
        self.frame.header.set_words(words.title(opened.role), " · ".join(parts))
        self.homonyms.ask(opened.patient)

    def _on_discretion_changed(self) -> None:
        if self._sitting is not None:
            self._follow()

    def _tell_failure(self, error: AppError) -> None:
        if self.isVisible():
            self.frame.show_failure(error.sentence, error.way_out)
        else:
            self.context.events.notify(error.sentence, kind="danger")

    def _show_saved(self, at: datetime) -> None:
        self.frame.header.set_saved(words.saved(at, self.context.now()))

    def _today(self) -> date:
        return self.context.now().date()


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
