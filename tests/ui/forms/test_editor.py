"""What every editor promises."""

from PySide6.QtWidgets import QLabel

from microstructure_desktop.ui.forms.editor import NOBODY, Editor
from tests.forms.samples import chain


class Echo(Editor):
    def _show(self, value):
        self.answered.emit(value)


def test_that_showing_an_answer_tells_nobody_and_deciding_one_tells_all(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    editor = Echo(chain().item("envie"), label)
    heard = []
    editor.answered.connect(heard.append)
    editor.finished.connect(lambda: heard.append("fini"))
    editor.show_answer(3)
    assert heard == []
    editor._decide(4)
    assert heard == [4, "fini"]


def test_that_nobody_has_neither_sex_nor_age():
    assert (NOBODY.sexe, NOBODY.age) == ("", None)
