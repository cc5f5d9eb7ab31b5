"""PermanencePage: the psychiatrist's month, for the psychiatrist and for the team."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.actions_decidees import ActionDecidee
from microstructure_desktop.services.permanence_psychiatre import (
    Passage,
    Permanence,
    QuestionPosee,
    permanence,
)
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.action_acts import ActionActs
from microstructure_desktop.ui.dialogs.action_list import ActionList
from microstructure_desktop.ui.dialogs.action_words import about
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from microstructure_desktop.ui.dialogs.appointment_wish import Wish
from microstructure_desktop.ui.forms.tab_order import follow_layout
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import clock, month_and_year, short_date
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.page_body import PageBody

from . import words
from .people_card import PeopleCard
from .person_line import PersonLine
from .presences_card import PresencesCard
from .time_card import TimeCard

_TITLE = "Permanence de psychiatrie"
_SHOWN = 20
_READ = frozenset(
    {
        "consultation", "rendez_vous", "permanence", "absence", "synthese", "reunion",
        "question", "suite_donnee", "declaration", "patient", "membre", "cabinet",
    }
)  # fmt: skip
_CERTIFICATES = (
    "Le certificat lui-même se fait hors d’ici : formulaire officiel pour la MDPH, médecin de la "
    "liste du procureur pour une mesure de protection. Le courrier l’accompagne."
)


class PermanencePage(Page):
    """Route `permanence_psychiatre`, perhaps with `mois` (« 2026-11 »)."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._mois: Mois | None = None
        self._found: Permanence | None = None
        self._hers = context.membre.role is Role.PSYCHIATRE
        self.header = HeaderBand(_TITLE, back="Retour (Échap)")
        self.before_button = IconButton("chevron-left", "Mois précédent")
        self.after_button = IconButton("chevron-right", "Mois suivant")
        self.plan_button = Button("Planifier un rendez-vous", "primary", "calendar-plus")
        self.banner = Banner()
        self.presences = PresencesCard()
        discretion = context.discretion
        self.people = PeopleCard("Rendez-vous et avis", "Personne ce mois-ci.", discretion)
        self.wanted = Card("Avis demandés en réunion")
        self.wanted_list = ActionList(_SHOWN, self._name, owner=True)
        self.questions = PeopleCard("Questions de l’équipe", "Aucune question.", discretion)
        self.time = TimeCard()
        self.treatments = PeopleCard(
            "Traitements revus", "Aucun traitement revu ce mois-ci.", discretion
        )
        self.certificates = PeopleCard(
            "Certificats", "Aucun certificat noté ce mois-ci.", discretion, _CERTIFICATES
        )
        self.acts = ActionActs(context, self)
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        asked = route.get("mois")
        self._mois = Mois.lire(asked) if asked else None
        self._reload()

    def first_focus(self) -> QWidget | None:
        return self.plan_button if self._hers else self.before_button

    def _lay_out(self) -> None:
        for button in (self.before_button, self.after_button, self.plan_button):
            self.header.add_action(button)
        self.plan_button.setVisible(self._hers)  # each carer plans their own appointments
        self.wanted.body.addWidget(self.wanted_list)
        body = PageBody()
        main = (self.banner, self.wanted, self.people, self.questions)
        body.fill(*main)
        body.fill_aside(self.time, self.presences, self.treatments, self.certificates)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(body, 1)
        self.wanted.hide()

    def _connect(self) -> None:
        go = self.context.navigator.go
        self.header.back_clicked.connect(self.context.navigator.back)
        self.before_button.clicked.connect(partial(self._move, -1))
        self.after_button.clicked.connect(partial(self._move, 1))
        self.plan_button.clicked.connect(self._on_plan_clicked)
        leading = (self.presences, self.people, self.questions, self.treatments)
        for part in (*leading, self.certificates, self.wanted_list):
            part.route_chosen.connect(go)
        self.wanted_list.done_asked.connect(self.acts.done)
        self.wanted_list.drop_asked.connect(self.acts.drop)
        self.context.discretion.changed.connect(self.wanted_list.name_anew)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what is shown ----------------------------------------------------------------------

    def _reload(self) -> None:
        read = partial(permanence, mois=self._mois)
        self.context.worker.run(read, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: Permanence) -> None:
        self._found, self._mois = found, found.mois
        self.banner.clear()
        who = ", ".join(m.nom_affiche for m in found.psychiatres)
        month = month_and_year(found.mois.premier).capitalize()
        self.header.set_words(_TITLE, " · ".join(part for part in (month, who) if part))
        for card in (self.time, self.presences):
            card.show_month(found)
        self.wanted_list.show_actions(found.demandes, found.jour)
        self.wanted.setVisible(bool(found.demandes))
        self.people.show_lines([self._passage(p, found) for p in found.passages])
        self.people.set_note(words.held_back(found))
        self.questions.show_lines(
            [self._line(q, words.question(q, found.jour)) for q in found.questions]
        )
        reviewed = [p for p in found.passages if p.traitement or p.revoir]
        self.treatments.show_lines([self._line(p, words.treatment(p)) for p in reviewed])
        given = [p for p in found.passages if p.certificats]
        self.certificates.show_lines(
            [self._line(p, words.certificates(p), letter=True) for p in given]
        )
        follow_layout(self._whole)

    def _passage(self, passage: Passage, found: Permanence) -> PersonLine:
        day = f"{short_date(passage.jour)} {clock(passage.heure)}"
        made = words.tag(passage, found.jour)
        discretion = self.context.discretion
        return PersonLine(passage.patient, discretion, words.what(passage), day=day, tag=made)

    def _line(
        self, about: Passage | QuestionPosee, text: str, *, letter: bool = False
    ) -> PersonLine:
        return PersonLine(about.patient, self.context.discretion, text, letter=letter)

    def _name(self, decidee: ActionDecidee) -> str:
        return about(decidee, self.context)

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _READ:
            self._reload()

    # --- what is done -----------------------------------------------------------------------

    def _move(self, months: int) -> None:
        if self._found is not None:
            self._mois = self._found.mois.plus(months)
            self._reload()

    def _on_plan_clicked(self) -> None:
        AppointmentDialog(self, self.context, Wish(membre=self.context.membre.id)).open()
