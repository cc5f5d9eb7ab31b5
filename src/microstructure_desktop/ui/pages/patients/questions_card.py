"""QuestionsCard: what the team wants to discuss at the next synthesis meeting."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal

from microstructure_desktop.domain.consultation import Question
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import drafts, questions
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.record_menu import Target, may_cancel, more_button
from microstructure_desktop.ui.texts import near_date
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.own_escape import OwnEscape
from microstructure_desktop.ui.widgets.themed import show_when

from .parcours import author
from .words import joined

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId

_PAUSE_MS = 1000
_PROPOSE = "Proposer en synthèse"
_HINT = "Ce qu’il faut discuter"
_READ = "Lisible par tous les soignants de l’équipe. Entrée propose, Échap met de côté."


class QuestionsCard(Card):
    """Hidden while nobody asks anything and the reader cannot ask.

    Signals:
        acts_asked: (button, Target), the menu of one question.
    """

    acts_asked = Signal(object, object)

    def __init__(self, context: Context) -> None:
        super().__init__("Prochaine synthèse")
        self._context = context
        self._patient: PatientId | None = None
        self._mine = ""
        self._typed = False
        self._may = allowed(context.membre.role, Permission.REUNION)
        self.propose_button = Button("Proposer", "link", "plus")
        self.propose_button.setAccessibleName(_PROPOSE)
        self.header.addWidget(self.propose_button)
        show_when(self.propose_button, self._may)
        self.edit = _Line(hint=_HINT)
        self.edit.setAccessibleName(_HINT)
        self.save_button = Button(_PROPOSE)
        self._form = boxed(
            column(self.edit, Paragraph(_READ, "caption"), row(None, self.save_button), spacing=6)
        )
        self._form.hide()
        self.body.addWidget(self._form)
        self._lines = column(spacing=12)
        self.body.addLayout(self._lines)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.propose_button.clicked.connect(self.ask)
        self.edit.textEdited.connect(self._on_text_edited)
        self.edit.given_up.connect(self._close)
        self.edit.returnPressed.connect(self._on_entered)
        self.save_button.clicked.connect(self._on_entered)

    def show_dossier(self, dossier: Dossier, le: date, me: Membre) -> None:
        """What is being typed about somebody stays while their record is read again."""
        if dossier.patient.id != self._patient:
            self.keep()
            self._patient = dossier.patient.id
            self._form.hide()
        clear(self._lines)
        newest = list(reversed(_newest_last(dossier.questions)))
        self._mine = next((q.texte for q in newest if q.membre == me.id), "")
        for question in newest:
            asked = near_date(question.posee_le.astimezone().date(), le)
            who = joined((author(dossier, question.membre), asked))
            text = question.texte or "Situation à évoquer"
            said = column(Paragraph(text), Label(who, "caption"), spacing=2)
            mine = may_cancel(me, question.membre)
            more = self._more(Target("question", question.id, text, mine))
            line = row(said, column(more, None), spacing=4)
            line.setStretch(0, 1)
            self._lines.addLayout(line)
        self.setVisible(self._may or bool(dossier.questions))

    def _more(self, target: Target) -> IconButton:
        button = more_button(target)
        button.clicked.connect(partial(self.acts_asked.emit, button, target))
        return button

    # --- asking -----------------------------------------------------------------------------

    def ask(self) -> None:
        """One's own question is reworded, and what was begun comes back: it is asked once."""
        if self._patient is not None:
            self.edit.setText(self._mine)
            self._form.show()
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.edit.selectAll()
            load = partial(drafts.load, genre=drafts.PATIENT, cible=questions.sujet(self._patient))
            self._context.worker.run(load, self._on_draft_read)

    def keep(self) -> None:
        """Save now what was typed and not proposed."""
        self._pause.stop()
        if self._patient is None or not self._typed:
            return
        self._typed = False
        save = partial(
            drafts.save,
            genre=drafts.PATIENT,
            cible=questions.sujet(self._patient),
            payload={questions.TEXTE: self.edit.text()},
            patient=self._patient,
        )
        self._context.worker.run(save)

    def _on_draft_read(self, draft: dict[str, Any] | None) -> None:
        if draft is not None and not self._typed:
            self.edit.setText(draft.get(questions.TEXTE, ""))
            self.edit.selectAll()

    def _on_text_edited(self, _text: str) -> None:
        self._typed = True
        self._pause.start()

    def _on_entered(self) -> None:
        if self._patient is None or not self._form.isVisible():
            return
        propose = partial(
            questions.proposer, patient_id=self._patient, texte=self.edit.text().strip()
        )
        self._context.worker.run(partial(noted, action=propose), self._on_proposed, self._on_failed)

    def _on_proposed(self, fait: Fait[Question]) -> None:
        self._typed = False  # the draft went with it
        self._close()
        self._context.undo.offer("Proposé pour la prochaine synthèse", fait.changes)

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")

    def _close(self) -> None:
        self.keep()
        self._form.hide()
        self.propose_button.setFocus(Qt.FocusReason.OtherFocusReason)


class _Line(OwnEscape, LineEdit):
    """Signals:
    given_up: Échap, before it leaves the page.
    """

    given_up = Signal()

    def on_escape(self) -> None:
        self.given_up.emit()


def _newest_last(asked: Sequence[Question]) -> list[Question]:
    return sorted(asked, key=lambda q: q.posee_le)
