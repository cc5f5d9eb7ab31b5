"""QuestionsCard: what the team wants to discuss at the next synthesis meeting."""

from collections.abc import Sequence
from datetime import date

from microstructure_desktop.domain.consultation import Question
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.ui.texts import near_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column

from .parcours import author
from .words import joined


class QuestionsCard(Card):
    """Hidden while nobody asks anything."""

    def __init__(self) -> None:
        super().__init__("Pour la prochaine synthèse")
        self._lines = column(spacing=12)
        self.body.addLayout(self._lines)

    def show_dossier(self, dossier: Dossier, le: date) -> None:
        clear(self._lines)
        for question in reversed(_newest_last(dossier.questions)):
            asked = near_date(question.posee_le.astimezone().date(), le)
            who = joined((author(dossier, question.membre), asked))
            text = question.texte or "Situation à évoquer"
            self._lines.addLayout(column(Paragraph(text), Label(who, "caption"), spacing=2))
        self.setVisible(bool(dossier.questions))


def _newest_last(questions: Sequence[Question]) -> list[Question]:
    return sorted(questions, key=lambda q: q.posee_le)
