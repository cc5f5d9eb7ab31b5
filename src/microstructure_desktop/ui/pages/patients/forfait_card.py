"""ForfaitCard: what somebody's year includes, what is used and what is left."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import Compteur, Forfait
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import (
    count,
    hours,
    numeric_date,
    round_amount,
)
from microstructure_desktop.ui.widgets.bar import Bar
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.pips import Pips
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS
from microstructure_desktop.ui.widgets.rule import Rule

from .words import ROLE_OF_ACTS, inside


class ForfaitCard(Card):
    """Kept in its place before an inclusion too, so that nothing jumps when it comes."""

    def __init__(self) -> None:
        super().__init__("Forfait annuel")
        self._amount = Label("", "card")
        self.header.addWidget(self._amount)
        self._lines = column(spacing=10)
        self.body.addLayout(self._lines)

    def show_dossier(self, dossier: Dossier, reference: Reference, le: date) -> None:
        clear(self._lines)
        self._amount.setText("")
        if dossier.inclusion is None:
            self._show_outside()
        elif dossier.forfait is None:
            self._set_title("Suivi")
            self._add_programme(dossier, dossier.inclusion)
        else:
            self._set_title("Forfait annuel")
            self._show_forfait(dossier, dossier.forfait, le)
        if dossier.inclusion is not None:
            self._add_time(dossier)
            self._add_former(dossier, reference)

    def _set_title(self, words: str) -> None:
        assert self.title is not None
        self.title.setText(words)

    def _show_outside(self) -> None:
        self._set_title("Forfait")
        self._lines.addWidget(Paragraph("Ce que l’inclusion permet de compter s’affichera ici."))

    def _add_programme(self, dossier: Dossier, inclusion: Inclusion) -> None:
        programme = dossier.programme
        name = programme.libelle if programme is not None else inclusion.programme
        self._lines.addWidget(Paragraph(name))
        self._lines.addWidget(
            Paragraph("Ce programme ne compte pas d’actes par personne.", "caption")
        )

    def _show_forfait(self, dossier: Dossier, forfait: Forfait, le: date) -> None:
        self._amount.setText(round_amount(forfait.montant_centimes))
        dates = f"{numeric_date(forfait.debut)} – {numeric_date(forfait.fin)}"
        left = forfait.jours_restants(le)
        ended = dossier.inclusion is not None and not dossier.inclusion.ouverte(le)
        remains = "terminé" if ended else f"encore {count(left, 'jour')}"
        total = (forfait.fin - forfait.debut).days or 1
        self._lines.addLayout(row(Label(dates, "caption"), None, Label(remains, "caption")))
        self._lines.addWidget(Bar(1 - left / total, "coordination", 4))
        for compteur in forfait.compteurs:
            coming = [] if ended else _coming(compteur, dossier, le)
            self._lines.addLayout(_counter(compteur, coming))

    def _add_time(self, dossier: Dossier) -> None:
        self._lines.addWidget(Rule())
        for role, words, minutes in (
            (Role.PSYCHIATRE.value, "Permanence psychiatre", dossier.psychiatre_minutes),
            ("equipe", "Concertation", dossier.concertation_minutes),
        ):
            sign = IconLabel(ROLE_ICONS[role], role)
            value = Label(hours(minutes), "strong")
            self._lines.addLayout(row(sign, Label(words, "secondary"), None, value))

    def _add_former(self, dossier: Dossier, reference: Reference) -> None:
        former = [i for i in dossier.inclusions if i != dossier.inclusion and i.fin is not None]
        if former:
            self._lines.addWidget(Rule())
        for inclusion in former:
            self._lines.addWidget(Paragraph(_episode(inclusion, reference), "caption"))


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


def _coming(compteur: Compteur, dossier: Dossier, le: date) -> Sequence[RendezVous]:
    """The appointments left in this forfait: the pips outline them."""
    assert dossier.forfait is not None
    return [
        r
        for r in dossier.rendez_vous
        if le < r.jour <= dossier.forfait.fin
        and (membre := dossier.membres.get(r.membre)) is not None
        and membre.role is compteur.role
    ]


def _episode(inclusion: Inclusion, reference: Reference) -> str:
    assert inclusion.fin is not None
    reason = inside(reference.libelle("CL29", inclusion.motif_sortie))
    debut, fin = numeric_date(inclusion.debut), numeric_date(inclusion.fin)
    said = f"Suivi précédent du {debut} au {fin}"
    # an episode taken up from an old list may have no reason
    return f"{said} : {reason}" if reason else said
