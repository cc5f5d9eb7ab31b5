"""FichePage: fill in one fiche and save it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.answers import progress
from microstructure_desktop.forms.rules import Problem, problems
from microstructure_desktop.services.annulation import Fait
from microstructure_desktop.services.fiches import FicheOuverte
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.fiche_printing import PrintMenu
from microstructure_desktop.ui.forms.editor import Person
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.section_nav import Rubric

from .beside import Beside
from .fiche_frame import FicheFrame
from .filling import Filling
from .opening import Opened, open_route

EVERYWHERE = "*"
LEFT = "à donner ou à corriger"
CHANGED = "La fiche a été modifiée depuis ce brouillon."
COMPARE = "Relisez-la avant de l’enregistrer ; ce qui était enregistré reste dans l’historique."


class FichePage(FicheFrame):
    """What is typed is kept as a draft of its author; marking the fiche complete saves it for
    the team.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._filling: Filling | None = None
        self._unsettled: dict[Route, Filling] = {}  # left before the disk had their text
        self._route: Route | None = None
        self._asked_complete = False
        self._refused = False  # the last draft was
        self._said = ""  # the rubric that the summary is about
        self._beside = Beside(context, self)
        self._printing = PrintMenu(context, self, self._on_failed)
        self._connect()

    # --- what the shell calls ------------------------------------------------------------

    def open(self, route: Route) -> None:
        self._set_aside()
        self._route = route
        self._asked_complete = self._refused = False
        self.banner.clear()
        self._say_nothing()
        self.form_view.hide()
        self._enable(False)
        self.context.worker.run(partial(open_route, route=route), self._on_opened, self._on_failed)

    def leave(self) -> None:
        self._flush()

    def first_focus(self) -> QWidget | None:
        """The scale itself when it is filled in alone: its date is today's nearly always."""
        line = self.form_view.row(self._opened.lone_scale) if self._opened else None
        return line.field.editor if line else self.form_view.first_focus()

    # --- wiring --------------------------------------------------------------------------

    def _connect(self) -> None:
        self.header.back_clicked.connect(self._go_back)
        self.context.discretion.changed.connect(self._name)
        self.nav.chosen.connect(self._show_group)
        self.form_view.answers_changed.connect(self._on_answers_changed)
        self.form_view.entered.connect(self._on_entered)
        self.previous_button.clicked.connect(self._on_previous_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.later_button.clicked.connect(self._on_later_clicked)
        self.complete_button.clicked.connect(self._complete)
        self.print_button.clicked.connect(partial(self._printing.open_under, self.print_button))
        self.history_button.clicked.connect(self._beside.show_history)
        self.changes_button.clicked.connect(self._on_changes_clicked)
        self.news.action_clicked.connect(self._on_upgrade_clicked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._complete)

    # --- opening -------------------------------------------------------------------------

    @property
    def _opened(self) -> Opened | None:
        return self._filling.opened if self._filling else None

    def _set_aside(self) -> None:
        """The form is about to show another fiche: the former text must not follow it."""
        former, self._filling = self._filling, None
        self._beside.follow(None)
        if former is not None:
            former.keeper.let_go()
            self._unsettled[former.opened.route] = former
            self._forget_settled()

    def _forget_settled(self) -> None:
        for route, filling in list(self._unsettled.items()):
            if filling.keeper.settled:
                del self._unsettled[route]
                filling.deleteLater()

    def _on_opened(self, opened: Opened) -> None:
        if opened.route != self._route:
            return
        unwritten = self._unsettled.pop(opened.route, None)
        if unwritten is None:
            self._show(opened)
            return
        self._show(unwritten.as_left()).keeper.touch()
        unwritten.deleteLater()

    def _show(self, opened: Opened) -> Filling:
        filling = self._filling = Filling(self.context.worker, opened, self._answers, self)
        filling.keeper.saved.connect(self._on_draft_saved)
        filling.keeper.failed.connect(self._on_draft_refused)
        filling.completed.connect(self._on_completed)
        filling.refused.connect(self._on_save_failed)
        filling.dated.connect(self._on_dated)
        filling.moved.connect(self._on_moved)
        fiche = opened.fiche
        patient = fiche.patient
        self._beside.follow(fiche)
        self._printing.show_for(fiche.form.id, patient.id, fiche.id if fiche.revision else None)
        self._name()
        self.header.set_tag(*(("Complète", "ok") if fiche.complete else ("En cours", "info")))
        self.header.set_saved("")
        self.chapeau.setText(fiche.form.chapeau)
        self.chapeau.setVisible(bool(fiche.form.chapeau))
        done = "Enregistrer la correction" if fiche.complete else "Marquer complète"
        self.complete_button.setText(done)
        self.complete_button.set_tip(f"{done} (Ctrl+Entrée)")
        self.form_view.show_form(
            fiche.form,
            opened.answers,
            fiche.precedentes,
            opened.auto,
            person=Person(patient.sexe, fiche.age),
        )
        self.form_view.show()
        self.form_view.setEnabled(True)
        self._enable(True)
        if fiche.brouillon_depasse:
            self.banner.show_message("warn", CHANGED, COMPARE)
        self.show_news(fiche)
        self._show_group(fiche.form.groups[0].id)
        focus = self.first_focus()
        if focus is not None and self.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return filling

    def _name(self) -> None:
        if self._opened is not None:
            self.show_whose(self._opened.fiche)

    def _answers(self) -> Answers:
        return self.form_view.answers

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)
        self.body.verticalScrollBar().setValue(0)

    def _enable(self, ready: bool) -> None:  # noqa: FBT001
        for part in (self.nav, self.footer):
            part.setEnabled(ready)
        saved = self._opened is not None and self._opened.fiche.revision > 0
        self.history_button.setVisible(saved)
        known = self._opened is not None and bool(self._opened.fiche.precedentes)
        self.changes_button.setVisible(known)
        self.print_button.setEnabled(ready)

    # --- rubrics -------------------------------------------------------------------------

    def _show_group(self, group_id: str) -> None:
        if self._opened is None:
            return
        self.form_view.show_group(group_id)
        if self._said == EVERYWHERE:
            self._say_again()
        elif self._said != group_id:
            self._say_nothing()
        ids = [group.id for group in self._opened.fiche.form.groups]
        last = group_id == ids[-1]
        self.previous_button.setVisible(group_id != ids[0])
        self.next_button.setVisible(not last)
        self.complete_button.setVisible(last)
        self.chapeau.setVisible(group_id == ids[0] and bool(self.chapeau.text()))
        self.body.verticalScrollBar().setValue(0)
        self._refresh()

    def _step(self, by: int) -> None:
        if self._opened is None:
            return
        ids = [group.id for group in self._opened.fiche.form.groups]
        here = ids.index(self.form_view.current) + by
        if 0 <= here < len(ids):
            self._show_group(ids[here])
            focus = self.first_focus()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_previous_clicked(self) -> None:
        self._step(-1)

    def _on_next_clicked(self) -> None:
        """Say first what is to correct here; the list of rubrics never stops anybody."""
        here = [p for p in self._problems() if self._group_of(p) == self.form_view.current]
        if here:
            self._say(here, "à corriger dans cette rubrique", self.form_view.current)
        else:
            self._step(1)

    def _refresh(self) -> None:
        """Counts, marks and figures that follow the answers."""
        if self._opened is None:
            return
        form, answers = self._opened.fiche.form, self.form_view.answers
        wrong = {self._group_of(problem) for problem in self._problems()}
        counts = progress(form, answers)
        self.nav.set_rubrics(
            Rubric(
                group.id,
                group.title,
                count.answered,
                count.total,
                "wrong" if group.id in wrong else "done" if count.done else "todo",
            )
            for group, count in zip(form.groups, counts, strict=True)
        )
        self.nav.set_current(self.form_view.current)
        self.aside.show_figures(
            self.form_view.group_view().group, answers, self._opened.fiche.precedentes
        )

    # --- problems ------------------------------------------------------------------------

    def _problems(self) -> list[Problem]:
        if self._opened is None:
            return []
        return problems(
            self._opened.fiche.form,
            self.form_view.answers,
            complete=self._asked_complete,
            today=self._today(),
        )

    def _group_of(self, problem: Problem) -> str:
        group = self._opened.fiche.form.group_of(problem.item) if self._opened else None
        return group.id if group else ""

    def _say(self, found: list[Problem], where: str, group_id: str) -> None:
        """The list on top, each line a link to its question wherever it is."""
        assert self._opened is not None
        self._said = group_id
        self.form_view.show_problems(found)
        form = self._opened.fiche.form
        lines = []
        for problem in found:
            item = form.item(problem.item)
            text = item.text if item else problem.item
            sentence = problem.sentence[:1].lower() + problem.sentence[1:]
            lines.append((f"{text}{texts.NBSP}: {sentence}", self.form_view))
        self.summary.show_errors(f"{texts.count(len(found), 'réponse')} {where}", lines)
        for link, problem in zip(self.summary.links(), found, strict=True):
            link.clicked.connect(partial(self._go_to, problem.item))
        self._refresh()

    def _say_again(self) -> None:
        """Between two rubrics, when the list would move nobody's cursor: what is left of it."""
        found = self._problems()
        if len(found) != len(self.summary.links()):
            self._say(found, LEFT, EVERYWHERE)

    def _say_nothing(self) -> None:
        self._said = ""
        self.summary.clear()

    def _go_to(self, item_id: str) -> None:
        group = self._opened.fiche.form.group_of(item_id) if self._opened else None
        if group is not None:
            self._show_group(group.id)
            self.form_view.focus_item(item_id)

    # --- saving --------------------------------------------------------------------------

    def _on_answers_changed(self) -> None:
        if self._filling is not None:
            self._filling.keeper.touch()
            self._filling.follow_day()
        if self._said and not self._problems():
            self._say_nothing()
        self._refresh()

    def _on_dated(self, fiche: FicheOuverte) -> None:
        """A fiche of another day has other answers before it."""
        if self.sender() is not self._filling:
            return
        self._beside.follow(fiche)
        self.form_view.show_earlier(fiche.precedentes)
        self.changes_button.setVisible(bool(fiche.precedentes))
        self._refresh()

    # --- looking beside ------------------------------------------------------------------

    def _on_changes_clicked(self) -> None:
        self._beside.show_changes(self._answers())

    def _on_upgrade_clicked(self) -> None:
        self._beside.show_upgrade(self._answers(), self._move_on)

    def _move_on(self) -> None:
        if self._filling is not None:
            self._freeze(True)
            self._filling.move()

    def _on_moved(self, opened: Opened) -> None:
        former = self.sender()
        if former is self._filling and isinstance(former, Filling):
            self._freeze(False)
            self._show(opened).keeper.touch()
            former.deleteLater()

    def _flush(self) -> None:
        if self._filling is not None:
            self._filling.keeper.flush()

    def _on_draft_saved(self, at: datetime) -> None:
        self._forget_settled()
        if self._filling is None or self.sender() is not self._filling.keeper:
            return
        if self._refused:
            self._refused = False
            self.banner.clear()
        local = at.astimezone(self.context.now().tzinfo)
        self.header.set_saved(f"Enregistré à {texts.clock(local.time())}")
        self.context.events.mark_saved(at)

    def _on_draft_refused(self, error: AppError) -> None:
        """What was typed is still on screen, or kept until its fiche is opened again."""
        if self._filling is not None and self.sender() is self._filling.keeper:
            self._refused = True
            self.header.set_saved("")
        if self.isVisible():
            self._on_failed(error)
        else:
            self.context.events.notify(error.sentence, kind="danger")

    def _on_entered(self, item_id: str) -> None:
        """Ten digits and Enter: a scale filled in alone is done."""
        if self._opened is not None and self._opened.lone_scale == item_id:
            self._complete()
        else:
            self.focusNextChild()

    def _on_save_failed(self, error: AppError) -> None:
        self.header.set_saved("")
        self._freeze(False)
        self._on_failed(error)

    def _complete(self) -> None:
        if self._filling is None or not self.footer.isEnabled():
            return
        self._asked_complete = True
        found = self._problems()
        if found:
            self._say(found, LEFT, EVERYWHERE)
            return
        self._freeze(True)
        self._filling.complete()

    def _freeze(self, frozen: bool) -> None:  # noqa: FBT001
        """Nothing is typed in what is being saved."""
        for part in (self.form_view, self.footer):
            part.setEnabled(not frozen)

    def _on_completed(self, fait: Fait[Fiche]) -> None:
        if self._filling is not None and self.sender() is self._filling:
            self._filling.deleteLater()
            self._filling = None
        self.context.undo.offer("Fiche complète, enregistrée pour l’équipe", fait.changes)
        self.context.navigator.back()

    def _on_later_clicked(self) -> None:
        self._flush()
        self.context.events.notify("Fiche gardée en brouillon dans le dossier", kind="info")
        self.context.navigator.back()

    def _go_back(self) -> None:
        self._flush()
        self.context.navigator.back()
