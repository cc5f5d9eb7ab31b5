"""ActivitePage: what the cabinet did in a month or a year, and who is behind each figure."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import activite, activite_themes, reperes
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.activite import Activite, Autour
from microstructure_desktop.services.activite_graphiques import Cible
from microstructure_desktop.services.activite_themes import Theme
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.forms.tab_order import follow_layout
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.parts_nav import PartsNav
from microstructure_desktop.ui.widgets.themed import show_when

from . import words
from .closing import Closing
from .papers import Papers
from .people_opener import PeopleOpener
from .period_bar import PeriodBar
from .theme_view import ThemeView

_READ = frozenset(
    {
        "consultation", "rendez_vous", "inclusion", "fiche", "synthese", "reunion", "formation",
        "declaration", "patient", "facturation", "mois_clos", "membre", "cabinet", "draft",
    }
)  # fmt: skip
_SIDE = 252


class ActivitePage(Page):
    """Route `activite`, perhaps with `mois` (« 2026-11 ») or `annee`, and `theme`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = activite_themes.QUI
        self._found: Activite | None = None
        self._beside: Autour | None = None
        self._asked: Cible | None = None
        self._back_to: Cible | None = None
        self.header = HeaderBand(words.TITLE)
        self.period = PeriodBar(context.now().date())
        self.nav = PartsNav(words.THEMES, spacing=2)
        self.report = Button(words.REPORT, "link", "book-open-text")
        self.tables = Button(words.TABLES, "link", "table")
        self.problem = Banner()
        self.closing = Closing(context, self)
        self.excluded = NoteLine("info", "", "caption")
        self.totals = NoteLine("lock", "", "caption")
        self.marks = CheckBox(words.MARKS)
        self.warning = NoteLine("info", "", "caption")
        self.people = PeopleOpener(context, self)
        self.papers = Papers(context, self, self.period.periode)
        self.empty = EmptyState("chart-column", "", words.NOTHING_WHY)
        self.empty.hide()
        self.view: ThemeView | None = None
        self._place = column(spacing=16)
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        wanted = _asked(route)
        if wanted is not None:
            self.period.set_periode(wanted)
        self._wanted = route.get("theme", self._wanted)
        self._load(self.period.periode())

    def leave(self) -> None:
        self.people.close()
        self.closing.dismiss()
        self.papers.dismiss()

    def first_focus(self) -> QWidget | None:
        return self.period.before_button

    def _lay_out(self) -> None:
        for part in (self.period, self.papers.export_button, self.papers.print_button):
            self.header.add_action(part)
        self.body = PageBody()
        self.body.fill(self.problem, self.closing.banner, self._place, self.empty)
        ground = QHBoxLayout()
        ground.setSpacing(0)
        ground.addWidget(self._side())
        ground.addWidget(self.body, 1)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(ground, 1)
        reads_totals = not allowed(self.context.membre.role, Permission.LISTES_ACTIVITE)
        self.totals.set_text(words.NO_LIST if reads_totals else "")
        show_when(self.tables, allowed(self.context.membre.role, Permission.DONNEES))

    def _side(self) -> QScrollArea:
        """The themes, nearer to what they show than two columns of cards are."""
        made = PageBody()
        made.setFixedWidth(look.px(_SIDE))
        made.fill(
            self.nav, self.report, self.tables,
            self.excluded, self.totals, self.marks, self.warning,
        )  # fmt: skip
        inner = made.widget()
        layout = inner.layout() if inner is not None else None
        assert layout is not None
        layout.setContentsMargins(16, 20, 0, 20)
        return made

    def _connect(self) -> None:
        self.period.changed.connect(self._load)
        self.nav.chosen.connect(self._on_theme_chosen)
        self.report.clicked.connect(self._on_report_clicked)
        self.tables.clicked.connect(self._on_tables_clicked)
        self.marks.toggled.connect(self._on_marks_toggled)
        self.people.left.connect(self._on_people_left)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what is read -----------------------------------------------------------------------

    def _load(self, periode: Periode) -> None:
        """The theme shown first, then the others, then what is read beside them."""
        run = self.context.worker.run
        first = (*self._theme(periode).codes, *activite.VENUES)
        run(partial(activite.lire, periode=periode, codes=first), self._on_first, self._on_failed)
        run(partial(activite.lire, periode=periode), self._on_loaded, self._on_failed)
        run(partial(_beside, periode=periode), self._on_beside, self._on_failed)

    def _on_first(self, found: Activite) -> None:
        if found.periode != self.period.periode():
            return
        self._found, self._beside = found, None
        self.problem.clear()
        self.header.set_words(words.TITLE, words.subtitle(found))
        text, kind = words.tag(found)
        self.header.set_tag(text, kind)
        self.header.tag.setVisible(bool(text))
        self.closing.show_period(found)
        self.excluded.set_text(words.excluded(found.bilan.exclus))
        self.nav.set_parts(map(words.part, self._themes(found.periode)))
        self.nav.set_current(self._theme(found.periode).cle)
        self.nav.setVisible(not found.vide)
        self.empty.set_words(words.nothing(found), words.NOTHING_WHY)
        self.empty.setVisible(found.vide)
        self._show_theme()

    def _on_loaded(self, found: Activite) -> None:
        """The theme shown stays as it is, unless somebody went to another meanwhile."""
        if self._found is None or found.periode != self._found.periode:
            return
        had = self._found.bilan.resultats
        self._found = found
        if not set(self._theme(found.periode).codes) <= had.keys():
            self._show_theme()

    def _on_beside(self, read: tuple[Periode, Autour]) -> None:
        periode, beside = read
        if self._found is None or periode != self._found.periode:
            return
        self._beside = beside
        self.closing.show_changes(self._found, beside)
        self._show_theme()
        if self._back_to is not None and self.view is not None:
            self.view.focus_on(self._back_to)
            self._back_to = None

    def _show_theme(self) -> None:
        """Built anew: what is under the keyboard is found again."""
        assert self._found is not None
        kept = self._under_keyboard()
        theme = self._theme(self._found.periode)
        clear(self._place)
        self.view = None
        if self._found.vide:
            self.marks.hide()
            return
        self.view = ThemeView(theme, self.context.reference, self._found, self._beside)
        self.view.chosen.connect(self._on_figure_chosen)
        self.marks.setVisible(reperes.existent(theme.codes))
        shown = self.marks.isChecked() and reperes.existent(theme.codes)
        self.warning.set_text(reperes.AVERTISSEMENT if shown else "")
        if shown:
            self.view.show_marks(self.context.reference)
        self._place.addWidget(self.view)
        follow_layout(self._whole)
        if kept is not None:
            self.view.focus_on(kept)

    def _themes(self, periode: Periode) -> tuple[Theme, ...]:
        known = self.context.reference.indicateurs.definitions
        return activite_themes.themes(c for c in activite.comptes(periode) if c in known)

    def _theme(self, periode: Periode) -> Theme:
        themes = self._themes(periode)
        return next((t for t in themes if t.cle == self._wanted), themes[0])

    def _under_keyboard(self) -> Cible | None:
        here = self.focusWidget()
        if self.view is None or self._found is None or here is None:
            return None
        return self.view.cible_of(here)

    def _on_failed(self, error: AppError) -> None:
        self.problem.show_message("danger", error.sentence, error.way_out)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _READ:
            self._load(self.period.periode())

    # --- what is done -----------------------------------------------------------------------

    def _on_theme_chosen(self, key: str) -> None:
        self._wanted = key
        if self._found is not None:
            self._show_theme()
            self.body.verticalScrollBar().setValue(0)

    def _on_marks_toggled(self, _wanted: bool) -> None:  # noqa: FBT001
        if self._found is not None:
            self._show_theme()

    def _on_figure_chosen(self, cible: Cible) -> None:
        self._asked = cible
        self.people.show(cible)

    def _on_report_clicked(self) -> None:
        """Of the year shown; of this one, its own page knows which is due."""
        year = self.period.periode().premier.year
        past = {"annee": str(year)} if year < self.context.now().year else {}
        self.context.navigator.go(Route("rapport", **past))

    def _on_tables_clicked(self) -> None:
        """Of the days shown."""
        shown = self.period.periode()
        days = {"du": shown.premier.isoformat(), "au": shown.dernier.isoformat()}
        self.context.navigator.go(Route("tableaux", **days))

    def _on_people_left(self) -> None:
        self._back_to = self._asked


def _asked(route: Route) -> Periode | None:
    mois, annee = route.get("mois"), route.get("annee")
    if mois:
        return Periode.du_mois(Mois.lire(mois))
    return Periode.de_l_annee(int(annee)) if annee else None


def _beside(office: Office, *, periode: Periode) -> tuple[Periode, Autour]:
    return periode, activite.autour(office, periode)
