"""ChecklistCard: what is missing before the report is printed, each line a way to the place."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.rapport_controles import Controle, Lieu, Sujet
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, flow
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.themed import show_when

from . import words

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.services.lignes import PatientLigne

_MOST = 16
_DONE, _MISSING, _OPTIONAL = (
    ("circle-check", "ok"),
    ("circle-alert", "warn"),
    ("circle-dashed", "text3"),
)


class ChecklistCard(Card):
    """Signals:
    route_chosen: Route of the place where something is missing.
    """

    route_chosen = Signal(object)

    def __init__(self, discretion: Discretion) -> None:
        super().__init__()
        self._discretion = discretion
        self._people: Mapping[PatientId, PatientLigne] = {}
        self._places: dict[Button, tuple[Sujet, Lieu]] = {}
        self._lines = column(spacing=12)
        self.body.addWidget(Paragraph(words.BEFORE, "section"))
        self.body.addWidget(Paragraph(words.BEFORE_TEXT))
        self.hidden_note = NoteLine("eye-off", words.HIDDEN)
        self.body.addWidget(self.hidden_note)
        self.body.addLayout(self._lines)
        discretion.changed.connect(self._name)

    def show_checks(
        self, controles: Iterable[Controle], people: "Mapping[PatientId, PatientLigne]"
    ) -> None:
        self._people = people
        self._places = {}
        clear(self._lines)
        for controle in controles:
            self._lines.addWidget(Rule())
            self._lines.addWidget(self._line(controle))
        self._name()

    def buttons(self) -> tuple[Button, ...]:
        return tuple(self._places)

    def _line(self, controle: Controle) -> QWidget:
        missing = _OPTIONAL if controle.facultatif else _MISSING
        sign, tone = _DONE if controle.fait else missing
        line = column(NoteLine(sign, controle.mots, "body", tone, ink="text"), spacing=2)
        buttons = []
        for lieu in controle.lieux[:_MOST]:
            button = Button("", "link")
            button.clicked.connect(self._on_place_clicked)
            self._places[button] = controle.sujet, lieu
            buttons.append(button)
        if buttons:
            ways = flow(*buttons, spacing=6)
            ways.setContentsMargins(18, 0, 0, 0)
            line.addLayout(ways)
        left = len(controle.lieux) - len(buttons)
        if left:
            more = Paragraph(words.more(left), "caption")
            more.setContentsMargins(22, 0, 0, 0)
            line.addWidget(more)
        return boxed(line)

    def _name(self) -> None:
        """Somebody looks at the screen: how many is enough, who is not said."""
        hidden = self._discretion.on
        for button, (sujet, lieu) in self._places.items():
            person = self._people.get(lieu.patient) if lieu.patient else None
            named = person is not None and not hidden
            said = self._discretion.name(person) if person and named else words.place(sujet, lieu)
            button.setText(said)
            button.setAccessibleName(words.goes(said))
            show_when(button, person is None or named)
            button.updateGeometry()
        show_when(self.hidden_note, hidden and bool(self._people))

    def _on_place_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, Button)
        _, lieu = self._places[button]
        self.route_chosen.emit(Route(lieu.route, **lieu.params))
