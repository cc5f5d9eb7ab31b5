"""SeanceForm: the cards of one session, and what stands in them."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QTextEdit, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.rules import problems
from microstructure_desktop.services.consultations import SeanceOuverte, SeanceSaisie, attendus
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.services.seance_checks import compte
from microstructure_desktop.services.seance_forms import Reponses, answers_to
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.page_body import PageBody

from . import appointment
from .facts_card import FactsCard
from .forfait_card import ForfaitCard
from .last_time_card import LastTimeCard
from .note_card import NoteCard
from .questions_card import QuestionsCard
from .suites_card import SuitesCard
from .typed import Typed, faults, understood


class SeanceForm(PageBody):
    """Signals:
    edited: what stands in the form changed.
    grown: there are more places for the keyboard than before.
    """

    edited = Signal()
    grown = Signal()

    def __init__(self, role: Role, today: Callable[[], date]) -> None:
        super().__init__()
        self._role = role
        self._today = today
        self._filling = False
        self._faulty: frozenset[str] = frozenset()
        self.facts = FactsCard(role, today)
        self.note = NoteCard()
        self.questions = QuestionsCard(today)
        self._reponses: Reponses = {}
        self.forfait = ForfaitCard(role)
        self.suites = SuitesCard()
        self.last_time = LastTimeCard()
        self.main.addWidget(self.facts)
        self.main.addWidget(self.note, 1)
        self.main.addWidget(self.questions)
        self.fill_aside(self.forfait, self.suites, self.last_time)
        self.questions.grown.connect(self.grown)
        self.questions.unfold_button.clicked.connect(self._on_unfold_clicked)
        for source in (self.facts, self.note, self.suites, self.questions):
            source.edited.connect(self._on_edited)
        self.suites.delay_chosen.connect(self._on_delay_chosen)
        for note in (self.note.shared, self.note.personal):
            note.editor.cursorPositionChanged.connect(self._on_cursor_moved)

    def show_seance(self, opened: SeanceOuverte, typed: Typed, reference: Reference) -> None:
        self._filling = True
        self.facts.show_seance(opened, typed, reference)
        self.note.show_notes(typed.note_partagee, typed.note_personnelle, opened.lecteurs)
        self.note.show_sealed(typed.note_scellee, opened.scellee)
        self.suites.show_suites(typed.question, typed.prochain, opened.prochaine_synthese)
        self.last_time.show_last(opened.derniere, opened.nombre, self._today())
        self._reponses = dict(typed.reponses)
        self.questions.show_form(None, {})
        self._filling = False
        self._faulty = frozenset()
        self._show_faults({})
        self.verticalScrollBar().setValue(0)

    def typed(self) -> Typed:
        return Typed(
            self.facts.type.value(),
            self.facts.jour.text(),
            self.facts.heure.text(),
            self.facts.duree.value(),
            self.facts.lieu.value(),
            self.facts.presence.value(),
            self.facts.themes.selected(),
            self.facts.evolution.value(),
            self.note.shared.text(),
            self.note.personal.text(),
            self.suites.asked(),
            self.suites.next.text(),
            self._answered(),
            self.note.sealed,
        )

    def saisie(self) -> SeanceSaisie:
        return understood(self.typed(), self._today())

    def follow(self, opened: SeanceOuverte, reference: Reference) -> bool:
        """Show what the answers change elsewhere; whether the session counts in the forfait."""
        saisie = self.saisie()
        expected = attendus(self._role, saisie.type, saisie.issue)
        self.facts.expect(expected)
        self._ask(opened.forms.get(saisie.type) if expected.reponses else None)
        forfait = opened.forfait
        counts = forfait is not None and compte(reference, forfait, self._role, saisie)
        self.forfait.show_forfait(forfait, counts=counts)
        self.suites.mark_delay(saisie.prochain_jour, saisie.jour, self._today())
        return counts

    def check(self) -> bool:
        """Say at each field what prevents recording and go to the first; True when nothing does."""
        found = faults(self.typed(), self._today())
        self._faulty = frozenset(found)
        self._show_faults(found)
        for name, field in self._checked().items():
            if name in found:
                field.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.ensureWidgetVisible(field, 20, 60)
                return False
        return self._check_answers()

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order read."""
        cards = (self.facts, self.note, self.suites)
        ordinary = [w for card in cards for w in card.stops()]
        # last, so that a session without more questions takes the same keys as ever
        return [*ordinary, self.last_time.all_button, *self.questions.stops()]

    def _ask(self, form: Form | None) -> None:
        """Show the questions of the act chosen; those typed for another wait for it."""
        if form == self.questions.form:
            return
        self._reponses = self._answered()
        self._filling = True
        answers = answers_to(form, self._reponses) if form is not None else {}
        self.questions.show_form(form, answers)
        self._filling = False

    def _answered(self) -> Reponses:
        found = dict(self._reponses)
        if self.questions.form is not None:
            found[self.questions.form.id] = self.questions.answers
        return {form_id: answers for form_id, answers in found.items() if answers}

    def _check_answers(self) -> bool:
        form = self.questions.form
        if form is None:
            return True
        found = problems(form, self.questions.answers, complete=False, today=self._today())
        self.questions.show_problems(found)
        if found:
            self.questions.focus_item(found[0].item)
        return not found

    def _checked(self) -> dict[str, Field]:
        return {**self.facts.fields, "prochain": self.suites.next_field}

    def _show_faults(self, found: dict[str, str]) -> None:
        for name, field in self._checked().items():
            field.set_error(found.get(name))

    def _on_edited(self) -> None:
        if self._filling:
            return
        if self._faulty:
            found = faults(self.typed(), self._today())
            self._show_faults({n: text for n, text in found.items() if n in self._faulty})
        self.edited.emit()

    def _on_cursor_moved(self) -> None:
        """A long note scrolls the page before its last line goes under the footer."""
        editor = self.sender()
        sheet = self.widget()
        if self._filling or sheet is None or not isinstance(editor, QTextEdit):
            return
        line = editor.cursorRect()
        at = editor.viewport().mapTo(sheet, line.bottomLeft())
        self.ensureVisible(0, at.y(), 0, 2 * line.height())

    def _on_unfold_clicked(self) -> None:
        QTimer.singleShot(0, self, self._reveal_question)  # once they are laid out

    def _reveal_question(self) -> None:
        asked = self.questions.focusWidget()
        if asked is not None:
            self.ensureWidgetVisible(asked, 20, 60)

    def _on_delay_chosen(self, delay: str) -> None:
        saisie = self.saisie()
        jour = appointment.later(delay, saisie.jour, self._today())
        self.suites.plan(jour, saisie.prochaine_heure or saisie.heure or time(9))
