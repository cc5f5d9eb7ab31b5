"""PreparationPage: who will be discussed, when, and by whom; then the meeting begins."""

from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import MembreId, PatientId, SyntheseId
from microstructure_desktop.domain.synthese import Etat, Motif, Situation
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import ordre_du_jour_imprime, syntheses
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.syntheses import SavedMeanwhile, SyntheseOuverte
from microstructure_desktop.ui import look, texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.record_menu import MORE, RecordMenu, Target, may_cancel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.undo_stack import UNDO
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody

from .agenda_card import AgendaCard
from .date_card import DateCard
from .keeper import Keeper
from .names import Names
from .presence_card import PresenceCard
from .proposals_card import ProposalsCard
from .reprises_card import ReprisesCard

_ASIDE = 440


class PreparationPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ouverte: SyntheseOuverte | None = None
        self._preview: PrintPreview | None = None
        self.keeper = Keeper(context, drafts=False, parent=self)
        self.header = HeaderBand("Préparer la réunion", back="Retour aux réunions")
        self.header.set_tag("En préparation", "mute")
        self.banner = Banner()
        self.reprises = ReprisesCard()
        self.proposals = ProposalsCard()
        self.agenda = AgendaCard(context)
        self.date = DateCard(lambda: context.now().date())
        self.presence = PresenceCard("Lieu et équipe")
        self.print_button = Button(
            "Imprimer l’ordre du jour", "normal", "printer", shortcut="Ctrl+P"
        )
        self.begin_button = Button(
            "Commencer la réunion", "primary", "play", shortcut="Ctrl+Return"
        )
        self.footer = FooterBar(icon="check")
        self.footer.add_right(self.print_button)
        self.footer.add_right(self.begin_button)
        self.menu = RecordMenu(context, self)
        self.more_button = IconButton("ellipsis", MORE)
        self.more_button.hide()
        self.header.add_action(self.more_button)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = PageBody()
        aside = body.add_aside(look.px(_ASIDE))
        for place, cards in (
            (body.main, (self.banner, self.reprises, self.proposals)),
            (aside, (self.date, self.agenda, self.presence)),
        ):
            for card in cards:
                place.addWidget(card)
            place.addStretch(1)
        self.setLayout(column(self.header, body, self.footer, spacing=0, grows=body))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self._on_back_clicked)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.written.connect(self._on_written)
        self.keeper.merged.connect(self._on_merged)
        self.keeper.refused.connect(self._on_failed)
        self.banner.action_clicked.connect(self.keeper.merge)
        self.context.discretion.changed.connect(self._on_discretion_changed)
        self.proposals.accepted.connect(self._on_accepted)
        self.agenda.moved.connect(self._on_moved)
        self.agenda.removed.connect(self._on_removed)
        self.agenda.planned.connect(self._on_planned)
        self.agenda.patient_chosen.connect(self._on_patient_chosen)
        self.date.day_chosen.connect(self._on_day_chosen)
        self.date.time_chosen.connect(self._on_time_chosen)
        self.presence.place_changed.connect(self._on_place_changed)
        self.presence.remote_changed.connect(self._on_remote_changed)
        self.presence.people_changed.connect(self._on_people_changed)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.begin_button.clicked.connect(self._on_begin_clicked)
        self.more_button.clicked.connect(self._on_more_clicked)
        self.menu.cancelling.cancelled.connect(self._on_cancelled)

    def open(self, route: Route) -> None:
        ready = partial(syntheses.prepare, synthese_id=route.get("synthese_id"))
        self.context.worker.run(ready, self._on_opened, self._on_failed)

    def leave(self) -> None:
        self.keeper.flush()
        if self._preview is not None:
            self._preview.reject()

    def first_focus(self) -> QWidget | None:
        return self.proposals.all_button

    # --- what is shown ----------------------------------------------------------------------

    def _on_opened(self, ouverte: SyntheseOuverte) -> None:
        if ouverte.synthese.etat is not Etat.PREPAREE:
            route = Route("synthese", synthese_id=ouverte.synthese.id)
            self.context.navigator.replace(route)
            return
        self.banner.clear()
        self.footer.set_hint("")
        self.keeper.watch(ouverte)
        self._show(ouverte)
        if ouverte.entre_temps:
            self._on_failed(SavedMeanwhile(ouverte.entre_temps))

    def _show(self, ouverte: SyntheseOuverte) -> None:
        self._ouverte = ouverte
        synthese = ouverte.synthese
        self.more_button.setVisible(ouverte.based_on is not None)
        names = self._names()
        self.header.set_words(
            "Préparer la réunion de synthèse", f"Réunion n°{texts.NBSP}{ouverte.numero}"
        )
        self.reprises.show_reprises(synthese.reprises, names, asked=False)
        self.date.show_date(synthese.jour, synthese.debut)
        self.presence.show_people(ouverte.membres, synthese.presents, synthese.excuses)
        self.presence.show_place(synthese.lieu, remote=synthese.visio)
        self._show_lists(names)

    def _show_lists(self, names: Names) -> None:
        assert self._ouverte is not None
        proposees = self._ouverte.proposees
        reasons = {p.patient: p for p in proposees}
        self.agenda.show_agenda(self._ouverte.synthese.situations, reasons, names)
        self.proposals.show_proposals(self._ouverte.propositions, names, none_at_all=not proposees)

    def _names(self) -> Names:
        assert self._ouverte is not None
        opened = self._ouverte
        return Names(opened.patients, opened.membres, self.context.discretion, opened.limites)

    def _on_discretion_changed(self) -> None:
        if self._ouverte is not None:
            self.reprises.name_patients(self._names())
            self._show_lists(self._names())

    def _change(self, **fields: object) -> None:
        assert self._ouverte is not None
        synthese = replace(self._ouverte.synthese, **fields)  # type: ignore[arg-type]
        self._ouverte = replace(self._ouverte, synthese=synthese)
        self.keeper.change(synthese)

    def _reorder(self, *situations: Situation) -> None:
        assert self._ouverte is not None
        self._change(situations=situations)
        self._show_lists(self._names())

    def _on_saved(self, at: datetime) -> None:
        self.footer.set_hint(f"Enregistré à {texts.clock(at.time())}")
        self.context.events.mark_saved(at)

    def _on_written(self, ouverte: SyntheseOuverte) -> None:
        self.more_button.show()
        if ouverte.synthese.etat is not Etat.PREPAREE:
            route = Route("synthese", synthese_id=ouverte.synthese.id)
            self.context.navigator.replace(route)

    def _on_merged(self, ouverte: SyntheseOuverte) -> None:
        assert self._ouverte is not None
        self.banner.clear()
        self._show(replace(ouverte, proposees=self._ouverte.proposees))

    def _on_failed(self, error: AppError) -> None:
        action = "Réunir les deux versions" if isinstance(error, SavedMeanwhile) else ""
        self.banner.show_message("warn", error.sentence, error.way_out, action)

    # --- what the person does ---------------------------------------------------------------

    def _situations(self) -> tuple[Situation, ...]:
        assert self._ouverte is not None
        return self._ouverte.synthese.situations

    def _on_accepted(self, patients: tuple[PatientId, ...]) -> None:
        assert self._ouverte is not None
        taken = [p for p in self._ouverte.propositions if p.patient in patients]
        added = (Situation(p.patient, p.motif, p.question) for p in taken)
        self._reorder(*self._situations(), *added)
        said = texts.count(len(taken), "situation ajoutée", "situations ajoutées")
        back = partial(self._take_off, self._ouverte.synthese.id, frozenset(patients))
        self.context.events.notify(f"{said} à l’ordre du jour", UNDO, back)

    def _on_moved(self, patient: str, step: int) -> None:
        order = list(self._situations())
        at = next(at for at, s in enumerate(order) if s.patient == patient)
        if not 0 <= at + step < len(order):
            return
        order[at], order[at + step] = order[at + step], order[at]
        self._reorder(*order)
        self.agenda.tell_move(PatientId(patient), self._names())

    def _on_removed(self, patient: str) -> None:
        assert self._ouverte is not None
        before = self._situations()
        at = next(at for at, s in enumerate(before) if s.patient == patient)
        self._reorder(*(s for s in before if s.patient != patient))
        back = partial(self._put_back, self._ouverte.synthese.id, at, before[at])
        self.context.events.notify("Situation retirée de l’ordre du jour", UNDO, back)

    def _put_back(self, meeting: SyntheseId, at: int, situation: Situation) -> None:
        if self._shows(meeting) and all(s.patient != situation.patient for s in self._situations()):
            order = list(self._situations())
            order.insert(at, situation)
            self._reorder(*order)

    def _take_off(self, meeting: SyntheseId, patients: frozenset[PatientId]) -> None:
        if self._shows(meeting):
            self._reorder(*(s for s in self._situations() if s.patient not in patients))

    def _shows(self, meeting: SyntheseId) -> bool:
        """Whether this meeting is still the one prepared on screen."""
        return (
            self.isVisible()
            and self._ouverte is not None
            and self._ouverte.synthese.id == meeting
            and self.keeper.synthese.etat is Etat.PREPAREE
        )

    def _on_patient_chosen(self, patient: str) -> None:
        added = Situation(PatientId(patient), Motif.AJOUT)
        self._reorder(*self._situations(), added)

    def _on_planned(self, patient: str, minutes: int | None) -> None:
        situations = tuple(
            replace(s, minutes_prevues=minutes) if s.patient == patient else s
            for s in self._situations()
        )
        self._change(situations=situations)
        self.agenda.show_time(situations)

    def _on_day_chosen(self, day: date) -> None:
        assert self._ouverte is not None
        before = self._ouverte.synthese
        self._change(jour=day)
        back = partial(self._move_back, before.id, before.jour)
        said = f"Réunion déplacée au {texts.long_date(day)}"
        self.context.events.notify(said, UNDO, back)

    def _move_back(self, meeting: SyntheseId, day: date) -> None:
        if self._shows(meeting):
            self._change(jour=day)
            self.date.show_date(day, self.keeper.synthese.debut)

    def _on_remote_changed(self, remote: bool) -> None:  # noqa: FBT001 -- a signal
        self._change(visio=remote)

    def _on_time_chosen(self, hour: time) -> None:
        self._change(debut=hour)

    def _on_place_changed(self, place: str) -> None:
        self._change(lieu=place)

    def _on_people_changed(
        self, presents: tuple[MembreId, ...], excuses: tuple[MembreId, ...]
    ) -> None:
        self._change(presents=presents, excuses=excuses)

    def _on_back_clicked(self) -> None:
        self.context.navigator.go(Route("reunions"))

    def _on_more_clicked(self) -> None:
        assert self._ouverte is not None
        self.keeper.flush()
        synthese = self._ouverte.synthese
        mine = may_cancel(self.context.membre, synthese.redacteur)
        target = Target("synthese", synthese.id, mine=mine)
        self.menu.open_under(self.more_button, target)

    def _on_cancelled(self, _entity: str) -> None:
        self.context.navigator.replace(Route("reunions"))

    def _on_print_clicked(self) -> None:
        """As it stands on screen: what was just changed is written first."""
        assert self._ouverte is not None
        self.keeper.write()
        made = partial(ordre_du_jour_imprime.document, synthese_id=self._ouverte.synthese.id)
        self.context.worker.run(made, self._on_document_ready, self._on_failed)

    def _on_document_ready(self, document: Document) -> None:
        if self.isVisible():
            self._preview = PrintPreview(document, self.context, self)
            self._preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._preview.finished.connect(self._on_preview_finished)
            self._preview.open()

    def _on_preview_finished(self) -> None:
        self._preview = None

    def _on_begin_clicked(self) -> None:
        self.keeper.write(syntheses.begin)
