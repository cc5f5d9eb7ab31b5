"""Opening a form of 120 questions, typing in it, and reading every definition that is shipped."""

import tomllib
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.model import Form, ItemType
from microstructure_desktop.services import shipped
from microstructure_desktop.ui import application
from microstructure_desktop.ui.forms.form_view import FormView

from .measure import Ratio, paired

QUESTIONS = 120
DAY = date(2026, 11, 23)
FOLDERS = ("listes", "instruments", "forms")
HEAD = """id = "mesure"
version = 1
title = "Mesure"
role = "psychologue"
stage = "suivi"
depuis = 2026-11-01
"""
KINDS = {
    "string": "",
    "integer": 'min = 0\nmax = 40\nunit = "jours"',
    "boolean": "nr = true",
    "choice": 'list = "CL09"\ncontrol = "liste"',
    "date": "",
    "text": "",
}
BARE = {
    ItemType.BOOLEAN: lambda _item: QCheckBox("Oui"),
    ItemType.CHOICE: lambda item: _combo([option.label for option in item.options]),
    ItemType.TEXT: lambda _item: QPlainTextEdit(),
}


def run(_folder: Path) -> list[Ratio]:
    app, _theme = application.create_application([])
    return [_opening(app, 1), _opening(app, 6), _typing(app), _reading()]


def _opening(app: QApplication, rubrics: int) -> Ratio:
    form = _form(rubrics)
    ours, limit = paired(lambda: _open(app, _ours, form), lambda: _open(app, _bare, form), 15)
    kinds = "rubrique" if rubrics == 1 else "rubriques"
    what = f"fiche de {QUESTIONS} questions, {rubrics} {kinds}, ouverte"
    return Ratio(what, "les mêmes champs, Qt nu", ours, limit, 3.0)


def _typing(app: QApplication) -> Ratio:
    view = FormView(lambda: DAY)
    field = QLineEdit()
    areas = [_shown(app, view), _shown(app, field)]
    view.show_form(_form(1), {})
    app.processEvents()
    line = view.row("q0").field.editor
    ours, limit = paired(_press(app, line), _press(app, field), 60)
    for area in areas:
        _close(area)
    return Ratio("touche → image, dans cette fiche", "un champ Qt nu, seul", ours, limit)


def _reading() -> Ratio:
    texts = [text for folder in FOLDERS for text in shipped.texts(folder)]

    def ours() -> None:
        shipped.shipped.cache_clear()
        shipped.shipped()

    seconds, limit = paired(ours, lambda: [tomllib.loads(text) for text in texts], 10)
    return Ratio(f"{len(texts)} définitions lues et vérifiées", "tomllib seul", seconds, limit)


def _form(rubrics: int) -> Form:
    text = HEAD
    kinds = list(KINDS.items())
    for rank in range(QUESTIONS):
        if rank % (QUESTIONS // rubrics) == 0:
            text += f'[[group]]\nid = "g{rank}"\ntitle = "Rubrique"\n'
        kind, keys = kinds[rank % len(kinds)]
        text += (
            f'[[group.item]]\nid = "q{rank}"\ntext = "Question {rank}"\ntype = "{kind}"\n{keys}\n'
        )
    return loader.load(text, shipped.shipped().listes, {})


def _open(app: QApplication, fill: Callable[[QVBoxLayout, Form], None], form: Form) -> None:
    """In a page that is on screen already, as a fiche is."""
    page = QWidget()
    area = _shown(app, page)
    fill(QVBoxLayout(page), form)
    app.processEvents()
    _close(area)


def _ours(column: QVBoxLayout, form: Form) -> None:
    view = FormView(lambda: DAY)
    column.addWidget(view)
    view.show_form(form, {})


def _bare(column: QVBoxLayout, form: Form) -> None:
    """A label and an editor for each question of every rubric."""
    for item in form.questions:
        column.addWidget(QLabel(item.text))
        make = BARE.get(item.type)
        column.addWidget(make(item) if make else QLineEdit())


def _combo(labels: list[str]) -> QComboBox:
    made = QComboBox()
    made.addItems(labels)
    return made


def _shown(app: QApplication, page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(800, 900)
    area.show()
    app.processEvents()
    return area


def _close(area: QScrollArea) -> None:
    area.close()
    area.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _press(app: QApplication, line: QLineEdit) -> Callable[[], None]:
    keys = cycle((Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace))

    def press() -> None:
        QTest.keyClick(line, next(keys))
        app.processEvents()

    return press
