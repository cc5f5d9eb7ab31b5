"""DemandesPage: what people ask about their data, in three steps: the request, reading, giving."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from microstructure_desktop.domain.demande import Remise
from microstructure_desktop.domain.ids import DemandeId, PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import demandes, dossier_complet
from microstructure_desktop.services.demandes import DemandeSaisie, LigneDemande
from microstructure_desktop.services.dossier_complet import ARelire
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.relecture import Relecture
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.draft_keeper import DraftKeeper
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.undo_stack import UNDO
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.tabs import Tabs

from . import words
from .acts import Acts
from .hand_over_part import HandOverPart
from .request_draft import RequestDraft
from .requests_part import RequestsPart
from .review_part import ReviewPart

DEMANDE, RELIRE, REMETTRE = "demande", "relire", "remettre"
_TABS = (
    (DEMANDE, f"1{NBSP}· La demande"),
    (RELIRE, f"2{NBSP}· Relire les passages"),
    (REMETTRE, f"3{NBSP}· Remettre"),
)
_CHOOSE = "Choisissez d’abord une demande d’accès à répondre"
_CHOOSE_WHAT = "À l’étape 1, puis « Relire et remettre »."
_FOUND = "Votre saisie a été retrouvée"
_FOUND_WHAT = "La demande n’était pas enregistrée ; vérifiez-la puis terminez."
_KINDS = frozenset({"demande", "patient"})


class DemandesPage(Page):
    """Route `demande`: of everybody, or of one `patient_id`; `demande_id` the one to read over."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._patient: PatientId | None = None
        self._wanted = ""
        self._whose: Patient | None = None
        self._lu: ARelire | None = None
        self._keeper: DraftKeeper[Relecture] | None = None
        self._draft: RequestDraft | None = None
        self.header = HeaderBand(words.TITLE, back="Retour (Échap)")
        self.tabs = Tabs(_TABS, name=words.TITLE)
        self.banner = Banner()
        self.requests = RequestsPart(context)
        self.review = ReviewPart(context.discretion)
        self.giving = HandOverPart()
        self.nothing = EmptyState("list-checks", _CHOOSE, _CHOOSE_WHAT, "Voir les demandes")
        self.acts = Acts(context, self)
        self._parts = QStackedWidget()
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        """What was being read over of somebody else never stays."""
        self._forget()
        patient = route.get("patient_id", "")
        self._patient = PatientId(patient) if patient else None
        self._wanted = route.get("demande_id", "")
        self.requests.request.clear()
        self.banner.clear()
        self._draft_for(self._patient)
        self.tabs.set_current(route.get("onglet", RELIRE if self._wanted else DEMANDE))
        if self._wanted:
            self._read(DemandeId(self._wanted))
        self._show_part()
        self._reload()

    def leave(self) -> None:
        for kept in (self._keeper, self._draft):
            if kept is not None:
                kept.flush()
        self.acts.close()

    def first_focus(self) -> QWidget | None:
        return self.tabs.tab(self.tabs.current())

    def _lay_out(self) -> None:
        for part in (self.requests, self.review, self.giving, self.nothing):
            self._parts.addWidget(part)
        self.header.add_tabs(self.tabs)
        news = column(self.banner, margins=(24, 0, 24, 0))
        self.setLayout(column(self.header, news, self._parts, spacing=0, grows=self._parts))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.tabs.changed.connect(self._show_part)
        self.nothing.action_clicked.connect(partial(self.tabs.choose, DEMANDE))
        self.requests.request.asked.connect(self._on_asked)
        self.requests.review_asked.connect(self._on_review_asked)
        self.requests.answer_asked.connect(self.acts.answer)
        self.requests.refuse_asked.connect(self.acts.refuse)
        self.review.decided.connect(self._on_decided)
        self.giving.preview_asked.connect(self._on_preview_asked)
        self.giving.data_asked.connect(self._on_data_asked)
        self.giving.sealed_asked.connect(self._on_sealed_asked)
        self.giving.handed_over.connect(self._on_handed_over)
        self.acts.answered.connect(self._on_answered)
        self.acts.registered.connect(self._on_registered)
        self.acts.failed.connect(self._on_refused)
        self.context.events.store_changed.connect(self._on_store_changed)
        self.context.discretion.changed.connect(self._name)

    # --- what is shown ----------------------------------------------------------------------

    def _show_part(self, _key: str = "") -> None:
        step = [key for key, _ in _TABS].index(self.tabs.current())
        blank = step > 0 and self._lu is None
        parts = (self.requests, self.review, self.giving)
        self._parts.setCurrentWidget(self.nothing if blank else parts[step])
        if self._lu is not None:
            self.giving.show_summary(words.summary(self._lu, self.review.relecture))

    def _reload(self) -> None:
        self.context.worker.run(
            partial(_listed, patient=self._patient), self._on_listed, self._on_failed
        )

    def _on_listed(self, found: tuple[Patient | None, tuple[LigneDemande, ...]]) -> None:
        self._whose, lignes = found
        self.requests.show_requests(lignes, self._wanted, of_one=self._patient is not None)
        self._name()

    def _read(self, demande: DemandeId) -> None:
        opened = partial(dossier_complet.ouvrir, demande_id=demande)
        self.context.worker.run(opened, self._on_read, self._on_failed)

    def _on_read(self, lu: ARelire) -> None:
        self._lu = lu
        demande = lu.demande.demande.id
        self._keeper = DraftKeeper(
            self.context.worker,
            lambda: self.review.relecture,
            lambda chosen: partial(_kept, demande=demande, chosen=chosen),
            self,
        )
        self._keeper.failed.connect(self._on_failed)
        self.review.show_record(lu)
        self._name()
        self._show_part()

    def _draft_for(self, patient: PatientId | None) -> None:
        if self._draft is not None:
            self._draft.let_go()
        self._draft = None
        if patient is not None:
            self._draft = RequestDraft(self.context, self.requests.request, patient)
            self._draft.found.connect(self._on_found)
            self._draft.failed.connect(self._on_failed)

    def _on_found(self) -> None:
        self.banner.show_message("info", _FOUND, _FOUND_WHAT)

    def _name(self) -> None:
        whose = self._lu.demande.patient if self._lu is not None else self._whose
        self.header.subtitle.setText(self.context.discretion.name(whose) if whose else "")

    def _forget(self) -> None:
        if self._keeper is not None:
            self._keeper.let_go()
            self._keeper = None
        if self._draft is not None:
            self._draft.let_go()
            self._draft = None
        self._lu = None
        self.giving.forget()

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _KINDS:
            self._reload()

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    # --- what the person does ---------------------------------------------------------------

    def _on_asked(self, saisie: DemandeSaisie) -> None:
        if self._patient is not None and self._draft is not None:
            self._draft.hold()
            self.acts.register(self._patient, saisie)

    def _on_registered(self) -> None:
        self.requests.request.clear()
        self._draft_for(self._patient)

    def _on_refused(self, error: AppError) -> None:
        """What was typed stays, and is kept again."""
        if self._draft is not None:
            self._draft.release()
        self._on_failed(error)

    def _on_review_asked(self, ligne: LigneDemande) -> None:
        """Another place of the history: Escape comes back to the list."""
        params = {"demande_id": ligne.demande.id, "onglet": RELIRE}
        if self._patient is not None:
            params["patient_id"] = self._patient
        self.context.navigator.go(Route("demande", **params))

    def _on_decided(self, before: Relecture, said: str) -> None:
        if self._keeper is not None:
            self._keeper.touch()
        if said:
            self.context.events.notify(said, UNDO, partial(self._take_back, before, self._lu))

    def _take_back(self, before: Relecture, lu: ARelire | None) -> None:
        """The choice before, as long as the same record is read over."""
        if lu is self._lu and self._keeper is not None:
            self.review.set_relecture(before)
            self._keeper.touch()

    def _on_preview_asked(self) -> None:
        if self._lu is not None:
            self.acts.show(self._lu.demande.demande.id, self.review.relecture)

    def _on_data_asked(self) -> None:
        if self._lu is not None:
            self.acts.save_data(self._lu.demande.demande.id, self.review.relecture)

    def _on_sealed_asked(self, phrase: str) -> None:
        if self._lu is not None:
            self.acts.save_sealed(self._lu.demande.demande.id, self.review.relecture, phrase)

    def _on_handed_over(self, remise: Remise, word: str) -> None:
        if self._lu is not None and self._keeper is not None:
            self._keeper.hold()
            self.acts.hand_over(self._lu.demande.demande.id, remise, word)

    def _on_answered(self) -> None:
        self._keeper = None
        self._lu = None
        self.giving.forget()
        self.tabs.choose(DEMANDE)
        self._reload()


def _listed(
    office: Office, patient: PatientId | None
) -> tuple[Patient | None, tuple[LigneDemande, ...]]:
    if patient is None:
        return None, demandes.a_repondre(office)
    return demandes.personne(office, patient), demandes.demandes(office, patient)


def _kept(office: Office, demande: DemandeId, chosen: Relecture) -> datetime:
    dossier_complet.garder(office, demande, chosen)
    return office.now()
