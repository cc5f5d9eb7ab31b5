"""WaitsCard: what waits for one role: long consultations, opinions, people to call back."""

from datetime import date

from PySide6.QtCore import Signal

from microstructure_desktop.domain.permanence import TempsTenu
from microstructure_desktop.services.accueil import Accueil
from microstructure_desktop.services.attentes import Attente, GenreAttente, Rappel
from microstructure_desktop.services.demandes import LigneDemande
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import agreed, duration, near_date, numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.themed import show_when

from .line_list import Line, LineList

_SHOWN = 4
_TITLES = {
    "medecin": ("À prévoir", "Aucune consultation longue en attente."),
    "psychiatre": ("Questions de l’équipe", "Aucune question en attente."),
    "secretariat": ("À rappeler", "Personne à rappeler."),
}


class WaitsCard(Card):
    """Signals:
    route_chosen: Route of the person that it is about.
    """

    route_chosen = Signal(object)

    def __init__(self, discretion: Discretion, role: str) -> None:
        title, self._none = _TITLES.get(role, ("À prévoir", ""))
        super().__init__(title)
        self._discretion = discretion
        self._attentes: tuple[Attente, ...] = ()
        self._rappels: tuple[Rappel, ...] = ()
        self._copies: tuple[str, ...] = ()
        self._openable: tuple[str, ...] = ()
        self._demandes: tuple[LigneDemande, ...] = ()
        self._drill = ""
        self._today = date.min
        self.wanted = role in _TITLES
        self._many = Tag("", "info")
        self.header.insertWidget(1, self._many)
        self.month = Paragraph("", "caption")
        self.list = LineList(_SHOWN)
        self.list.route_chosen.connect(self.route_chosen)
        self.body.setContentsMargins(8, 16, 8, 12)
        self.header.setContentsMargins(10, 0, 10, 0)
        self.body.addLayout(row(self.month, margins=(10, 0, 10, 0)))
        self.body.addWidget(self.list)
        self.month_button = Button("Permanence de psychiatrie", "link", "brain")
        self.body.addLayout(row(self.month_button, None, margins=(6, 0, 10, 0)))
        self.month_button.setVisible(role == "psychiatre")
        self.month_button.clicked.connect(self._on_month_clicked)
        show_when(self, self.wanted)
        discretion.changed.connect(self._show)

    def _on_month_clicked(self) -> None:
        self.route_chosen.emit(Route("permanence_psychiatre"))

    def show_waits(self, accueil: Accueil) -> None:
        self._attentes, self._rappels = accueil.attentes, accueil.rappels
        self._copies, self._openable = accueil.a_reprendre, accueil.ouvrables
        self._today = accueil.jour
        self._demandes, self._drill = accueil.demandes, accueil.exercice
        show_when(self, self.wanted or bool(self._drill))
        copies = len(self._copies) + len(self._openable)
        many = (
            copies
            + len(self._demandes)
            + len(self._attentes)
            + len(self._rappels)
            + bool(self._drill)
        )
        self._many.set_tag(str(many) if many else "", "info")
        self.month.setText(month(accueil.temps_du_mois))
        self.month.setVisible(bool(self.month.text()))
        self._show()

    def _show(self) -> None:
        lines = [self._request(one) for one in self._demandes]
        lines += [_copy(told) for told in self._copies]
        lines += [_left(told) for told in self._openable]
        lines += [self._wait(a) for a in self._attentes] + [self._recall(r) for r in self._rappels]
        if self._drill:
            lines.append(_to_try(self._drill))
        self.list.show_lines(lines, self._none)

    def _request(self, one: LigneDemande) -> Line:
        return Line(
            self._discretion.name(one.patient),
            f"Demande sur ses données · avant le {numeric_date(one.echeance.le)}",
            "inbox",
            Route("demande", patient_id=one.patient.id),
            "danger" if one.retard else "warn",
        )

    def _wait(self, attente: Attente) -> Line:
        return Line(
            self._discretion.name(attente.patient),
            reason(attente, self._today),
            _ICONS[attente.genre],
            Route("dossier", patient_id=attente.patient.id),
            "warn",
        )

    def _recall(self, rappel: Rappel) -> Line:
        parts = (
            missed(rappel, self._today),
            rappel.membre.nom_affiche,
            self._discretion.phone(rappel.patient),
        )
        return Line(
            self._discretion.name(rappel.patient),
            " · ".join(part for part in parts if part),
            "phone",
            Route("agenda", jour=rappel.rendez_vous.jour.isoformat()),
            "warn",
        )


_ICONS = {
    GenreAttente.INCLUSION: "user-plus",
    GenreAttente.CONSULTATION_LONGUE: "stethoscope",
    GenreAttente.AVIS: "message-circle-question-mark",
}


def _copy(told: str) -> Line:
    """A copy that may still hold somebody who was erased."""
    route = Route("conservation", onglet="effacements")
    return Line("Copie à reprendre après un effacement", told, "save", route, "warn")


def _left(told: str) -> Line:
    """A copy that somebody who left could still open."""
    return Line("Sauvegardes à refaire après un départ", told, "usb", Route("sauvegardes"), "warn")


def _to_try(told: str) -> Line:
    route = Route("sauvegardes", essai="oui")
    return Line("Vérifier que je peux restaurer", told, "life-buoy", route)


def reason(attente: Attente, today: date) -> str:
    """« Consultation longue · 31 janv. 2027 », « Question de C. Morel · 12 nov. »."""
    match attente.genre:
        case GenreAttente.INCLUSION:
            return "Inclusion à confirmer"
        case GenreAttente.CONSULTATION_LONGUE:
            until = f" · {near_date(attente.jour, today)}" if attente.jour else ""
            return f"Consultation longue{until}"
        case GenreAttente.AVIS:
            who = f"Question de {attente.auteur.nom_affiche}" if attente.auteur else "Question"
            return f"{who} · {near_date(attente.jour, today)}" if attente.jour else who


def missed(rappel: Rappel, today: date) -> str:
    """« Absente mar. 17 nov. »."""
    return f"{agreed('Absent', rappel.patient.sexe)} {near_date(rappel.rendez_vous.jour, today)}"


def month(temps: TempsTenu | None) -> str:
    """« Ce mois-ci : 1 h 50 sur 2 h, réunions comprises. »"""
    if temps is None:
        return ""
    due = f" sur {duration(temps.du)}" if temps.du is not None else ""
    return f"Ce mois-ci : {duration(temps.tenu)}{due}, réunions comprises."
