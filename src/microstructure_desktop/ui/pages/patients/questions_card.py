"""QuestionsCard: what the team wants to discuss at the next synthesis meeting."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.domain.consultation import Question
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.ui.dialogs.record_menu import Target, may_cancel, more_button
from microstructure_desktop.ui.texts import near_date
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row

from .parcours import author
from .words import joined


class QuestionsCard(Card):
    """Hidden while nobody asks anything.

    Signals:
        acts_asked: (button, Target), the menu of one question.
    """

    acts_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("Pour la prochaine synthèse")
        self._lines = column(spacing=12)
        self.body.addLayout(self._lines)

    def show_dossier(self, dossier: Dossier, le: date, me: Membre) -> None:
        clear(self._lines)
        for question in reversed(_newest_last(dossier.questions)):
            asked = near_date(question.posee_le.astimezone().date(), le)
            who = joined((author(dossier, question.membre), asked))
            text = question.texte or "Situation à évoquer"
            said = column(Paragraph(text), Label(who, "caption"), spacing=2)
            mine = may_cancel(me, question.membre)
            more = self._more(Target("question", question.id, text, mine))
            line = row(said, column(more, None), spacing=4)
            line.setStretch(0, 1)
            self._lines.addLayout(line)
        self.setVisible(bool(dossier.questions))

    def _more(self, target: Target) -> IconButton:
        button = more_button(target)
        button.clicked.connect(partial(self.acts_asked.emit, button, target))
        return button


def _newest_last(questions: Sequence[Question]) -> list[Question]:
    return sorted(questions, key=lambda q: q.posee_le)
