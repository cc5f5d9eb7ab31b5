"""TimesPage: the permanences and absences of the team."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.agenda import Absence, Permanence
from microstructure_desktop.domain.ids import AbsenceId, PermanenceId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import permanences
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.permanences import AbsenceSaisie, PermanenceSaisie, Temps
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.forms.tab_order import follow_layout
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.page_body import PageBody

from .times_card import TimesCard
from .times_forms import AbsenceForm, PermanenceForm

if TYPE_CHECKING:
    from microstructure_desktop.services.office import Office

_WORDS = "Qui reçoit quand : l’agenda propose ces heures, et pose une question en dehors."


class TimesPage(Page):
    """Route `horaires`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = HeaderBand("Permanences et absences", _WORDS, back="Retour (Échap)")
        self.psychiatrist_button = Button("Permanence de psychiatrie", icon="brain")
        self.header.add_action(self.psychiatrist_button)
        self.psychiatrist_button.setVisible(allowed(context.membre.role, Permission.CLINIQUE))
        self.banner = Banner()
        self.cards: list[TimesCard] = []
        self.permanence_form = PermanenceForm(context)
        self.absence_form = AbsenceForm(context)
        self._list = column(spacing=16)
        body = PageBody()
        body.fill(self.banner, self._list)
        aside = body.add_aside(look.size("aside") + look.px(40))
        for form in (self.permanence_form, self.absence_form):
            aside.addWidget(form)
        aside.addStretch(1)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(body, 1)
        self.header.back_clicked.connect(context.navigator.back)
        self.psychiatrist_button.clicked.connect(
            partial(context.navigator.go, Route("permanence_psychiatre"))
        )
        self.permanence_form.asked.connect(self._on_permanence_asked)
        self.absence_form.asked.connect(self._on_absence_asked)
        context.events.store_changed.connect(self._on_store_changed)

    def open(self, _route: Route) -> None:
        self._reload()

    def first_focus(self) -> QWidget | None:
        return self.permanence_form.day

    def _reload(self) -> None:
        self.context.worker.run(permanences.temps, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: tuple[Temps, ...]) -> None:
        self.banner.clear()
        clear(self._list)
        me = self.context.membre
        writable = tuple(
            t.membre for t in found if permanences.may_write(me.role, me.id, t.membre.id)
        )
        self.cards = [
            TimesCard(t, self.context.reference, may_write=t.membre in writable) for t in found
        ]
        for card in self.cards:
            card.end_asked.connect(self._on_end_asked)
            card.return_asked.connect(self._on_return_asked)
            self._list.addWidget(card)
        for form in (self.permanence_form, self.absence_form):
            form.set_members(writable)
            form.setVisible(bool(writable))
        follow_layout(self._whole)

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & {"permanence", "absence", "membre"}:
            self._reload()

    def _on_permanence_asked(self, typed: PermanenceSaisie) -> None:
        hold = partial(permanences.tenir, saisie=typed)
        self.context.worker.run(partial(noted, action=hold), self._on_held, self._on_failed)

    def _on_held(self, fait: Fait[Permanence]) -> None:
        self.permanence_form.clear()
        self.context.undo.offer("Permanence ajoutée", fait.changes)

    def _on_absence_asked(self, typed: AbsenceSaisie) -> None:
        self.context.worker.run(partial(_away, typed=typed), self._on_away, self._on_failed)

    def _on_away(self, answer: tuple[Fait[Absence], int]) -> None:
        fait, awaited = answer
        self.absence_form.clear()
        more = f" · {count(awaited, 'rendez-vous', 'rendez-vous')} à déplacer" if awaited else ""
        self.context.undo.offer(f"Absence notée{more}", fait.changes)

    def _on_end_asked(self, permanence_id: str) -> None:
        end = partial(permanences.cesser, permanence_id=PermanenceId(permanence_id))
        self.context.worker.run(partial(noted, action=end), self._on_ended, self._on_failed)

    def _on_ended(self, fait: Fait[None]) -> None:
        self.context.undo.offer("Permanence terminée", fait.changes)

    def _on_return_asked(self, absence_id: str) -> None:
        back = partial(permanences.revenir, absence_id=AbsenceId(absence_id))
        self.context.worker.run(partial(noted, action=back), self._on_returned, self._on_failed)

    def _on_returned(self, fait: Fait[None]) -> None:
        self.context.undo.offer("Absence retirée", fait.changes)


def _away(office: "Office", *, typed: AbsenceSaisie) -> tuple[Fait[Absence], int]:
    """The absence, and how many people are awaited meanwhile."""
    fait = noted(office, partial(permanences.s_absenter, saisie=typed))
    return fait, permanences.rendez_vous_pendant(office, fait.result)
