"""RapportPage: the annual report, read and commented part by part, then handed in."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import rapport_documents, rapport_ouvert
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.rapport_documents import Format
from microstructure_desktop.services.rapport_ouvert import RapportOuvert
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.forms.tab_order import follow_layout
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.parts_nav import PartsNav

from . import words
from .checklist_card import ChecklistCard
from .part import SectionPart
from .release import Release
from .states import bare_parts, parts, section_of
from .year_bar import YearBar

_READ = frozenset(
    {
        "commentaire", "financement", "mois_clos", "consultation", "inclusion", "fiche",
        "synthese", "reunion", "formation", "facturation", "patient", "cabinet", "membre",
        "declaration", "divulgation",
    }
)  # fmt: skip


_SIDE = 244
_FIRST_MONTHS = 6  # of a year, when the report wanted is that of the year before


class RapportPage(Page):
    """Route `rapport`, perhaps with `annee` and `section`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ouvert: RapportOuvert | None = None
        self.part: SectionPart | None = None
        self.checklist: ChecklistCard | None = None
        self.release: Release | None = None
        self.preview: PrintPreview | None = None
        self._led = False  # to a section, from the place where something is missing
        today = context.now().date()
        self.header = HeaderBand(words.TITLE, back="Retour (Échap)")
        self.year = YearBar(today.year)
        self.year.set_year(today.year - (today.month <= _FIRST_MONTHS))
        self._reads = allowed(context.membre.role, Permission.RAPPORT)
        self.edit_button = IconButton("file-pen", f"{words.EDITABLE}…")
        self.print_button = Button(words.PRINT, "primary", "printer", shortcut="Ctrl+P")
        self.release_button = Button(f"{words.RELEASE_PRINT}…", "primary", "send")
        self.nav = PartsNav(words.PARTS)
        self.problem = Banner()
        self.footer = FooterBar()
        self.before_button = Button("Partie précédente", "normal", "chevron-left")
        self.after_button = Button("Partie suivante", "normal", "chevron-right", trailing=True)
        self._place = column(spacing=16)
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        year, section = route.get("annee"), route.get("section")
        if year is not None:
            self.year.set_year(int(year))
        self._led = section is not None
        self._show_nothing()
        self.nav.set_parts(bare_parts(self.context.membre.role))
        self.nav.set_current(section or self.nav.current())
        self._load()

    def leave(self) -> None:
        if self.part is not None:
            self.part.let_go()
            self.part = None
        if self.release is not None:
            self.release.dismiss()
        if self.preview is not None:
            self.preview.reject()

    def first_focus(self) -> QWidget | None:
        return self.nav.button(self.nav.current())

    def _lay_out(self) -> None:
        for part in (self.year, self.edit_button, self.print_button, self.release_button):
            self.header.add_action(part)
        self.release_button.hide()
        side = self._side = PageBody()
        side.setFixedWidth(look.px(_SIDE))
        side.fill(self.nav)
        inner = side.widget()
        layout = inner.layout() if inner is not None else None
        assert layout is not None
        layout.setContentsMargins(16, 16, 0, 12)
        self.body = PageBody()
        self.body.fill(self.problem, self._place)
        ground = QHBoxLayout()
        ground.setSpacing(0)
        ground.addWidget(side)
        ground.addWidget(self.body, 1)
        self.footer.add_left(self.before_button)
        self.footer.add_right(self.after_button)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(ground, 1)
        whole.addWidget(self.footer)

    def _connect(self) -> None:
        self.header.back_clicked.connect(self._on_back_clicked)
        self.year.changed.connect(self._on_year_changed)
        self.nav.chosen.connect(self._on_part_chosen)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.release_button.clicked.connect(self._on_release_clicked)
        self.before_button.clicked.connect(partial(self._step, -1))
        self.after_button.clicked.connect(partial(self._step, 1))
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what is read -----------------------------------------------------------------------

    def _load(self) -> None:
        if not self._reads:
            self.header.set_words(f"{words.TITLE} {self.year.year()}", words.RELEASE_TITLE)
            self._show()
            return
        read = partial(rapport_ouvert.ouvrir, annee=self.year.year())
        self.context.worker.run(read, self._on_loaded, self._on_failed)

    def _on_loaded(self, ouvert: RapportOuvert) -> None:
        if ouvert.rapport.annee != self.year.year() or not self.isVisible():
            return
        self.ouvert = ouvert
        self.problem.clear()
        self.header.set_words(f"{words.TITLE} {ouvert.rapport.annee}", words.subtitle(ouvert))
        self.header.set_tag(*words.tag(ouvert))
        self.nav.set_parts(parts(ouvert, self.context.membre.role))
        self._show()

    def _on_failed(self, error: AppError) -> None:
        self.problem.show_message("danger", error.sentence, error.way_out)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _READ:
            self._load()

    # --- what is shown ----------------------------------------------------------------------

    def _show(self) -> None:
        """The part chosen; already there, it is only read again."""
        section = section_of(self.nav.current())
        releasing = self.nav.current() == words.RELEASE
        for button in (self.edit_button, self.print_button):
            button.setVisible(not releasing)
        self.release_button.setVisible(releasing)
        if self.part is not None and (self.part.section, self.part.annee) == (
            section,
            self.year.year(),
        ):
            self.part.refresh(self._opened())
        elif releasing:
            self._show_release()
        elif section is None:
            self._show_checklist(self._opened())
        else:
            self._show_section(self._opened(), section)
        follow_layout(self._whole)
        self._side.ensureWidgetVisible(self.nav.button(self.nav.current()))
        keys = self.nav.order()
        at = keys.index(self.nav.current())
        self.before_button.setEnabled(at > 0)
        self.after_button.setEnabled(at + 1 < len(keys))

    def _show_section(self, ouvert: RapportOuvert, section: Section) -> None:
        self._show_nothing()
        self.part = SectionPart(self.context, self, ouvert, section)
        self._place.addWidget(self.part.view)
        if self._led:
            self.part.focus_first()
            self._led = False

    def _show_checklist(self, ouvert: RapportOuvert) -> None:
        if self.checklist is None:
            self._show_nothing()
            self.checklist = ChecklistCard(self.context.discretion)
            self.checklist.route_chosen.connect(self.context.navigator.go)
            self._place.addWidget(self.checklist)
        self.checklist.show_checks(ouvert.rapport.controles, ouvert.personnes)

    def _show_release(self) -> None:
        if self.release is not None and self.release.annee == self.year.year():
            self.release.load()
            return
        self._show_nothing()
        self.release = Release(self.context, self, self.year.year())
        self.release.released.connect(self._on_released)
        self.release.ready.connect(self.release_button.setEnabled)
        self._place.addWidget(self.release.view)

    def _opened(self) -> RapportOuvert:
        assert self.ouvert is not None
        return self.ouvert

    def _show_nothing(self) -> None:
        if self.part is not None:
            self.part.let_go()
        self.part = self.checklist = self.release = None
        clear(self._place)
        self.body.verticalScrollBar().setValue(0)

    # --- what is done -----------------------------------------------------------------------

    def _on_back_clicked(self) -> None:
        self.context.navigator.back()

    def _on_year_changed(self, _year: int) -> None:
        self._show_nothing()
        self._load()

    def _on_part_chosen(self, _key: str) -> None:
        read = self.ouvert is not None and self.ouvert.rapport.annee == self.year.year()
        if read or not self._reads:
            self._show()

    def _step(self, by: int) -> None:
        keys = self.nav.order()
        self.nav.set_current(keys[keys.index(self.nav.current()) + by])
        self._show()
        other = self.after_button if by < 0 else self.before_button
        if not (self.before_button if by < 0 else self.after_button).isEnabled():
            other.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_print_clicked(self) -> None:
        """What is being written is in it."""
        if self.part is not None:
            self.part.writing.record()
        make = partial(rapport_documents.interne, annee=self.year.year())
        self.context.worker.run(make, self._on_document, self._on_failed)

    def _on_edit_clicked(self) -> None:
        """The pages to look at, and a text to go on with."""
        if self.part is not None:
            self.part.writing.record()
        make = partial(_both, annee=self.year.year())
        self.context.worker.run(make, self._on_both, self._on_failed)

    def _on_release_clicked(self) -> None:
        if self.release is not None:
            self.release.ask()

    def _on_document(self, document: Document) -> None:
        self._preview(document, None)

    def _on_both(self, made: tuple[Document, Document]) -> None:
        self._preview(*made)

    def _on_released(self, document: Document, copy: Document | None) -> None:
        self._preview(document, copy)

    def _preview(self, document: Document, copy: Document | None) -> None:
        if self.isVisible():
            self.preview = PrintPreview(document, self.context, self, copy=copy)
            self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.preview.finished.connect(self._on_preview_finished)
            self.preview.open()

    def _on_preview_finished(self) -> None:
        self.preview = None


def _both(office: Office, *, annee: int) -> tuple[Document, Document]:
    return (
        rapport_documents.interne(office, annee),
        rapport_documents.interne(office, annee, Format.DOCX),
    )
