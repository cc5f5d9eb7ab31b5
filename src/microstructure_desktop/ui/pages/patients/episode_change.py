"""EpisodeChange: pass from one programme to another, and what becomes of the acts."""

from functools import partial
from typing import Any

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import anonymat, drafts, episodes
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import Formulaire, NotIncludable
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.labels import Paragraph

from .episode_words import left_behind, opened
from .form_pane import Action, FormPane
from .programme_about import ProgrammeAbout

TITLE = "Changement de programme"
_SAVE = "Changer de programme"
_KEPT = (
    "Le suivi d’aujourd’hui se termine la veille ; le dossier et les rendez-vous restent les mêmes."
)


class EpisodeChange(FormPane):
    """`saved` carries the new Inclusion. `programme`: the one chosen in the menu."""

    def __init__(
        self, context: Context, dossier: Dossier, inclusion: Inclusion, programme: str = ""
    ) -> None:
        patient = dossier.patient
        subject = Formulaire.PROGRAMME.sujet(patient.id)
        super().__init__(context, TITLE, _SAVE, subject=subject, patient=patient.id)
        self._dossier = dossier
        self._inclusion = inclusion
        self._wanted = programme
        self.tell_about(patient, TITLE)
        offered = anonymat.offered(context.reference, anonyme=patient.anonyme)
        others = [(c, p.libelle) for c, p in offered.items() if c != inclusion.programme]
        self._first = others[0][0] if others else ""
        self.card = Card(TITLE)
        self.card.body.setSpacing(16)
        self.card.setMaximumWidth(look.size("text_max"))
        self._add_fields(others)
        self.body.fill(self.card)
        self.fields.edited.connect(self._on_edited_programme)
        context.worker.run(partial(_started, patient_id=patient.id), self._on_started)

    def problems(self) -> dict[str, str]:
        found = {}
        if not self.fields.text("programme"):
            found["programme"] = "Choisissez le nouveau programme."
        le = self.fields.day("le")
        if le is None:
            found["le"] = "Entrez le premier jour dans le nouveau programme."
        elif le > self.today():
            found["le"] = "Le changement doit être aujourd’hui ou avant."
        elif le <= self._inclusion.debut:
            debut = numeric_date(self._inclusion.debut)
            found["le"] = f"Le changement doit suivre l’inclusion du {debut}."
        return found

    def action(self) -> Action:
        le = self.fields.day("le")
        assert le is not None
        return partial(
            episodes.change_programme,
            inclusion_id=self._inclusion.id,
            programme=self.fields.text("programme"),
            le=le,
        )

    def field_of(self, error: AppError) -> str:
        refused = isinstance(error, NotIncludable | anonymat.AliasNotFunded)
        return "programme" if refused else ""

    def _add_fields(self, others: list[tuple[str, str]]) -> None:
        body = self.card.body
        programme = ComboField(others, chars=36)
        body.addWidget(self.fields.add("programme", "Nouveau programme", programme))
        day = DateField(self.today(), today=self.today)
        self.about = ProgrammeAbout(self.context.reference)
        body.addWidget(self.about)
        body.addWidget(self.fields.add("le", "Premier jour dans ce programme", day))
        self.left = Paragraph(left_behind(self._dossier.forfait))
        self.opened = Paragraph("")
        body.addWidget(self.left)
        body.addWidget(self.opened)
        kept = (
            "Le suivi d’aujourd’hui se termine la veille ; le dossier et les rendez-vous restent."
        )
        body.addWidget(Paragraph(kept, "caption"))

    def _on_started(self, draft: dict[str, Any] | None) -> None:
        self.start({"programme": self._wanted or self._first}, draft)
        self._tell()

    def _on_edited_programme(self, _name: str) -> None:
        self._tell()

    def _tell(self) -> None:
        programmes = self.context.reference.programmes
        chosen = programmes.get(self.fields.text("programme"))
        le = self.fields.day("le") or self.today()
        self.opened.setText(opened(chosen, le))
        self.about.show_programme(chosen, self._dossier.patient.naissance, le)


def _started(office: Office, *, patient_id: PatientId) -> dict[str, Any] | None:
    return drafts.load(office, drafts.PATIENT, Formulaire.PROGRAMME.sujet(patient_id))
