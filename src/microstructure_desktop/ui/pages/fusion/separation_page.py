"""SeparationPage: make two records again of one that was two."""

from functools import partial

from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import separations
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.separations import Separation
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import count, plain_date, plural
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.segmented import Segmented

from . import words

_TITLE = "Séparer les dossiers"
_BEFORE, _NOW = "avant", "maintenant"
_EDITED = "L’identité de ce dossier a été modifiée depuis la réunion."
_CHOICES = ((_BEFORE, "Rendre celle d’avant"), (_NOW, "Garder celle d’aujourd’hui"))
_HINT = "Échap revient, rien n’est changé"


class SeparationPage(Page):
    """Route `separation`: `patient_id`, the record that others became part of."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._seen: Separation | None = None
        self.header = HeaderBand(_TITLE, back="Retour")
        self.problem = Banner()
        self.nothing = EmptyState(
            "split", separations.TooLateToSeparate.sentence, separations.TooLateToSeparate.way_out
        )
        self.card = Card("Ce que devient chaque dossier")
        self.given_back, self.stays = Paragraph(""), Paragraph("")
        self.identity = Card("L’identité du dossier gardé")
        self.identity_choice = Segmented(_CHOICES, name="L’identité du dossier gardé")
        self.body = PageBody()
        self.footer = FooterBar(_HINT)
        self.separate_button = Button("Séparer les dossiers", "primary", "split")
        self._lay_out()
        self.header.back_clicked.connect(self._on_back_clicked)
        self.separate_button.clicked.connect(self._on_separate_clicked)

    def open(self, route: Route) -> None:
        self._seen = None
        self.problem.clear()
        self._show(found=True)
        load = partial(_load, patient_id=route["patient_id"])
        self.context.worker.run(load, self._on_loaded, self._on_failed)

    def first_focus(self) -> QWidget | None:
        return self.header.back_button

    def _lay_out(self) -> None:
        self.card.body.addWidget(self.given_back)
        self.card.body.addWidget(self.stays)
        self.identity.body.addWidget(Paragraph(_EDITED, "secondary"))
        self.identity.body.addWidget(self.identity_choice)
        self.footer.add_right(self.separate_button)
        self.body.fill(self.problem, self.card, self.identity, self.nothing)
        self.setLayout(column(self.header, self.body, self.footer, spacing=0, grows=self.body))

    def _on_loaded(self, seen: Separation | None) -> None:
        self._seen = seen
        self._show(found=seen is not None)
        if seen is None:
            return
        garde, absorbe = (words.number(one) for one in seen.fusion.avant)
        day = plain_date(seen.fusion.faite_le.astimezone().date())
        self.header.set_words(_TITLE, f"Dossiers {garde} et {absorbe}, réunis le {day}")
        self.given_back.setText(_given_back(seen.rendus, absorbe))
        self.stays.setText(_staying(seen.ajoutes, garde))
        self.identity_choice.set_value(_BEFORE if not seen.modifiee else "")

    def _on_failed(self, error: AppError) -> None:
        self.separate_button.setEnabled(True)
        self.problem.show_message("danger", error.sentence, error.way_out)

    def _show(self, *, found: bool) -> None:
        seen = self._seen
        self.nothing.setVisible(not found)
        self.card.setVisible(seen is not None)
        self.separate_button.setVisible(seen is not None)
        self.identity.setVisible(seen is not None and seen.modifiee)

    def _on_back_clicked(self) -> None:
        self.context.navigator.back()

    def _on_separate_clicked(self) -> None:
        if self._seen is None:
            return
        if not self.identity_choice.value():
            self.problem.show_message(
                "warn", _EDITED, "Choisissez l’identité que doit dire le dossier gardé."
            )
            return
        self.separate_button.setEnabled(False)
        action = partial(
            separations.separer,
            fusion_id=self._seen.fusion.id,
            rendre_identite=self.identity_choice.value() == _BEFORE,
        )
        self.context.worker.run(action, self._on_separated, self._on_failed)

    def _on_separated(self, gone: int) -> None:
        assert self._seen is not None
        self.separate_button.setEnabled(True)
        garde, absorbe = self._seen.fusion.avant
        left = f" ; {count(gone, 'élément annulé')} depuis {plural(gone, 'le reste', 'le restent')}"
        again = Route("fusion", garde=garde.id, absorbe=absorbe.id)
        self.context.events.notify(
            f"Dossiers {words.number(garde)} et {words.number(absorbe)} séparés"
            + (left if gone else ""),
            "Réunir de nouveau",
            partial(self.context.navigator.go, again),
        )
        self.context.navigator.replace(Route("dossier", patient_id=absorbe.id))


def _load(office: Office, *, patient_id: PatientId) -> Separation | None:
    """The latest merge that can be undone."""
    found = separations.reversibles(office, patient_id)
    return separations.preview(office, found[0].id) if found else None


def _given_back(number: int, absorbe: str) -> str:
    if not number:
        return "Rien n’avait changé de dossier : chacun retrouve son identité."
    back = plural(number, "retourne", "retournent")
    return f"{count(number, 'élément')} {back} dans le dossier {absorbe}."


def _staying(number: int, garde: str) -> str:
    if not number:
        return "Rien n’a été ajouté depuis."
    stays = plural(number, "ajouté depuis reste", "ajoutés depuis restent")
    return f"{count(number, 'élément')} {stays} dans le dossier {garde}."
