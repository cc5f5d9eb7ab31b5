"""DossierLegalPage: the file on the protection of data, and what the cabinet answers in it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import dossier_legal
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.dossier_legal import Dossier
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import boxed, column
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.tabs import Tabs

from .answers_card import AnswersCard
from .papers_card import PapersCard
from .points_card import PointsCard
from .review_card import ReviewCard

DOCUMENTS, REPONSES, POSTE, ACTIONS = "documents", "reponses", "poste", "actions"
_TABS = (
    (DOCUMENTS, "Documents"),
    (REPONSES, "À compléter"),
    (POSTE, "Contrôle du poste"),
    (ACTIONS, "Plan d’action"),
)
_WHAT = "Registre, analyse d’impact, notices, clause et contrôle du poste"
_KINDS = frozenset({"dossier_legal", "cabinet", "membre", "convention", "canal", "support"})


class DossierLegalPage(Page):
    """Route `dossier_legal`, and perhaps `onglet`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.preview: PrintPreview | None = None
        self.header = HeaderBand(dossier_legal.TITRE, _WHAT, back="Retour (Échap)")
        self.print_button = Button("Imprimer le dossier", "primary", "printer", shortcut="Ctrl+P")
        self.tabs = Tabs(_TABS, name=dossier_legal.TITRE)
        self.banner = Banner()
        self.papers = PapersCard()
        self.review = ReviewCard()
        self.answers = AnswersCard()
        self.actions_card = PointsCard("Ce que le cabinet fait ensuite")
        self.groups: dict[str, PointsCard] = {}
        self._poste = column(spacing=16)
        self._parts = QStackedWidget()
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        self.tabs.set_current(route.get("onglet", DOCUMENTS))
        self._show_part()
        self.banner.clear()
        self._reload()

    def leave(self) -> None:
        """An answer whose field was not left yet is kept all the same."""
        for name, text in self.answers.pending():
            self._on_answered(name, text)

    def first_focus(self) -> QWidget | None:
        return self.tabs.tab(self.tabs.current())

    def _lay_out(self) -> None:
        parts = (self.papers, self.answers, boxed(self._poste), self.actions_card)
        for part in parts:
            body = PageBody()
            body.main.addWidget(part)
            body.main.addStretch(1)
            if part is self.papers:
                aside = body.add_aside(look.size("aside"))
                aside.addWidget(self.review)
                aside.addStretch(1)
            self._parts.addWidget(body)
        self.header.add_action(self.print_button)
        self.header.add_tabs(self.tabs)
        news = column(self.banner, margins=(24, 0, 24, 0))
        self.setLayout(column(self.header, news, self._parts, spacing=0, grows=self._parts))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.tabs.changed.connect(self._show_part)
        self.print_button.clicked.connect(partial(self._on_paper_asked, ""))
        self.papers.asked.connect(self._on_paper_asked)
        self.answers.answered.connect(self._on_answered)
        self.actions_card.ticked.connect(self._on_ticked)
        self.review.reviewed.connect(self._on_reviewed)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what is shown ----------------------------------------------------------------------

    def _show_part(self, _key: str = "") -> None:
        self._parts.setCurrentIndex([key for key, _ in _TABS].index(self.tabs.current()))

    def _reload(self) -> None:
        self.context.worker.run(dossier_legal.dossier, self._on_loaded, self._on_failed)

    def _on_loaded(self, lu: Dossier) -> None:
        self.papers.show_papers(lu.papiers)
        self.review.show_dossier(lu)
        self.answers.show_answers(lu.reponses, may_write=lu.modifiable)
        self.actions_card.show_points(lu.actions, may_write=lu.modifiable)
        for titre, lignes in lu.groupes:
            if titre not in self.groups:
                self.groups[titre] = card = PointsCard(titre)
                card.ticked.connect(self._on_ticked)
                self._poste.addWidget(card)
            self.groups[titre].show_points(lignes, may_write=lu.modifiable)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _KINDS:
            self._reload()

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    def _on_refused(self, error: AppError) -> None:
        self._on_failed(error)
        self._reload()

    # --- what is done -----------------------------------------------------------------------

    def _on_answered(self, name: str, text: str) -> None:
        answer = partial(dossier_legal.repondre, blanc_id=name, texte=text)
        self._do(answer, self._on_answer_kept)

    def _on_answer_kept(self, fait: Fait[object]) -> None:
        self.context.undo.offer("Réponse enregistrée", fait.changes)

    def _on_ticked(self, name: str, done: bool) -> None:  # noqa: FBT001 -- a Qt slot
        le = self.context.now().date() if done else None
        tick = partial(dossier_legal.cocher, point_id=name, le=le)
        self._do(tick, self._on_tick_kept if done else self._on_tick_taken)

    def _on_tick_kept(self, fait: Fait[object]) -> None:
        self.context.undo.offer("Ligne vérifiée aujourd’hui", fait.changes)

    def _on_tick_taken(self, fait: Fait[object]) -> None:
        self.context.undo.offer("Ligne à vérifier de nouveau", fait.changes)

    def _on_reviewed(self) -> None:
        self._do(dossier_legal.revoir, self._on_review_kept)

    def _on_review_kept(self, fait: Fait[object]) -> None:
        self.context.undo.offer("Relecture notée aujourd’hui", fait.changes)

    def _do(
        self, action: Callable[[Office], object], on_done: Callable[[Fait[object]], None]
    ) -> None:
        self.banner.clear()
        self.context.worker.run(partial(noted, action=action), on_done, self._on_refused)

    # --- what is printed --------------------------------------------------------------------

    def _on_paper_asked(self, name: str) -> None:
        made = partial(dossier_legal.imprimer, papier_id=name)
        self.context.worker.run(made, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        if self.isVisible():
            self.preview = PrintPreview(document, self.context, self)
            self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.preview.open()
