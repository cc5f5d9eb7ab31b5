"""ProgrammesPage: what is known of each programme, those that nobody may enter yet among them."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody

from .programme_card import ProgrammeCard

_TITLE = "Programmes"
_ABOUT = "Pour qui, combien, pour quel montant, et d’où chaque chiffre vient."


class ProgrammesPage(Page):
    """Route `programmes`; nothing is changed here: a file of the cabinet does."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = HeaderBand(_TITLE, _ABOUT, back="Retour (Échap)")
        self.header.back_clicked.connect(context.navigator.back)
        reference = context.reference
        self.body = PageBody()
        self.cards = [
            ProgrammeCard(reference, each)
            for each in (*reference.programmes.values(), *reference.reserves.values())
        ]
        for card in self.cards:
            card.setMaximumWidth(look.size("text_max"))
        self.body.fill(*self.cards)
        self.setLayout(column(self.header, self.body, spacing=0, grows=self.body))

    def first_focus(self) -> QWidget | None:
        return self.header.back_button
