"""MeetingCard and ExportCard: what the team and the region wait for."""

from datetime import date

from PySide6.QtCore import Signal

from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services.accueil import Accueil
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import count, long_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.tag import Tag

from .words import export_title, export_words, meeting_distance


class MeetingCard(Card):
    """Who does not prepare the meeting is only told its day.

    Signals:
        route_chosen: Route of the meeting to prepare or to go on with.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Réunion de synthèse")
        self._route = Route("preparation")
        self._distance = Tag("", "info")
        self._day = Label("", "secondary")
        self._agenda = Paragraph("")
        self.button = Button("Préparer", icon="users-round")
        self.header.addWidget(self._distance)
        for part in (self._day, self._agenda, self.button):
            self.body.addWidget(part)
        self.button.clicked.connect(self._on_button_clicked)

    def show_meeting(self, accueil: Accueil, *, prepares: bool = True) -> None:
        synthese, day = accueil.synthese, accueil.prochaine_synthese
        self.setVisible(day is not None)
        for part in (self._agenda, self.button):
            part.setVisible(prepares)
        if day is None:
            return
        self._set_day(day, accueil.jour)
        proposed = count(accueil.propositions, "proposée", "proposées")
        under_way = synthese is not None and synthese.etat is Etat.EN_COURS
        if synthese is None:
            people = count(accueil.propositions, "situation proposée", "situations proposées")
            self._agenda.setText(people)
            self._route = Route("preparation")
        else:
            people = count(synthese.patients, "situation")
            more = f", {proposed}" if accueil.propositions and not under_way else ""
            self._agenda.setText(f"{people} à l’ordre du jour{more}")
            name = "synthese" if under_way else "preparation"
            self._route = Route(name, synthese_id=synthese.id)
        self.button.setText("Reprendre" if under_way else "Préparer")

    def _set_day(self, day: date, today: date) -> None:
        self._distance.set_tag(meeting_distance(day, today), "info" if day >= today else "warn")
        self._day.setText(long_date(day).capitalize())

    def _on_button_clicked(self) -> None:
        self.route_chosen.emit(self._route)


class ExportCard(Card):
    """Signals:
    route_chosen: Route of the page that shows what would leave.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Export")
        self._route = Route("partage")
        self.tag = Tag("À vérifier")
        self.header.addWidget(self.tag)
        self.said = Paragraph("")
        self.button = Button("Voir ce qui part", "link", "eye")
        self.body.addWidget(self.said)
        self.body.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)

    def show_export(self, accueil: Accueil) -> None:
        self.setVisible(accueil.export is not None)
        if accueil.export is not None:
            assert self.title is not None
            self.title.setText(export_title(accueil.export.mois))
            tag, tone, words = export_words(accueil.export, accueil.jour)
            self.tag.set_tag(tag, tone)
            self.said.setText(words)
            self._route = Route("partage", mois=str(accueil.export.mois))

    def _on_button_clicked(self) -> None:
        self.route_chosen.emit(self._route)
