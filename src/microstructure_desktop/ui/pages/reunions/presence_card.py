"""PresenceCard: where the meeting is held, who came, who is excused."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit


class PresenceCard(Card):
    """Nobody is both present and excused.

    Signals:
        place_changed: str.
        remote_changed: bool, the meeting is held by video.
        people_changed: tuple[MembreId, ...] present, tuple[MembreId, ...] excused.
    """

    place_changed = Signal(str)
    remote_changed = Signal(bool)
    people_changed = Signal(object, object)

    def __init__(self, title: str = "Réunion", parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.place = LineEdit()
        self.place.textEdited.connect(self.place_changed)
        self.remote = CheckBox("En visioconférence")
        self.remote.clicked.connect(self.remote_changed)
        self.present = Chips(name="Présents")
        self.excused = Chips(name="Excusés")
        self.present.changed.connect(self._on_present_changed)
        self.excused.changed.connect(self._on_excused_changed)
        self.body.addWidget(Field("Lieu", self.place))
        self.body.addWidget(self.remote)
        self.body.addWidget(Field("Présents", self.present))
        self.body.addWidget(Field("Excusés", self.excused))

    def show_people(
        self,
        membres: Mapping[MembreId, Membre],
        presents: Iterable[MembreId],
        excuses: Iterable[MembreId],
    ) -> None:
        here, away = tuple(presents), tuple(excuses)
        order = list(Role)
        known = [m for m in membres.values() if m.actif or m.id in (*here, *away)]
        known.sort(key=lambda m: order.index(m.role))
        choices = [(m.id, m.nom_affiche) for m in known]
        if choices != getattr(self, "_choices", None):
            self._choices = choices
            self.present.set_choices(choices)
            self.excused.set_choices(choices)
        self.present.set_selected(here)
        self.excused.set_selected(away)

    def show_place(self, place: str, *, remote: bool) -> None:
        self.remote.setChecked(remote)
        if self.place.text() != place:
            self.place.setText(place)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001
        self.place.setReadOnly(read_only)
        self.remote.setEnabled(not read_only)
        self.present.setEnabled(not read_only)
        self.excused.setEnabled(not read_only)

    def _on_present_changed(self, here: tuple[str, ...]) -> None:
        self.excused.set_selected(x for x in self.excused.selected() if x not in here)
        self._tell()

    def _on_excused_changed(self, away: tuple[str, ...]) -> None:
        self.present.set_selected(x for x in self.present.selected() if x not in away)
        self._tell()

    def _tell(self) -> None:
        here, away = self.present.selected(), self.excused.selected()
        self.people_changed.emit(tuple(MembreId(x) for x in here), tuple(MembreId(x) for x in away))
