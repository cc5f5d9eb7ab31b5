"""ForfaitCard: what somebody's year includes, what is used and what is left."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import Compteur, Forfait
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.services import anonymat
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.episodes import Annee, Episode
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import (
    count,
    hours,
    numeric_date,
    round_amount,
)
from microstructure_desktop.ui.widgets.bar import Bar
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, flow, row
from microstructure_desktop.ui.widgets.pips import Pips
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.tag import Tag

from . import forfait_words
from .episode_words import programme_of, year_name
from .words import ROLE_OF_ACTS, inside

_OUTSIDE = "Ce que l’inclusion permet de compter s’affichera ici."
_NOT_COUNTED = "Ce programme ne compte pas d’actes par personne."


class _Told(NamedTuple):
    """What was asked to be shown, to step from one year to another."""

    dossier: Dossier
    episode: Episode | None
    reference: Reference
    le: date


class ForfaitCard(Card):
    """Kept in its place before an inclusion too, so that nothing jumps when it comes.

    It opens on the last year of the episode; arrows go back to those before.
    """

    def __init__(self) -> None:
        super().__init__("Forfait annuel")
        self._amount = Label("", "card")
        self.header.addWidget(self._amount)
        self._told: _Told | None = None
        self._year = 0
        self._rank = Label("", "label")
        self.before_button = IconButton("chevron-left", "Année précédente", "quiet")
        self.after_button = IconButton("chevron-right", "Année suivante", "quiet")
        self.before_button.clicked.connect(partial(self._step, -1))
        self.after_button.clicked.connect(partial(self._step, 1))
        self._steps = boxed(row(self._rank, None, self.before_button, self.after_button))
        self._lines = column(spacing=10)
        self.body.addWidget(self._steps)
        self.body.addLayout(self._lines)

    def show_dossier(
        self, dossier: Dossier, episode: Episode | None, reference: Reference, le: date
    ) -> None:
        """The year looked at stays while the episode is the same."""
        known = self._told.episode if self._told is not None else None
        last = len(episode.annees) - 1 if episode is not None else 0
        same = known and episode and known.inclusion.id == episode.inclusion.id
        if not same or self._year > last:
            self._year = last
        self._told = _Told(dossier, episode, reference, le)
        self._show(self._told)

    def _step(self, by: int) -> None:
        self._year += by
        if self._told is not None:
            self._show(self._told)

    def _show(self, told: "_Told") -> None:
        clear(self._lines)
        self._amount.setText("")
        self._steps.setVisible(told.episode is not None and len(told.episode.annees) > 1)
        if told.episode is None:
            self._set_title("Forfait")
            self._lines.addWidget(Paragraph(_OUTSIDE))
            return
        year = told.episode.annees[self._year]
        self._rank.setText(year_name(self._year + 1))
        self.before_button.setEnabled(self._year > 0)
        self.after_button.setEnabled(self._year + 1 < len(told.episode.annees))
        if year.forfait is None:
            self._set_title("Suivi")
            self._lines.addWidget(Paragraph(programme_of(told.episode)))
            why = anonymat.POURQUOI if told.dossier.patient.anonyme else _NOT_COUNTED
            self._lines.addWidget(Paragraph(why, "caption"))
        else:
            self._set_title("Forfait annuel")
            self._show_forfait(told, told.episode, year.forfait)
            self._show_state(year, told.le)
        self._add_time(year)
        self._add_former(told, told.episode)

    def _set_title(self, words: str) -> None:
        assert self.title is not None
        self.title.setText(words)

    def _show_forfait(self, told: "_Told", episode: Episode, forfait: Forfait) -> None:
        self._amount.setText(round_amount(forfait.montant_centimes))
        dates = f"{numeric_date(forfait.debut)} – {numeric_date(forfait.fin)}"
        left = forfait.jours_restants(told.le)
        ended = not episode.couvre(told.le) or forfait.fin < told.le
        remains = "terminé" if ended else f"encore {count(left, 'jour')}"
        total = (forfait.fin - forfait.debut).days or 1
        self._lines.addLayout(row(Label(dates, "caption"), None, Label(remains, "caption")))
        self._lines.addWidget(Bar(1 - left / total, "coordination", 4))
        for compteur in forfait.compteurs:
            coming = [] if ended else _coming(compteur, forfait, told)
            self._lines.addLayout(_counter(compteur, coming))

    def _show_state(self, year: Annee, le: date) -> None:
        tags = [Tag(words, kind) for words, kind in forfait_words.tags(year, le)]
        if tags:
            self._lines.addLayout(flow(*tags, spacing=6))
        for line in forfait_words.lines(year):
            self._lines.addWidget(Paragraph(line, "caption"))

    def _add_time(self, year: Annee) -> None:
        self._lines.addWidget(Rule())
        for role, words, minutes in (
            (Role.PSYCHIATRE.value, "Permanence psychiatre", year.psychiatre),
            ("equipe", "Concertation", year.concertation),
        ):
            sign = IconLabel(ROLE_ICONS[role], role)
            value = Label(hours(minutes), "strong")
            self._lines.addLayout(row(sign, Label(words, "secondary"), None, value))
        self._lines.addWidget(Paragraph(forfait_words.TIME, "caption"))

    def _add_former(self, told: "_Told", episode: Episode) -> None:
        begun = episode.inclusion.debut
        former = [i for i in told.dossier.inclusions if i.debut < begun and i.fin is not None]
        if former:
            self._lines.addWidget(Rule())
        for inclusion in former:
            self._lines.addWidget(Paragraph(_episode(inclusion, told.reference), "caption"))


def _counter(compteur: Compteur, coming: Sequence[RendezVous]) -> QVBoxLayout:
    role = compteur.role.value
    head = row(
        IconLabel(ROLE_ICONS[role], role),
        Label(ROLE_OF_ACTS[compteur.role], "secondary"),
        None,
        Label(f"{compteur.faits} / {compteur.inclus}", "strong"),
    )
    pips = Pips(compteur.faits, compteur.inclus, role, len(coming))
    notes = [Label(words, "caption") for words in _notes(compteur, coming)]
    return column(head, pips, *notes, spacing=5)


def _notes(compteur: Compteur, coming: Sequence[RendezVous]) -> list[str]:
    notes = []
    beyond = compteur.faits - compteur.inclus
    if beyond > 0:
        notes.append(f"{count(beyond, 'acte')} hors forfait")
    if coming:
        days = f"le {numeric_date(coming[0].jour)}" if len(coming) == 1 else "à venir"
        notes.append(f"{count(len(coming), 'séance planifiée')} {days}")
    return notes


def _coming(compteur: Compteur, forfait: Forfait, told: _Told) -> Sequence[RendezVous]:
    """The appointments left in this forfait: the pips outline them."""
    return [
        r
        for r in told.dossier.rendez_vous
        if told.le < r.jour <= forfait.fin
        and (membre := told.dossier.membres.get(r.membre)) is not None
        and membre.role is compteur.role
    ]


def _episode(inclusion: Inclusion, reference: Reference) -> str:
    assert inclusion.fin is not None
    reason = inside(reference.libelle("CL29", inclusion.motif_sortie))
    debut, fin = numeric_date(inclusion.debut), numeric_date(inclusion.fin)
    said = f"Suivi précédent du {debut} au {fin}"
    # an episode taken up from an old list may have no reason
    return f"{said} : {reason}" if reason else said
