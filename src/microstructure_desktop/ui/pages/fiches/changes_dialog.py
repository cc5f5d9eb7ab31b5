"""ChangesDialog: the last answers known and those of this fiche, side by side."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from microstructure_desktop.forms.answers import difference
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.rules import visible_answers
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.dialogs.room import room_over
from microstructure_desktop.ui.forms.answers_view import AnswersView
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.page_body import PageBody

WIDTH, HEIGHT = 860, 620
TITLE = "Ce qui change"


class ChangesDialog(QDialog):
    """Show it with `open()`. What this fiche has not answered yet is counted, not compared."""

    def __init__(
        self,
        parent: QWidget,
        form: Form,
        earlier: Mapping[str, Earlier],
        answers: Mapping[str, Any],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Microstructure")
        self.setAccessibleName(TITLE)
        self.setModal(True)
        self.resize(room_over(parent, WIDTH, HEIGHT))
        now = visible_answers(form, answers)
        before = {item_id: known.value for item_id, known in earlier.items() if item_id in now}
        compared = {item_id: now[item_id] for item_id in before}
        left = len(earlier.keys() - now.keys())
        self.summary = Paragraph(_summary(len(difference(form, before, compared)), left))
        self.view = AnswersView()
        self.view.show_difference(form, (_title(earlier), before), ("Cette fiche", compared))
        body = PageBody()
        body.main.addWidget(self.view)
        close = Button("Fermer", "primary")
        close.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = column(Paragraph(TITLE, "card"), self.summary, spacing=4, margins=(24, 20, 24, 4))
        whole.addLayout(head)
        whole.addWidget(body, 1)
        whole.addLayout(row(None, close, margins=(24, 12, 24, 16)))


def _title(earlier: Mapping[str, Earlier]) -> str:
    days = {known.jour for known in earlier.values()}
    if len(days) == 1:
        return f"Le {texts.numeric_date(max(days))}"
    return "Dernières réponses"


def _summary(changed: int, left: int) -> str:
    words = "Aucune réponse n’a changé" if not changed else f"{texts.count(changed, 'réponse')} "
    if changed:
        words += "ont changé" if changed > 1 else "a changé"
    if left:
        words += f"{texts.NBSP}; {texts.count(left, 'question')} sans réponse pour l’instant"
    return f"{words}."
