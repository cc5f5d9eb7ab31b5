"""FusionPage: two records of one person, side by side, to be made one."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.fusion import Fusion
from microstructure_desktop.domain.ids import InclusionId, PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import equipe, fusions, patients
from microstructure_desktop.services.fusions import Comparaison, Decision
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.person_field import PersonField
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.segmented import Segmented

from . import words
from .choices_card import ChoicesCard

if TYPE_CHECKING:
    from microstructure_desktop.domain.patient import Patient

_TITLE = "Réunir deux dossiers"
_WHAT = "Un seul dossier reste ; l’autre numéro y mène. Réversible pendant 30 jours."
_CERTAIN = "C’est bien la même personne : je l’ai vérifié."
_HINT = "Échap revient, rien n’est changé"
_CAREFUL = "À regarder avant de réunir"


@dataclass(frozen=True, slots=True)
class Loaded:
    vue: Comparaison
    membres: tuple[Membre, ...]


class FusionPage(Page):
    """Route `fusion`: `garde`, and `absorbe` once the other record is known."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._route: Route | None = None
        self._first: Patient | None = None
        self._loaded: Loaded | None = None
        self.header = HeaderBand(_TITLE, _WHAT, back="Retour")
        self.problem, self.care = Banner(), Banner()
        self.finder = PersonField(context)
        self.other = Card("Avec quel dossier ?")
        self.kept = Card("Le dossier qui reste")
        self.keep_choice = Segmented(name="Le dossier qui reste")
        self.choices = ChoicesCard(context)
        self.follow_up = Card("Le suivi qui continue")
        self.follow_choice = Segmented(name="Le suivi qui continue")
        self.moves = Card("Ce qui change de dossier")
        self.moved = Paragraph("")
        self.certain = CheckBox(_CERTAIN)
        self.body = PageBody()
        self.footer = FooterBar(_HINT)
        self.join_button = Button("Réunir les dossiers", "primary", "merge", shortcut="Ctrl+Return")
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        self._route, self._loaded, self._first = route, None, None
        self.problem.clear()
        self.certain.setChecked(False)
        self._show()
        if route.get("absorbe"):
            self._compare(route["garde"], route["absorbe"])
        else:
            read = partial(patients.identity, patient_id=route["garde"])
            self.context.worker.run(read, self._on_first, self._on_failed)

    def first_focus(self) -> QWidget | None:
        return self.finder if self._route and not self._route.get("absorbe") else self.keep_choice

    def _lay_out(self) -> None:
        self.other.body.addWidget(self.finder)
        self.kept.body.addWidget(self.keep_choice)
        self.follow_up.body.addWidget(self.follow_choice)
        self.moves.body.addWidget(self.moved)
        self.footer.add_right(self.join_button)
        self.body.fill(
            self.problem, self.other, self.care, self.certain, self.kept, self.choices,
            self.follow_up, self.moves,
        )  # fmt: skip
        self.setLayout(column(self.header, self.body, self.footer, spacing=0, grows=self.body))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self._on_back_clicked)
        self.finder.chosen.connect(self._on_other_chosen)
        self.keep_choice.changed.connect(self._on_kept_chosen)
        self.join_button.clicked.connect(self._on_join_clicked)
        self.context.discretion.changed.connect(self._name)

    # --- what is read -----------------------------------------------------------------------

    def _compare(self, garde: PatientId, absorbe: PatientId) -> None:
        load = partial(_load, garde=garde, absorbe=absorbe)
        self.context.worker.run(load, self._on_loaded, self._on_failed)

    def _on_first(self, found: patients.IdentiteLue) -> None:
        self._first = found.patient
        self._name()

    def _on_loaded(self, loaded: Loaded) -> None:
        self._loaded = loaded
        vue = loaded.vue
        self.choices.show_comparison(vue, loaded.membres)
        self.moved.setText(words.moved(vue.deplaces, vue.absorbe))
        self.care.show_message("warn", _CAREFUL, words.prudences(vue))
        self._name()
        self._show()
        self.keep_choice.set_value(vue.garde.id)

    def _on_failed(self, error: AppError) -> None:
        self.join_button.setEnabled(True)
        self.problem.show_message("danger", error.sentence, error.way_out)
        self.body.ensureWidgetVisible(self.problem)

    # --- what is shown ----------------------------------------------------------------------

    def _show(self) -> None:
        vue = self._loaded.vue if self._loaded is not None else None
        self.other.setVisible(bool(self._route) and not (self._route or Route("")).get("absorbe"))
        for part in (self.kept, self.choices, self.moves, self.join_button):
            part.setVisible(vue is not None)
        self.follow_up.setVisible(vue is not None and bool(vue.ouvertes))
        self.certain.setVisible(vue is not None and vue.a_confirmer)
        self.care.setVisible(vue is not None and bool(vue.prudences))

    def _name(self) -> None:
        discretion = self.context.discretion
        if self._loaded is None:
            first = words.side(self._first, discretion) if self._first is not None else ""
            self.header.set_words(_TITLE, first or _WHAT)
            return
        vue = self._loaded.vue
        self.header.set_words(_TITLE, _WHAT)
        pair = sorted((vue.garde, vue.absorbe), key=lambda one: one.numero)
        self.keep_choice.set_choices((one.id, words.side(one, discretion)) for one in pair)
        people = {one.id: one for one in pair}
        self.follow_choice.set_choices(
            (i.id, words.episode(i, self.context.reference, people[i.patient]))
            for i in vue.ouvertes
        )

    # --- what the person does ---------------------------------------------------------------

    def _on_back_clicked(self) -> None:
        self.context.navigator.back()

    def _on_other_chosen(self) -> None:
        self.problem.clear()
        self._loaded = None
        self._show()
        other = self.finder.value()
        if other is not None and self._route is not None:
            self._compare(self._route["garde"], other)

    def _on_kept_chosen(self, code: str) -> None:
        if self._loaded is not None and code != self._loaded.vue.garde.id:
            vue = self._loaded.vue
            self._compare(vue.absorbe.id, vue.garde.id)

    def _on_join_clicked(self) -> None:
        if self._loaded is None:
            return
        self.problem.clear()
        decision = Decision(
            self.choices.choices(),
            InclusionId(self.follow_choice.value()) or None,
            certain=self.certain.isChecked(),
        )
        self.join_button.setEnabled(False)
        action = partial(fusions.reunir, vue=self._loaded.vue, decision=decision)
        self.context.worker.run(action, self._on_joined, self._on_failed)

    def _on_joined(self, fusion: Fusion) -> None:
        self.join_button.setEnabled(True)
        garde, absorbe = fusion.avant
        back = partial(self.context.navigator.go, Route("separation", patient_id=garde.id))
        self.context.events.notify(
            f"Le dossier {words.number(absorbe)} fait partie du dossier {words.number(garde)}",
            "Séparer",
            back,
        )
        self.context.navigator.replace(Route("dossier", patient_id=garde.id))


def _load(office: Office, *, garde: PatientId, absorbe: PatientId) -> Loaded:
    return Loaded(fusions.compare(office, garde, absorbe), equipe.membres(office))
