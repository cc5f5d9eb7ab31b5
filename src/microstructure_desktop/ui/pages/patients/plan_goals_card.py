"""PlanGoalsCard: each goal, what is done for it, by whom and when, and where it stands."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.plan_de_soins import Objectif, Plan, Plans
from microstructure_desktop.ui.texts import long_date, numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, flow, row
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.tag import Tag

from .plan_words import LATE, NO_STATE, goal_caption, state_icon
from .words import joined

_NOTHING = "Aucun plan de soins"
_FIRST_STEP = "Il se fait avec la personne : cinq objectifs au plus, dits avec ses mots."


class PlanGoalsCard(Card):
    """Signals:
    state_asked: (button, Objectif), where the goal stands is to change.
    revise_clicked, begin_clicked, print_clicked, parcours_clicked.
    """

    state_asked = Signal(object, object)
    revise_clicked = Signal()
    begin_clicked = Signal()
    print_clicked = Signal()
    parcours_clicked = Signal()

    def __init__(self) -> None:
        super().__init__("Objectifs")
        self.revise_button = Button("Réviser le plan", icon="pencil")
        self.new_button = Button("Nouveau plan", icon="plus")
        self.print_button = Button("Imprimer le plan", icon="printer", shortcut="Ctrl+P")
        self.parcours_button = Button("Imprimer « Mon parcours »", icon="printer")
        self.revise_button.clicked.connect(self.revise_clicked)
        self.new_button.clicked.connect(self.begin_clicked)
        self.print_button.clicked.connect(self.print_clicked)
        self.parcours_button.clicked.connect(self.parcours_clicked)
        self._since = Label("", "caption")
        self.header.addWidget(self._since)
        self._lines = column(spacing=14)
        self.body.addLayout(self._lines)
        self._tools = flow(
            self.revise_button, self.print_button, self.parcours_button, self.new_button, spacing=8
        )
        self._foot = boxed(self._tools)
        self.body.addWidget(self._foot)
        self.states: tuple[Button, ...] = ()

    def show_plans(self, plans: Plans, le: date) -> None:
        focused = next((at for at, b in enumerate(self.states) if b.hasFocus()), None)
        clear(self._lines)
        self.states = ()
        plan = plans.actuel
        self._foot.setVisible(plan is not None)
        if plan is None:
            self._since.setText("")
            self._lines.addWidget(self._nothing(plans.form))
            return
        self._since.setText(f"Plan du {numeric_date(plan.fiche.jour)}")
        may = bool(plan.etats)
        self.revise_button.setVisible(may)
        self.new_button.setVisible(bool(plans.form))
        self._show(plan, le)
        if focused is not None and focused < len(self.states):
            self.states[focused].setFocus()

    def _nothing(self, form: str) -> EmptyState:
        empty = EmptyState("target", _NOTHING, _FIRST_STEP, "Écrire le plan" if form else "")
        empty.action_clicked.connect(self.begin_clicked)
        return empty

    def _show(self, plan: Plan, le: date) -> None:
        for goal in plan.objectifs:
            self._lines.addWidget(self._goal(goal, plan, le))
        if not plan.objectifs:
            self._lines.addWidget(Paragraph("Aucun objectif n’est écrit dans ce plan."))
        about = _about(plan)
        if about:
            self._lines.addWidget(Rule())
        for label, words in about:
            self._lines.addLayout(column(Label(label, "label"), Paragraph(words), spacing=2))

    def _goal(self, goal: Objectif, plan: Plan, le: date) -> QWidget:
        late = [Tag(*LATE)] if goal.en_retard(le) else []
        lines: list[QWidget] = [Paragraph(goal.texte, "body")]
        if goal.action:
            lines.append(Paragraph(goal.action))
        caption = goal_caption(goal)
        said = column(*lines, row(Label(caption, "caption"), *late, None), spacing=3)
        line = row(column(2, IconLabel(*state_icon(goal), size=18), None), said, spacing=10)
        line.setStretch(1, 1)
        line.addLayout(column(self._state(goal, plan), None))
        return boxed(line)

    def _state(self, goal: Objectif, plan: Plan) -> QWidget:
        words = goal.etat_mots or NO_STATE
        if not plan.etats:
            return Label(words, "label")
        button = Button(words, icon="chevron-down", trailing=True)
        button.setAccessibleName(f"{goal.texte}, {words}. Changer")
        button.clicked.connect(partial(self.state_asked.emit, button, goal))
        self.states = (*self.states, button)
        return button


def _about(plan: Plan) -> Sequence[tuple[str, str]]:
    accord = plan.accord
    review = f"À revoir ensemble le {long_date(plan.revoir)}" if plan.revoir is not None else ""
    agreed = {"Oui": "La personne est d’accord", "Non": "La personne préfère autrement"}
    said = joined((agreed.get(accord, ""), review))
    found = (("Ce sur quoi elle peut s’appuyer", plan.appuis), ("Accord et révision", said))
    return [(label, words) for label, words in found if words]
