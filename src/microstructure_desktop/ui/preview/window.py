"""PreviewWindow: one form alone, as it will be filled in, read again whenever its file is saved."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from microstructure_desktop.forms.answers import progress
from microstructure_desktop.forms.rules import problems
from microstructure_desktop.services.definition_preview import Apercu
from microstructure_desktop.ui import fonts, look
from microstructure_desktop.ui.forms.form_view import FormView
from microstructure_desktop.ui.theme import Theme
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.section_nav import Rubric, SectionNav

from .missing_card import MissingCard
from .sentences_card import SentencesCard
from .settings_bar import SettingsBar
from .shown_form import kept_answers, shown_form
from .watch import FileWatch

NAV_WIDTH = 240
FAULTY = "Ce fichier est à corriger"
NOT_SAVED = "Aperçu\u00a0: rien n’est enregistré"
_USUAL = (1280, 860)
_TALLEST = 16_000
_UNDER = 24


class PreviewWindow(QWidget):
    """`read` reads the file again. A faulty file shows its faults, and nothing typed is lost."""

    def __init__(
        self, path: Path, read: Callable[[], Apercu], theme: Theme, today: Callable[[], date]
    ) -> None:
        super().__init__()
        fonts.load_rest()
        self._read = read
        self._theme = theme
        self._today = today
        self._found = Apercu()
        self._make_parts()
        self._lay_out()
        self._connect()
        self.watch = FileWatch(path, self)
        self.watch.saved.connect(self.reload)
        self.setWindowTitle(f"Aperçu\u00a0: {path.name}")
        self.resize(*_USUAL)
        self.reload()

    def reload(self) -> None:
        """What the file holds now; the last sound form stays behind the faults."""
        found = self._read()
        self.faults.show_sentences(found.fautes)
        self.remarks.show_sentences(found.remarques)
        for part in (self.nav, self.form_view, self.missing, self.settings):
            part.setVisible(found.form is not None)
        self.chapeau.setVisible(bool(found.form and found.form.chapeau))
        if found.form is not None:
            self._found = found
            self._show()

    def show_group(self, group_id: str) -> None:
        self.form_view.show_group(group_id)
        self.body.verticalScrollBar().setValue(0)
        self._refresh()

    def choose_look(self, preference: str) -> None:
        self.settings.look.set_value(preference)
        self._theme.choose(preference, look.current().percent)

    def picture(self) -> QPixmap:
        """The whole rubric shown, however long it is, for a guide."""
        self.resize(self.width(), _TALLEST)
        self.show()
        _settle()
        lists = self.nav.mapTo(self, QPoint(0, self.nav.sizeHint().height())).y()
        parts = (self.form_view.group_view(), self.settings)
        bottoms = (part.mapTo(self, part.rect().bottomLeft()).y() for part in parts)
        self.resize(self.width(), max(lists, *bottoms) + _UNDER)
        _settle()
        return self.grab()

    def _make_parts(self) -> None:
        self.header = HeaderBand()
        self.nav = SectionNav()
        self.faults = SentencesCard(FAULTY, "danger")
        self.remarks = SentencesCard("À regarder", "warn")
        self.chapeau = Paragraph()
        self.form_view = FormView(self._today)
        self.missing = MissingCard()
        self.settings = SettingsBar()
        self.settings.look.set_value("sombre" if look.current().name == look.DARK else "clair")
        self.body = PageBody()

    def _lay_out(self) -> None:
        pieces: tuple[QWidget, ...] = (self.faults, self.chapeau, self.form_view)
        self.body.fill(*pieces)
        self.body.fill_aside(self.remarks, self.missing, self.settings)
        beside = QWidget()
        beside.setFixedWidth(look.px(NAV_WIDTH))
        column = QVBoxLayout(beside)
        column.setContentsMargins(24, 20, 0, 20)
        column.addWidget(self.nav)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(beside)
        middle.addWidget(self.body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(middle, 1)

    def _connect(self) -> None:
        self.nav.chosen.connect(self.show_group)
        self.form_view.answers_changed.connect(self._refresh)
        self.missing.chosen.connect(self._on_missing_chosen)
        self.settings.changed.connect(self._show)
        self.settings.look_chosen.connect(self.choose_look)

    def _show(self) -> None:
        """The form again, in the same rubric, with what was typed."""
        if self._found.form is None:
            return
        person, typed = self.settings.person(), self.form_view.answers
        current = self.form_view.current
        form = shown_form(self._found.form, person.age, every=self.settings.every.isChecked())
        self.header.set_words(form.title, f"{form.id}, version {form.version} · {NOT_SAVED}")
        self.chapeau.setText(form.chapeau)
        self.form_view.show_form(form, kept_answers(form, typed, self._today()), person=person)
        if any(group.id == current for group in form.groups):
            self.form_view.show_group(current)
        self._refresh()

    def _refresh(self) -> None:
        """What is left, for the form with its conditions, whatever is shown of it."""
        if self._found.form is None:
            return
        answers = self.form_view.answers
        form = shown_form(self._found.form, self.settings.person().age, every=False)
        self.nav.set_rubrics(
            Rubric(group.id, group.title, c.answered, c.total, "done" if c.done else "todo")
            for group, c in zip(form.groups, progress(form, answers), strict=True)
        )
        self.nav.set_current(self.form_view.current)
        left = problems(form, answers, complete=True, today=self._today())
        self.missing.show_problems(form, left)

    def _on_missing_chosen(self, item_id: str) -> None:
        self.form_view.focus_item(item_id)
        self._refresh()


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
