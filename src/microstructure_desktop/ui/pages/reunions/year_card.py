"""YearCard: the meetings and trainings of the year beside those of the year before."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.bilan_reunions import A23, A24
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import bilan_reunions
from microstructure_desktop.services.bilan_reunions import Annee, BilanReunions
from microstructure_desktop.services.reseau import reseau
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.worker import Worker

_UNKNOWN = "—"
_NETWORK = "Réseau et autres réunions"
_TRAININGS = "Formations de l’équipe"


class YearCard(Card):
    """Signals:
    route_chosen: Route of the other meetings, or of the trainings.
    """

    route_chosen = Signal(object)

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__("Cette année", parent=parent)
        self._worker = worker
        self.network_button = Button(_NETWORK, "link", "network")
        self.trainings_button = Button(_TRAININGS, "link", "graduation-cap")
        for button in (self.network_button, self.trainings_button):
            self.header.addWidget(button)
        self._figures = row(spacing=20)
        self.body.addLayout(self._figures)
        self.network_button.clicked.connect(self._on_network_clicked)
        self.trainings_button.clicked.connect(self._on_trainings_clicked)

    def reload(self) -> None:
        self._worker.run(bilan_reunions.bilan, self.show_years, self._on_failed)

    def show_years(self, found: BilanReunions) -> None:
        assert self.title is not None
        self.title.setText(f"Année {found.annee.annee}")
        clear(self._figures)
        for label, told in _FIGURES:
            before = f"{found.precedente.annee}{NBSP}: {told(found.precedente)}"
            figure = column(
                Label(told(found.annee), "card"),
                Label(label, "secondary"),
                Label(before, "caption"),
                spacing=1,
            )
            self._figures.addWidget(boxed(figure))  # as wide as its words, first of all

    def figures(self) -> list[list[str]]:
        """The words of each figure, as they are read."""
        items = (self._figures.itemAt(n) for n in range(self._figures.count()))
        boxes = (item.widget() for item in items if item is not None)
        return [[x.text() for x in box.findChildren(Label)] for box in boxes if box is not None]

    def _on_failed(self, _error: AppError) -> None:
        """The list below says what is wrong."""

    def _on_network_clicked(self) -> None:
        self.route_chosen.emit(Route("autres_reunions"))

    def _on_trainings_clicked(self) -> None:
        self.route_chosen.emit(Route("formations"))


def _of_syntheses(told: Callable[[A23], str]) -> Callable[[Annee], str]:
    return lambda year: told(year.syntheses) if year.syntheses is not None else _UNKNOWN


def _duration(found: A23) -> str:
    return _UNKNOWN if found.duree_moyenne is None else texts.duration(found.duree_moyenne)


def _people(found: A23) -> str:
    """« 6,5 »."""
    if found.patients_dixiemes is None:
        return _UNKNOWN
    whole, tenth = divmod(found.patients_dixiemes, 10)
    return f"{whole},{tenth}" if tenth else str(whole)


def _share(found: A23) -> str:
    """« 18 sur 24 (75 %) »."""
    share = f" ({found.part}{NBSP}%)" if found.part is not None else ""
    return f"{found.evoques} sur {found.file_active}{share}"


def _quarterly(found: A24) -> str:
    return f"{found.trimestrielles} sur {reseau().trimestrielles_par_an}"


def _trainings(found: A24) -> str:
    hours = f" ({found.heures}{NBSP}h)" if found.heures else ""
    return f"{found.formations}{hours}"


_FIGURES: tuple[tuple[str, Callable[[Annee], str]], ...] = (
    ("Synthèses", _of_syntheses(lambda found: str(found.reunions))),
    ("Durée moyenne", _of_syntheses(_duration)),
    ("Personnes / réunion", _of_syntheses(_people)),
    ("File active évoquée", _of_syntheses(_share)),
    ("Trimestrielles", lambda year: _quarterly(year.autres)),
    ("Formations", lambda year: _trainings(year.autres)),
)
