"""SeancesTab: every session, and what was shared of the one chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.dossiers import Dossier, Seance
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.record_menu import RecordMenu
from microstructure_desktop.ui.texts import clock, long_date, near_date, ordinal
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS
from microstructure_desktop.ui.widgets.row_delegate import RowText
from microstructure_desktop.ui.widgets.tag import Tag

from .answer_lines import answer_lines
from .parcours import amend_route, author, caption_of, counted
from .reading_tab import ReadingTab
from .targets import seance_target
from .words import absence, act_title, joined

_PERSONAL = "Votre note personnelle se lit dans « Corriger » ; personne d’autre ne peut l’ouvrir."


class SeancesTab(ReadingTab):
    """Signals:
    route_chosen: Route of the session to correct.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Séances", "message-square-text", self._text, _identity)
        self.context = context
        self.menu = RecordMenu(context, self)
        self._dossier: Dossier | None = None

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.set_rows(
            dossier.seances, "Aucune séance", first_counts(dossier, self.context.membre.role)
        )

    def show_row(self, row_: Seance) -> None:
        assert self._dossier is not None
        clear(self.reading)
        self.reading.addWidget(self._card(row_, self._dossier))
        self.reading.addStretch(1)

    def _text(self, seance: Seance) -> RowText:
        assert self._dossier is not None
        acte = seance.consultation
        return RowText(
            act_title(acte, self.context.reference),
            joined((author(self._dossier, acte.membre), counted(seance, self._dossier))),
            near_date(acte.jour, self.context.now().date()),
            absence(acte.issue, self._dossier.patient.sexe),
            (ROLE_ICONS[acte.role.value], acte.role.value),
        )

    def _card(self, seance: Seance, dossier: Dossier) -> Card:
        acte, reference = seance.consultation, self.context.reference
        card = Card(act_title(acte, reference))
        if acte.membre == self.context.membre.id:
            amend = Button("Corriger", icon="pencil")
            amend.clicked.connect(self._on_amend_clicked)
            card.header.addWidget(amend)
        card.header.addWidget(self.menu.button(seance_target(acte, self.context.membre)))
        when = f"{long_date(acte.jour)}, {clock(acte.heure)}"
        card.body.addWidget(Paragraph(joined((when, caption_of(seance, dossier, reference)))))
        tag = absence(acte.issue, dossier.patient.sexe)
        if tag[0]:
            card.body.addLayout(row(Tag(*tag), None))
        themes = [reference.libelle("THEMES", code) for code in acte.themes]
        if themes:
            card.body.addLayout(_part("Thèmes abordés", ", ".join(themes)))
        if acte.evolution is not None:
            card.body.addLayout(_part("Évolution ressentie", f"{acte.evolution} sur 10"))
        note = Paragraph(acte.note_partagee or "Aucune note partagée.", "body")
        note.set_selectable()
        card.body.addLayout(column(Label("Note partagée", "label"), note, spacing=2))
        for label, words in answer_lines(seance.form, acte.reponses):
            card.body.addLayout(_part(label, words))
        if acte.membre == self.context.membre.id and acte.note_personnelle:
            card.body.addWidget(NoteLine("eye-off", _PERSONAL))
        return card

    def _on_amend_clicked(self) -> None:
        seance = self.chosen()
        if seance is not None:
            self.route_chosen.emit(amend_route(seance.consultation))


def first_counts(dossier: Dossier, role: Role) -> str:
    """« La première comptera comme 1ʳᵉ sur 6 », for the person at the keyboard."""
    compteur = dossier.forfait.compteur(role) if dossier.forfait is not None else None
    if compteur is None:
        return ""
    return f"La première comptera comme {ordinal(1)} sur {compteur.inclus}."


def _part(label: str, words: str) -> QVBoxLayout:
    return column(Label(label, "label"), Paragraph(words, "body"), spacing=2)


def _identity(seance: Seance) -> str:
    return seance.consultation.id
