"""FicheFrame: the parts of the page of one fiche, and where they stand."""

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from microstructure_desktop.services.fiches import FicheOuverte
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.forms.form_view import FormView
from microstructure_desktop.ui.homonyms import HomonymBand
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.error_summary import ErrorSummary
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.section_nav import SectionNav

from .aside import Aside

NAV_WIDTH = 216
NAV_MARGIN = 24
KEPT_VERSION = "Cette fiche garde la sienne tant que vous n’en changez pas."
PAPER = "Saisie de rattrapage"
TRUE_DATE = "Recopiez la feuille et donnez la date qui y est écrite, pas celle d’aujourd’hui."


class FicheFrame(Page):
    """Rubrics at the left, the questions of one in the middle, what helps at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._make_parts()
        self._lay_out()

    def inside(self) -> str:
        return self.form_view.current

    def return_inside(self, place: str) -> bool:
        """Once the fiche is read: its rubrics are then known, and may be chosen."""
        ready = self.nav.isEnabled() and bool(self.form_view.current)
        if ready and place != self.form_view.current:
            self.nav.choose(place)
        return ready

    def _make_parts(self) -> None:
        self.header = HeaderBand(back="Retour au dossier")
        self.print_button = IconButton("printer", "Imprimer", shortcut="Ctrl+P")
        self.history_button = IconButton("history", "Voir les révisions", "quiet")
        self.homonyms = HomonymBand(self.context)
        self.nav = SectionNav()
        self.changes_button = IconButton("columns-2", "Comparer aux dernières réponses", "quiet")
        self.banner = Banner()
        self.news = Banner()
        self.summary = ErrorSummary()
        self.chapeau = Paragraph()
        self.form_view = FormView(self._today)
        self.aside = Aside()
        self.body = PageBody()
        self.footer = FooterBar()
        self.previous_button = Button(
            "Rubrique précédente", "normal", "chevron-left", shortcut="Ctrl+PgUp"
        )
        self.later_button = Button("Reprendre plus tard")
        self.next_button = Button(
            "Rubrique suivante", "primary", "chevron-right", shortcut="Ctrl+PgDown", trailing=True
        )
        self.complete_button = Button(
            "Marquer complète", "primary", "check", tip="Marquer complète (Ctrl+Entrée)"
        )

    def _lay_out(self) -> None:
        self.header.add_action(self.changes_button)
        self.header.add_action(self.history_button)
        self.header.add_action(self.print_button)
        self.body.fill(self.banner, self.news, self.summary, self.chapeau, self.form_view)
        self.body.add_aside(look.size("aside")).addWidget(self.aside)
        self._nav_column = QWidget()
        column = QVBoxLayout(self._nav_column)
        column.setContentsMargins(NAV_MARGIN, 20, 0, 20)
        column.addWidget(self.nav)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._nav_column)
        middle.addWidget(self.body, 1)
        self.footer.add_left(self.previous_button)
        for button in (self.later_button, self.next_button, self.complete_button):
            self.footer.add_right(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.homonyms)
        whole.addLayout(middle, 1)
        whole.addWidget(self.footer)
        self._set_widths()

    def show_news(self, fiche: FicheOuverte) -> None:
        """What is to know of this fiche before filling it in."""
        if fiche.scellee is not None:
            self.news.show_message("info", fiche.scellee.sentence, fiche.scellee.way_out)
        elif fiche.suivante is not None:
            there = f"Une version {fiche.suivante.version} de ce modèle existe"
            action = f"Passer à la version {fiche.suivante.version}…"
            self.news.show_message("info", there, KEPT_VERSION, action)
        elif fiche.papier:
            self.news.show_message("info", PAPER, TRUE_DATE)
        else:
            self.news.clear()

    def show_whose(self, fiche: FicheOuverte) -> None:
        """« DELMAS Sophie · 34 ans · dossier n° 0027 » under the title, or initials."""
        name = self.context.discretion.bare(fiche.patient)
        record = f"dossier n°{NBSP}{fiche.patient.dossier}"
        self.header.set_words(fiche.form.title, f"{name} · {fiche.age}{NBSP}ans · {record}")
        self.homonyms.ask(fiche.patient)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_widths()

    def _set_widths(self) -> None:
        self._nav_column.setFixedWidth(look.px(NAV_WIDTH) + NAV_MARGIN)
        self.form_view.setMaximumWidth(look.size("text_max") + 40)

    def _today(self) -> date:
        return self.context.now().date()
