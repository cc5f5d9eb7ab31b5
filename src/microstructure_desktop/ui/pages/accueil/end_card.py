"""EndCard: what is left before the day is over, each thing one click from where it is done."""

from datetime import date

from PySide6.QtCore import Signal

from microstructure_desktop.services.fin_de_journee import FinDeJournee, GenreReste, Reste
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import clock, count, day_and_month
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, row
from microstructure_desktop.ui.widgets.tag import Tag

from .line_list import Line, LineList

_ALL_WELL = "Tout est en ordre."
_SHOWN = 6
_ICONS = {
    GenreReste.PRESENCE: "user-check",
    GenreReste.SEANCE: "pencil",
    GenreReste.FICHE: "clipboard-list",
    GenreReste.REUNION: "users-round",
    GenreReste.DOSSIER: "pencil",
    GenreReste.INSCRIPTION: "user-plus",
    GenreReste.ADDITIF: "file-text",
    GenreReste.AUTRE_REUNION: "network",
}
_NAMES = {
    GenreReste.REUNION: "Réunion de synthèse",
    GenreReste.INSCRIPTION: "Nouveau dossier",
    GenreReste.ADDITIF: "Compte rendu de réunion",
    GenreReste.AUTRE_REUNION: "Autre réunion",
}
"""What is about nobody yet."""
_WORDS = {
    GenreReste.SEANCE: "Séance commencée, à terminer",
    GenreReste.REUNION: "En cours, à clore ou à reprendre",
    GenreReste.DOSSIER: "Texte commencé dans le dossier, à enregistrer",
    GenreReste.INSCRIPTION: "Commencé, à enregistrer",
    GenreReste.ADDITIF: "Ajout commencé, à signer",
    GenreReste.AUTRE_REUNION: "Commencée, à enregistrer",
}


class EndCard(Card):
    """Signals:
    route_chosen: Route of what is left to do.
    """

    route_chosen = Signal(object)

    def __init__(self, discretion: Discretion) -> None:
        super().__init__("Fin de journée")
        self._discretion = discretion
        self._fin: FinDeJournee | None = None
        self._many = Tag("", "warn")
        self.header.insertWidget(1, self._many)
        self.list = LineList(_SHOWN)
        self.list.route_chosen.connect(self.route_chosen)
        self.well = boxed(
            row(IconLabel("circle-check", "ok", 18), Paragraph(_ALL_WELL, "strong"), spacing=8,
                margins=(10, 0, 10, 4))
        )  # fmt: skip
        self.questions = Paragraph("", "caption")
        self.body.setContentsMargins(8, 16, 8, 14)
        self.header.setContentsMargins(10, 0, 10, 0)
        self.body.addWidget(self.well)
        self.body.addWidget(self.list)
        self.body.addLayout(row(self.questions, margins=(10, 0, 10, 0)))
        discretion.changed.connect(self._show)

    def show_end(self, fin: FinDeJournee, meeting: date | None) -> None:
        self._fin = fin
        self._many.set_tag(str(len(fin.restes)) if fin.restes else "", "warn")
        self.well.setVisible(fin.en_ordre)
        self.list.setVisible(not fin.en_ordre)
        self.questions.setText(carried(fin.questions, meeting))
        self.questions.setVisible(bool(fin.questions))
        self._show()

    def _show(self) -> None:
        if self._fin is not None:
            self.list.show_lines([self._line(r) for r in self._fin.restes], "")

    def _line(self, reste: Reste) -> Line:
        name = self._discretion.name(reste.patient) if reste.patient else _NAMES[reste.genre]
        return Line(name, what(reste), _ICONS[reste.genre], route_of(reste), "warn")


def what(reste: Reste) -> str:
    if reste.genre is GenreReste.PRESENCE:
        at = clock(reste.heure) if reste.heure else ""
        when = f"du {day_and_month(reste.jour)} à {at}" if reste.jour else f"de {at}"
        return f"Rendez-vous {when} : est-ce que la personne est venue ?"
    if reste.genre is GenreReste.FICHE:
        return f"{reste.titre or 'Fiche'}, à compléter"
    return _WORDS[reste.genre]


def route_of(reste: Reste) -> Route:
    """Where it is done."""
    if reste.patient is None:
        return _about_nobody(reste)
    patient = reste.patient.id
    match reste.genre:
        case GenreReste.SEANCE:
            return Route("seance", patient_id=patient, consultation_id=reste.cible)
        case GenreReste.FICHE:
            paper = {"papier": True} if reste.papier else {}
            return Route("fiche", patient_id=patient, form_id=reste.cible, **paper)
        case GenreReste.DOSSIER:
            return Route("dossier", patient_id=patient)
        case _ if reste.jour is not None:
            return Route("agenda", jour=reste.jour.isoformat())
        case _:
            return Route("seance", patient_id=patient)


def _about_nobody(reste: Reste) -> Route:
    match reste.genre:
        case GenreReste.INSCRIPTION:
            return Route("patients", nouveau="")
        case GenreReste.ADDITIF:
            return Route("comptes_rendus", synthese_id=reste.cible)
        case GenreReste.AUTRE_REUNION:
            return Route("reunion", reunion_id=reste.cible)
        case _:
            return Route("synthese", synthese_id=reste.cible)


def carried(questions: int, meeting: date | None) -> str:
    """« 2 questions iront d’elles-mêmes à la réunion du 26 novembre. »."""
    when = f"réunion du {day_and_month(meeting)}" if meeting else "prochaine réunion"
    if questions == 1:
        return f"Votre question ira d’elle-même à la {when}."
    return f"Vos {count(questions, 'question')} iront d’elles-mêmes à la {when}."
