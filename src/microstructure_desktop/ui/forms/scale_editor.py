"""ScaleEditor: score a scale from its sheet, and see at once what the scores are taken to mean."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.forms import scoring
from microstructure_desktop.forms.instruments import Instrument, Mode, Niveau
from microstructure_desktop.forms.model import Item
from microstructure_desktop.forms.scale_words import band_in_words, scale_in_words, scores_in_words
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.note_line import NoteLine

from .editor import Editor, Person
from .scale_sheet import Cotes, ScaleSheet, sheet

_INTRODUCTIONS = {
    Mode.ITEMS: "Reportez les cotes de la feuille officielle, que vous gardez.",
    Mode.TOTAUX: "Reportez les totaux de la feuille officielle, que vous gardez.",
}
AID = "Ces repères aident à réfléchir ; ils ne posent pas de diagnostic."
_SIGNS = {
    Niveau.NEUTRE: ("circle-dot", "text2"),
    Niveau.INFO: ("info", "text2"),
    Niveau.ATTENTION: ("triangle-alert", "warn"),
    Niveau.ALERTE: ("circle-alert", "danger"),
}


class ScaleEditor(Editor):
    """An answer says which version of the scale it was given to, and is shown with that one."""

    def __init__(self, item: Item, person: Person, parent: QObject | None = None) -> None:
        assert item.instrument is not None
        self._frame = _Frame()
        super().__init__(item, self._frame, parent)
        self._latest = item.instrument
        self._person = person
        self._scale: Instrument | None = None
        self._sheet: ScaleSheet | None = None
        self._open(self._latest)

    def _show(self, value: Any) -> None:
        answer = value if isinstance(value, dict) else {}
        scale = self._latest.of(answer.get("version", self._latest.version))
        if scale is None:
            self._scale = self._sheet = None
            self._frame.show_words(scale_in_words(self._latest, answer))
            return
        if scale is not self._scale:
            self._open(scale)
        cotes = answer.get("cotes", {})
        assert self._sheet is not None
        self._sheet.show_cotes(cotes)
        self._show_result(cotes)

    def _open(self, scale: Instrument) -> None:
        self._scale = scale
        self._sheet = sheet(scale)
        self._frame.show_sheet(scale, self._sheet)
        self._sheet.changed.connect(self._on_changed)
        self._sheet.finished.connect(self._on_finished)

    def _on_changed(self, cotes: Cotes) -> None:
        assert self._scale is not None
        self._show_result(cotes)
        version = self._scale.version
        self.answered.emit({"version": version, "cotes": cotes} if cotes else None)

    def _on_finished(self) -> None:
        self.finished.emit()
        self.entered.emit()

    def _show_result(self, cotes: Mapping[str, Any]) -> None:
        assert self._scale is not None
        assert self._sheet is not None
        found = scoring.resultat(self._scale, cotes, sexe=self._person.sexe, age=self._person.age)
        self._sheet.show_refused(scoring.refus(self._scale, cotes))
        self._sheet.show_result(scores_in_words(found) if cotes else "")
        self._frame.show_bands(found)


class _Frame(QWidget):
    """The sheet, what it is, and the bands reached under it."""

    def __init__(self) -> None:
        super().__init__()
        self.editor: QWidget = self
        self._introduction = Paragraph("", "secondary")
        self._place = QVBoxLayout()
        self._bands = column(spacing=4)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self._introduction)
        body.addLayout(self._place)
        body.addLayout(self._bands)

    def show_sheet(self, scale: Instrument, made: ScaleSheet) -> None:
        clear(self._place)
        self._introduction.setText(
            f"{_INTRODUCTIONS[scale.mode]} Période : {scale.periode}. {scale.credit}."
        )
        self._place.addWidget(made)
        self.editor = made.editor
        self.setFocusProxy(made.editor)

    def show_words(self, words: str) -> None:
        clear(self._place)
        clear(self._bands)
        self._introduction.setText("")
        self._place.addWidget(Paragraph(words))

    def show_bands(self, found: scoring.Resultat) -> None:
        clear(self._bands)
        for repere in found.reperes:
            icon, tone = _SIGNS[repere.niveau]
            line = NoteLine(icon, band_in_words(repere), "secondary", tone, ink="text")
            line.setToolTip(repere.source)
            self._bands.addWidget(line)
        if found.reperes:
            self._bands.addWidget(Label(AID, "caption"))
