"""PlanVersionsCard: how the plan moved since it was written, and the plans before it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.services.plan_de_soins import Plan, Plans
from microstructure_desktop.ui.texts import count, numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.rule import Rule

from .plan_words import version_caption, version_lines

_SHOWN = 6  # the history has all of them


class PlanVersionsCard(Card):
    """Hidden without a plan.

    Signals:
        history_asked: the id of the fiche whose versions are to be read side by side.
        plan_chosen: the Plan of before to read.
    """

    history_asked = Signal(str)
    plan_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Versions du plan")
        self._plan: Plan | None = None
        self.history_button = Button("Comparer", "link")
        self.history_button.clicked.connect(self._on_history_clicked)
        self.header.addWidget(self.history_button)
        self._lines = column(spacing=10)
        self.body.addLayout(self._lines)
        self.hide()

    def show_plans(self, plans: Plans, le: date) -> None:
        clear(self._lines)
        self._plan = plans.actuel
        self.setVisible(self._plan is not None)
        if self._plan is None:
            return
        self._show_versions(self._plan, le)
        former = plans.plans[1:]
        if former:
            self._lines.addWidget(Rule())
        for plan in former:
            button = Button(f"Plan du {numeric_date(plan.fiche.jour)}", "link", "file-text")
            button.clicked.connect(partial(self.plan_chosen.emit, plan))
            self._lines.addWidget(button)

    def _show_versions(self, plan: Plan, le: date) -> None:
        numbered = list(enumerate(plan.versions, start=1))
        self.history_button.setVisible(len(numbered) > 1)
        for number, version in reversed(numbered[-_SHOWN:]):
            lines = [Label(version_caption(version, number, le), "caption")]
            words = version_lines(version)
            told = [Paragraph(words)] if words else []
            self._lines.addLayout(column(*lines, *told, spacing=2))
        older = len(numbered) - _SHOWN
        if older > 0:
            words = count(older, "version plus ancienne", "versions plus anciennes")
            self._lines.addWidget(Label(words, "caption"))

    def _on_history_clicked(self) -> None:
        if self._plan is not None:
            self.history_asked.emit(self._plan.fiche.id)
