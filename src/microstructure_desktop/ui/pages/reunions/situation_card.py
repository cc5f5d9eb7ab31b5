"""SituationCard: who is discussed, why, and what each profession brings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.synthese import Situation
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS
from microstructure_desktop.ui.widgets.text_area import TextArea

from . import words
from .names import Names
from .sources_line import SourcesLine

_LINES = 6
_COLUMNS = (
    ("medical", "medecin", "Médical"),
    ("psychologique", "psychologue", "Psychologique"),
    ("social", "travailleur_social", "Social"),
)
_ORIGIN = "Ces textes se modifient ici ; les notes d’origine restent dans le dossier."
_NOTHING = "Aucune note n’a été partagée depuis la dernière fois que l’équipe en a parlé."


class SituationCard(Card):
    """Signals:
    text_edited: str medical | psychologique | social, and the text.
    record_clicked: the person wants the whole record.
    source_clicked: Source, the session that something was copied from.
    """

    text_edited = Signal(str, str)
    record_clicked = Signal()
    source_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.name = Label("", "section")
        self.age = Label("", "secondary")
        self.question = Paragraph("", "secondary")
        self.record_button = Button("Dossier", "normal", "folder-open", tip="Ouvrir le dossier")
        self.record_button.clicked.connect(self.record_clicked)
        who = column(row(self.name, self.age, None, spacing=10), self.question, spacing=2)
        head = row(spacing=16)
        head.addLayout(who, 1)
        head.addWidget(self.record_button)
        self.body.addLayout(head)
        self.areas: dict[str, TextArea] = {}
        columns = row(spacing=14)
        for key, role, title in _COLUMNS:
            columns.addLayout(self._column(key, role, title), 1)
        self.body.addLayout(columns, 1)
        self.limit = NoteLine("eye-off", tone="warn")
        self.body.addWidget(self.limit)
        self.sources = SourcesLine()
        self.sources.source_clicked.connect(self.source_clicked)
        self.body.addWidget(self.sources)
        self.origin = NoteLine("info")
        self.body.addWidget(self.origin)
        self._shown: Situation | None = None

    def show_situation(
        self, situation: Situation, names: Names, age: int, auteurs: str, *, closed: bool
    ) -> None:
        """`auteurs`: who asked. The texts are set only when they are another patient's."""
        self.name_patient(situation, names)
        self.age.setText(texts.count(age, "an"))
        self.question.setText(words.question(situation, auteurs))
        limit = names.limite(situation.patient)
        self.limit.set_text(f"{limit}. Rien n’a été repris des notes." if limit else "")
        self.sources.show_sources(situation, names)
        open_ = words.readers() if limit else f"{_origin(situation)} {words.readers()}"
        self.origin.set_text("" if closed else open_)
        self._shown = None  # silent while texts are set
        for key, area in self.areas.items():
            text = getattr(situation, key)
            if area.text() != text:
                area.set_text(text)
            area.set_read_only(closed)
        self._shown = situation

    def name_patient(self, situation: Situation, names: Names) -> None:
        self.name.setText(names.patient(situation.patient))

    def _column(self, key: str, role: str, title: str) -> QVBoxLayout:
        area = TextArea(lines=_LINES, name=title)
        area.setObjectName(key)
        area.text_changed.connect(self._on_text_changed)
        self.areas[key] = area
        heading = row(IconLabel(ROLE_ICONS[role], role, 18), Label(title, "label"), None)
        made = column(heading, spacing=7)
        made.addWidget(area, 1)
        return made

    def _on_text_changed(self) -> None:
        area = self.sender()
        if self._shown is None or not isinstance(area, TextArea):
            return
        self.text_edited.emit(area.objectName(), area.text())


def _origin(situation: Situation) -> str:
    return _ORIGIN if any(getattr(situation, key) for key, _, _ in _COLUMNS) else _NOTHING
