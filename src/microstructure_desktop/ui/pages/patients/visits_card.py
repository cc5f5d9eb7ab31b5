"""VisitsCard: when somebody comes and came, and what is left of their forfait."""

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.forfait import Compteur
from microstructure_desktop.services.venues import Venue, Venues
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.texts import NBSP, clock, plain_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.tag import Tag

_SHOWN = 6
_NOTHING = "Aucune venue notée, aucun rendez-vous prévu."
_ISSUES = {
    Issue.HONORE: ("Venu", "ok"),
    Issue.ABSENT_EXCUSE: ("Excusé", "mute"),
    Issue.ABSENT_NON_EXCUSE: ("Absent", "warn"),
    Issue.ANNULE_PRO: ("Annulé", "mute"),
    Issue.REPORTE: ("Reporté", "mute"),
}


class VisitsCard(Card):
    def __init__(self) -> None:
        super().__init__("Rendez-vous et venues")
        self._lines = column(spacing=10)
        self.body.addLayout(self._lines)

    def show_visits(self, venues: Venues) -> None:
        clear(self._lines)
        self._add_group("À venir", venues.a_venir[:_SHOWN])
        self._add_group("Dernières venues", venues.passees[:_SHOWN])
        if not (venues.a_venir or venues.passees):
            self._lines.addWidget(Paragraph(_NOTHING, "secondary"))
        if venues.compteurs:
            self._lines.addWidget(Label("Forfait", "label"))
            self._lines.addWidget(Paragraph(_counters(venues.compteurs), "secondary"))

    def _add_group(self, title: str, venues: tuple[Venue, ...]) -> None:
        if venues:
            self._lines.addWidget(Label(title, "label"))
        for venue in venues:
            when = f"{plain_date(venue.jour)}, {clock(venue.heure)}"
            who = venue.membre.nom_affiche if venue.membre is not None else ""
            line = row(column(Label(when, "strong"), Label(who, "caption"), spacing=0), None)
            if venue.issue is not None:
                line.addWidget(Tag(*_ISSUES[venue.issue]))
            self._lines.addLayout(line)


def _counters(compteurs: tuple[Compteur, ...]) -> str:
    """« Psychologue : 4 sur 6 · Travailleur social : 3 sur 7 »."""
    return " · ".join(
        f"{ROLE_WORDS[c.role.value]}{NBSP}: {c.faits} sur {c.inclus}" for c in compteurs
    )
