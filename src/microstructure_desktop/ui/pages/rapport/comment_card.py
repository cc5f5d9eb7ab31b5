"""CommentCard: what the team says under the figures, and what it said the year before."""

from datetime import datetime

from PySide6.QtCore import Signal

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.ui.widgets.banner import Banner, announce
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.text_area import TextArea
from microstructure_desktop.ui.widgets.themed import show_when

from . import words

_LINES = 6


class CommentCard(Card):
    """`avant`: what was said under the same figures in `annee` less one.

    Signals:
        typed: something changed.
        record_asked: it is what the team says.
    """

    typed = Signal()
    record_asked = Signal()

    def __init__(
        self, section: Section, annee: int, texte: str, avant: str, *, may_write: bool
    ) -> None:
        super().__init__(words.COMMENT)
        self.saved = Label("", "caption")
        self.header.addWidget(self.saved)
        self.resumed = Banner()
        self.area = TextArea(texte, lines=_LINES, name=words.COMMENT)
        self.area.set_read_only(not may_write)
        self.area.set_note_circle(words.readers() if may_write else "")
        self.problem = Banner()
        self.former_button = Button(words.former(annee - 1), "link", "history")
        self.former_button.setCheckable(True)
        self.former = Paragraph(avant, "body", "text2")
        self.former.set_selectable()
        self.former.hide()
        self.hint = Paragraph(words.HINTS.get(section, words.HINT), "caption")
        show_when(self.hint, may_write)
        for part in (self.resumed, self.hint, self.area, self.problem):
            self.body.addWidget(part)
        self.record_button = Button("Enregistrer", "normal", "check", shortcut="Ctrl+Return")
        self.record_button.setEnabled(False)
        self.body.addLayout(row(self.former_button, None, self.record_button))
        self.body.addWidget(self.former)
        show_when(self.former_button, bool(avant))
        show_when(self.record_button, may_write)
        self.record_button.clicked.connect(self.record_asked)
        self.area.text_changed.connect(self._on_typed)
        self.former_button.toggled.connect(self._on_former_toggled)

    def text(self) -> str:
        return self.area.text()

    def show_text(self, texte: str) -> None:
        """Nobody typed it here."""
        if texte != self.text():
            self.area.blockSignals(True)
            self.area.set_text(texte)
            self.area.blockSignals(False)

    def resume(self, texte: str) -> None:
        """What was begun and not recorded is there again."""
        self.show_text(texte)
        self.resumed.show_message("info", words.resumed())
        self.record_button.setEnabled(True)

    def show_kept(self, at: datetime) -> None:
        self.problem.clear()
        self.saved.setText(words.kept(at))

    def show_problem(self, sentence: str, way_out: str) -> None:
        self.saved.setText("")
        self.problem.show_message("danger", sentence, way_out)

    def show_recorded(self) -> None:
        """Nothing is unfinished any more."""
        for part in (self.problem, self.resumed):
            part.clear()
        self.saved.setText("")
        self.record_button.setEnabled(False)

    def _on_typed(self) -> None:
        self.record_button.setEnabled(True)
        self.typed.emit()

    def _on_former_toggled(self, shown: bool) -> None:  # noqa: FBT001
        self.former.setVisible(shown)
        if shown:
            announce(self, self.former.text())
