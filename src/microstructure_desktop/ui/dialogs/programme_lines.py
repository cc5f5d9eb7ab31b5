"""ProgrammeLines: for whom a programme is, for whom it is not, with what and how many."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.programme import Critere, Programme
from microstructure_desktop.services import programme_mots
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import clear
from microstructure_desktop.ui.widgets.note_line import NoteLine

FOR, NOT_FOR = "Pour qui", "Pas pour"


class ProgrammeLines(QWidget):
    """`sourced`: each criterion with where it was read."""

    def __init__(self, reference: Reference, *, sourced: bool = False) -> None:
        super().__init__()
        self._reference = reference
        self._sourced = sourced
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(6)

    def show_programme(self, programme: Programme) -> None:
        clear(self._body)
        self._criteria(FOR, [c for c in programme.criteres if not c.exclut])
        self._criteria(NOT_FOR, [c for c in programme.criteres if c.exclut])
        for icon, said in (
            ("git-fork", programme_mots.exclusivite(self._reference, programme)),
            ("users", programme_mots.capacite(programme)),
            ("lock", programme.reserve),
        ):
            if said:
                self._body.addWidget(NoteLine(icon, said, "secondary", ink="text2"))

    def _criteria(self, title: str, found: list[Critere]) -> None:
        if found:
            self._body.addWidget(Label(title, "over"))
        for critere in found:
            icon, tone = ("x", "danger") if critere.exclut else ("check", "ok")
            said = f"{critere.phrase}. {critere.source}." if self._sourced else critere.phrase
            self._body.addWidget(NoteLine(icon, said, "secondary", tone, ink="text2"))
