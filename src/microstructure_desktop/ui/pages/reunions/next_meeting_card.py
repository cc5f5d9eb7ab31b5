"""NextMeetingCard: the coming meeting, and the one button that leads to it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services.syntheses import SyntheseOuverte
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.avatar import RoleDot
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.tag import Tag

from . import steps, words


class NextMeetingCard(Card):
    """Signals:
    clicked: the person wants to prepare it, or to go on.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.over = Label("", "over")
        self.day = Label("", "section")
        self.tag = Tag("")
        self.facts = Paragraph("", "secondary")
        self.button = Button("", "primary", "chevron-right", trailing=True)
        self.button.clicked.connect(self.clicked)
        told = column(self.over, row(self.day, self.tag, None, spacing=10), self.facts, spacing=3)
        line = row(RoleDot("equipe", 44), spacing=16)
        line.addLayout(told, 1)
        line.addWidget(self.button)
        self.body.addLayout(line)

    def show_next(self, ouverte: SyntheseOuverte, today: date) -> None:
        synthese = ouverte.synthese
        under_way = synthese.etat is Etat.EN_COURS
        self.over.setText("Réunion en cours" if under_way else "Prochaine réunion")
        self.day.setText(words.title_date(synthese.jour))
        saved = ouverte.based_on is not None
        near = words.in_days(synthese.jour, today).capitalize()
        self.tag.set_tag(*(words.STATES[synthese.etat] if saved else (near, "info")))
        self.facts.setText(_facts(ouverte, near if saved and not under_way else ""))
        self.button.setText(
            "Reprendre la réunion"
            if under_way
            else "Reprendre la préparation"
            if saved
            else "Préparer la réunion"
        )
        self.button.updateGeometry()


def _facts(ouverte: SyntheseOuverte, near: str) -> str:
    """« 7 patients à l’ordre du jour · 3 propositions · 2 décisions à reprendre »."""
    synthese = ouverte.synthese
    if synthese.etat is Etat.EN_COURS:
        seen, all_ = len(synthese.vues), len(synthese.situations)
        hours = f"Commencée à {texts.clock(synthese.debut)}"
        return f"{hours} · {seen} sur {texts.count(all_, 'situation')} évoquées"
    parts = [near]
    if synthese.situations:
        parts.append(f"{texts.count(len(synthese.situations), 'patient')} à l’ordre du jour")
    if ouverte.propositions:
        parts.append(texts.count(len(ouverte.propositions), "proposition"))
    left = steps.to_follow(synthese)
    if left:
        parts.append(f"{texts.count(left, 'décision')} à reprendre")
    return " · ".join(part for part in parts if part) or "Personne n’est proposé pour l’instant"
