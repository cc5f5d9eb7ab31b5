"""TableauxPage: rows for the team's spreadsheet, saved where the person says."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import tableaux_equipe
from microstructure_desktop.services.tableaux_equipe import Tableaux
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs import safe_places
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.page_body import PageBody

from . import words
from .choices import Choices
from .place import Place


class TableauxPage(Page):
    """Route `tableaux`, perhaps with `du` and `au` (« 2026-11-22 »)."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ready: Tableaux | None = None
        self.header = HeaderBand(words.TITLE, words.ABOUT, back="Retour (Échap)")
        self.save_button = Button(words.SAVE, "primary", "download", shortcut="Ctrl+Return")
        self.news = Banner()
        self.choices = Choices(context.membre.role, context.now().date())
        self.place = Place(self)
        self._lay_out()
        self.header.back_clicked.connect(context.navigator.back)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.place.chosen.connect(self.save_to)
        self.place.given_up.connect(self._forget)

    def open(self, route: Route) -> None:
        today = self.context.now().date()
        last = min(_day(route, "au", today), today)
        self.choices.begin(_day(route, "du", date(last.year, 1, 1)), last)
        self.news.clear()
        self._forget()

    def leave(self) -> None:
        self.place.close()
        self._forget()

    def first_focus(self) -> QWidget | None:
        return next(iter(self.choices.boxes.values()), None)

    def save_to(self, path: Path) -> None:
        """Write what was made ready; how it went is said on the page."""
        if self._ready is None:
            return
        write = partial(
            tableaux_equipe.enregistrer,
            tableaux=self._ready,
            chemin=path,
            sorte=self.choices.wanted(),
        )
        self.context.worker.run(write, self._on_saved, self._on_failed)

    def _lay_out(self) -> None:
        self.header.add_action(self.save_button)
        body = self.body = PageBody()
        body.fill(self.news, self.choices)
        aside = body.add_aside(look.size("aside"))
        know = Card(words.KNOW)
        for icon, sentence in words.FACTS:
            know.body.addWidget(NoteLine(icon, sentence, "secondary", ink="text2"))
        aside.addWidget(know)
        aside.addStretch(1)
        self.setLayout(column(self.header, body, spacing=0, grows=body))

    def _on_save_clicked(self) -> None:
        self.news.clear()
        demande = self.choices.demande()
        if demande is None:
            self._show_problem()
            return
        self.save_button.setEnabled(False)
        make = partial(tableaux_equipe.preparer, demande=demande)
        self.context.worker.run(make, self._on_ready, self._on_failed)

    def _on_ready(self, tableaux: Tableaux) -> None:
        if not self.isVisible():
            return
        self._ready = tableaux
        self.place.ask(tableaux.fichier, self.choices.wanted())

    def _on_saved(self, path: Path) -> None:
        self.context.events.notify(f"{words.SAVED}. {safe_places.after(path)}")
        if self._ready is not None:
            told = (words.sheets(self._ready), words.left_out(self._ready))
            self._say("ok", words.saved_in(path), "\n".join(filter(None, told)))
        self._forget()

    def _on_failed(self, error: AppError) -> None:
        self._forget()
        if self.choices.show_refusal(error):
            self._show_problem()
        else:
            self._say("danger", error.sentence, error.way_out)

    def _show_problem(self) -> None:
        """What is to be mended has the keyboard, and may be under the edge of the page."""
        field = self.choices.focusWidget()
        if field is not None:
            self.body.ensureWidgetVisible(field, 20, look.px(80))

    def _say(self, kind: str, title: str, text: str) -> None:
        self.news.show_message(kind, title, text)
        self.body.verticalScrollBar().setValue(0)

    def _forget(self) -> None:
        """Rows about people stay in memory no longer than they are waited for."""
        self._ready = None
        self.save_button.setEnabled(True)


def _day(route: Route, key: str, otherwise: date) -> date:
    said = route.get(key)
    return date.fromisoformat(said) if said else otherwise
