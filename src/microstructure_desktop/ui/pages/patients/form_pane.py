"""FormPane: a short form whose typed text outlives a lock or a crash until it is saved."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import drafts
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import clock, count
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.error_summary import ErrorSummary
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.page_body import PageBody

from .fields import Fields, Typed
from .words import file_number, joined

if TYPE_CHECKING:
    from microstructure_desktop.domain.revision import Change

_PAUSE_MS = 1000
_KEYS = "Ctrl+Entrée enregistre · Échap revient, rien n’est perdu"

Action = Callable[[Any], Any]


class FormPane(QWidget):
    """A form says what is wrong (`problems`), what saving does (`action`) and which field a
    refusal is about (`field_of`). `subject` names its draft; only what differs from `base` is
    kept in it, so that it applies to a record changed meanwhile.

    Signals:
        saved: what the action answered; `written` is then what it changed.
    """

    saved = Signal(object)

    def __init__(
        self, context: Context, title: str, verb: str, *, subject: str, patient: PatientId | None
    ) -> None:
        super().__init__()
        self.context = context
        self.fields = Fields(self)
        self._base: Typed = {}
        self._subject = subject
        self._patient = patient
        self._about: tuple[Patient, str] | None = None
        self._filling = True
        self._kept: Typed = {}
        self._erased: Typed = {}
        self.written: tuple[Change, ...] = ()
        self.header = HeaderBand(title, back="Retour (Échap)")
        self.banner = Banner()
        self.summary = ErrorSummary()
        self.body = PageBody()
        self.footer = FooterBar(_KEYS)
        self.erase_button = Button("Effacer la saisie", "ghost", "eraser")
        self.save_button = Button(verb, "primary", "check", shortcut="Ctrl+Return")
        self._keypad = QShortcut(QKeySequence("Ctrl+Enter"), self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    # --- what each form says ----------------------------------------------------------------

    def problems(self) -> dict[str, str]:
        """Field name to sentence; empty when it can be saved."""
        return {}

    def action(self) -> Action:
        raise NotImplementedError

    def field_of(self, _error: AppError) -> str:
        """The field that a refusal is about; empty when it is about none."""
        return ""

    # --- what the page asks -----------------------------------------------------------------

    def tell_about(self, patient: Patient, what: str) -> None:
        """Say whose form this is, now and each time names are hidden or shown."""
        self._about = patient, what
        self._name()

    def start(self, base: Typed, draft: dict[str, Any] | None) -> None:
        """Show what is known, then what was being typed when the form was left."""
        self.fill(base, {k: v for k, v in (draft or {}).items() if isinstance(v, str)})
        if self._kept:
            self.banner.show_message(
                "info",
                "Votre saisie a été retrouvée",
                "Elle n’était pas enregistrée ; vérifiez-la puis terminez.",
            )

    def fill(self, base: Typed, typed: Typed) -> None:
        """What is known of the record, then what was typed over it."""
        self._filling = True
        self.fields.set_typed(base)
        self._base = self.fields.typed()
        self.fields.set_typed(typed)
        self._kept = self.changes()
        self._filling = False
        self._show_changed()

    def keep(self) -> None:
        """Save now what was typed."""
        self._pause.stop()
        changes = self.changes()
        if self._filling or changes == self._kept:
            return
        self._kept = changes
        if changes:
            save = partial(
                drafts.save,
                genre=drafts.PATIENT,
                cible=self._subject,
                payload=dict(changes),
                patient=self._patient,
            )
            self.context.worker.run(save, self._on_kept)
        else:
            drop = partial(drafts.drop, genre=drafts.PATIENT, cible=self._subject)
            self.context.worker.run(drop)

    def changes(self) -> Typed:
        """What differs from what was known."""
        typed = self.fields.typed()
        return {name: text for name, text in typed.items() if text != self._base.get(name, "")}

    def take_focus(self) -> None:
        """The first field receives the keyboard."""
        self.fields.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def today(self) -> date:
        return self.context.now().date()

    # --- what happens -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.body.main.addWidget(self.summary)
        self.body.main.addWidget(self.banner)
        self.footer.add_right(self.erase_button)
        self.footer.add_right(self.save_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.header, self.body, self.footer):
            whole.addWidget(part, 1 if part is self.body else 0)

    def _connect(self) -> None:
        self.fields.edited.connect(self._on_edited)
        self._pause.timeout.connect(self.keep)
        self.header.back_clicked.connect(self._on_back_clicked)
        self.banner.action_clicked.connect(self._on_restore_clicked)
        self.erase_button.clicked.connect(self._on_erase_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self._keypad.activated.connect(self.save_button.click)
        self.context.discretion.changed.connect(self._name)

    def _name(self) -> None:
        if self._about is not None:
            patient, what = self._about
            line = joined((what, f"dossier {file_number(patient.dossier)}"))
            self.header.set_words(self.context.discretion.bare(patient), line)

    def _on_edited(self, _name: str) -> None:
        if not self._filling:
            self._pause.start()
            self._show_changed()

    def _on_kept(self, at: datetime) -> None:
        self.header.set_saved(f"Brouillon gardé à {clock(at.astimezone().time())}")
        self.context.events.mark_saved(at)

    def _on_back_clicked(self) -> None:
        self.context.navigator.back()

    def _on_erase_clicked(self) -> None:
        self._erased = self.changes()
        self._put(self._base)
        self.banner.show_message("info", "Saisie effacée", "", "Rétablir")

    def _on_restore_clicked(self) -> None:
        self._put(self._erased)

    def _put(self, typed: Typed) -> None:
        self.fields.set_typed(typed)
        self._show_problems({})
        self.banner.clear()
        self.keep()

    def _on_save_clicked(self) -> None:
        self.banner.clear()
        problems = {**self.problems(), **self.fields.unreadable()}
        if self._show_problems(problems):
            return
        self._pause.stop()
        self.save_button.setEnabled(False)
        save = partial(noted, action=self.action())
        self.context.worker.run(save, self._on_saved, self._on_failed)

    def _on_saved(self, fait: Fait[object]) -> None:
        self._filling = True  # the draft went with it
        self.written = fait.changes
        self.saved.emit(fait.result)

    def _on_failed(self, error: AppError) -> None:
        self.save_button.setEnabled(True)
        name = self.field_of(error)
        if name:
            self._show_problems({name: f"{error.sentence} {error.way_out}"})
        else:
            self.banner.show_message("danger", error.sentence, error.way_out)
            self.body.ensureWidgetVisible(self.banner)
        self._pause.start()

    def _show_problems(self, problems: dict[str, str]) -> bool:
        found = self.fields.show_problems(problems)
        if found:
            heading = count(len(found), "réponse à corriger", "réponses à corriger")
            self.summary.show_errors(heading, found)
        else:
            self.summary.clear()
        return bool(found)

    def _show_changed(self) -> None:
        self.erase_button.setVisible(bool(self.changes()))
