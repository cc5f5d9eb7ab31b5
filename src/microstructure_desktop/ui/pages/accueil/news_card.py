"""NewsCard: what colleagues did since the person last received."""

from datetime import date

from PySide6.QtCore import Signal

from microstructure_desktop.services.nouvelles import GenreNouvelle, Nouvelle, Nouvelles
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import agreed, count, near_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label

from .line_list import Line, LineList

_TITLE = "Depuis votre dernière séance"
_FIRST_TIME = "Ces derniers jours"
_NONE = "Rien de nouveau de la part de l’équipe."
_SHOWN = 5
_ICONS = {
    GenreNouvelle.SEANCE: "message-square-text",
    GenreNouvelle.FICHE: "clipboard-list",
    GenreNouvelle.INCLUSION: "user-plus",
    GenreNouvelle.SORTIE: "log-out",
    GenreNouvelle.DOCUMENT: "file-text",
    GenreNouvelle.DECISIONS: "users-round",
}


class NewsCard(Card):
    """Signals:
    route_chosen: Route of the record that it is about.
    """

    route_chosen = Signal(object)

    def __init__(self, discretion: Discretion) -> None:
        super().__init__(_TITLE)
        self._discretion = discretion
        self._nouvelles = Nouvelles(None)
        self._today = date.min
        self.since = Label("", "caption")
        self.header.addWidget(self.since)
        self.list = LineList(_SHOWN)
        self.list.route_chosen.connect(self.route_chosen)
        self.body.setContentsMargins(8, 16, 8, 12)
        self.header.setContentsMargins(10, 0, 10, 0)
        self.body.addWidget(self.list)
        discretion.changed.connect(self._show)

    def show_news(self, nouvelles: Nouvelles, today: date) -> None:
        self._nouvelles, self._today = nouvelles, today
        assert self.title is not None
        depuis = nouvelles.depuis
        self.title.setText(_TITLE if depuis is not None else _FIRST_TIME)
        self.since.setText(near_date(depuis.astimezone().date(), today) if depuis else "")
        self._show()

    def _show(self) -> None:
        self.list.show_lines([self._line(n) for n in self._nouvelles.lignes], _NONE)

    def _line(self, nouvelle: Nouvelle) -> Line:
        return Line(
            self._discretion.name(nouvelle.patient),
            words(nouvelle, self._today),
            _ICONS[nouvelle.genre],
            Route("dossier", patient_id=nouvelle.patient.id),
        )


def words(nouvelle: Nouvelle, today: date) -> str:
    """« Entretien social · N. Haddad · mar. 17 nov. · vient aujourd’hui »."""
    parts = (
        what(nouvelle),
        nouvelle.auteur.nom_affiche if nouvelle.auteur is not None else "",
        near_date(nouvelle.at.astimezone().date(), today),
        "vient aujourd’hui" if nouvelle.attendu else "",
    )
    return " · ".join(part for part in parts if part)


def what(nouvelle: Nouvelle) -> str:
    match nouvelle.genre:
        case GenreNouvelle.FICHE:
            return f"{nouvelle.titre} complétée"
        case GenreNouvelle.INCLUSION:
            return agreed("Inclus", nouvelle.patient.sexe)
        case GenreNouvelle.SORTIE:
            return f"Fin de suivi : {nouvelle.titre}"
        case GenreNouvelle.DOCUMENT:
            return f"Document reçu : {nouvelle.titre}"
        case GenreNouvelle.DECISIONS:
            return f"{count(nouvelle.nombre, 'décision')} en réunion"
        case GenreNouvelle.SEANCE:
            return nouvelle.titre
