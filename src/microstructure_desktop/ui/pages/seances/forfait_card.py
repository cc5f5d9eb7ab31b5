"""ForfaitCard: where the year's forfait will stand once this session is recorded."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import Forfait
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.pips import Pips
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS

from . import words


class ForfaitCard(Card):
    """Hidden for a profession that no forfait counts."""

    def __init__(self, role: Role) -> None:
        super().__init__("Forfait après cette séance")
        self._role = role
        self.figures = Label("", "strong")
        self.pips = Pips(0, 1, role)
        self.caption = Paragraph("", "caption")
        head = row(
            IconLabel(ROLE_ICONS[role], role),
            Label(ROLE_WORDS[role], "secondary"),
            None,
            self.figures,
        )
        self._counts = boxed(column(head, self.pips, spacing=5))
        self.body.setSpacing(5)
        self.body.addWidget(self._counts)
        self.body.addWidget(self.caption)

    def show_forfait(self, forfait: Forfait | None, *, counts: bool) -> None:
        """`counts`: this session takes one of its acts."""
        compteur = forfait.compteur(self._role) if forfait is not None else None
        self._counts.setVisible(compteur is not None)
        self.setVisible(forfait is None or compteur is not None)
        if forfait is None or compteur is None:
            self.caption.setText("Aucun forfait n’est ouvert : la séance est gardée sans lui.")
            return
        done = compteur.faits + counts
        self.figures.setText(f"{done} / {compteur.inclus}")
        self.pips.set_counts(done, compteur.inclus)
        sentence = words.left(self._role, compteur, done, texts.numeric_date(forfait.fin))
        self.caption.setText(sentence if counts else f"Cette séance ne compte pas. {sentence}")
