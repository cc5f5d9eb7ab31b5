"""PatientsPage: the section before anybody is chosen, and the registration of somebody new."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.empty_state import EmptyState

from .creation import Creation
from .words import file_number

_CHOOSE = "Choisissez une personne dans la liste"
_OLD = "Chercher dans les archives"
_HOW = "Quelques lettres du nom, une date de naissance ou un numéro de dossier suffisent (Ctrl+F)."


class PatientsPage(Page):
    """Route `patients`; with `nouveau`, a registration that begins with this name."""

    with_panel = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        may_create = allowed(context.membre.role, Permission.ECRIRE_IDENTITE)
        self.welcome = EmptyState("users", _CHOOSE, _HOW, "Créer un dossier" if may_create else "")
        may_read = allowed(context.membre.role, Permission.CONSERVATION)
        if may_read:
            self.welcome.set_words(_CHOOSE, _HOW, "Créer un dossier" if may_create else "", _OLD)
        self.creation: Creation | None = None
        self._body = QStackedWidget()
        self._body.addWidget(self.welcome)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self.welcome.action_clicked.connect(self._on_create_clicked)
        self.welcome.other_clicked.connect(self._on_archive_clicked)

    def open(self, route: Route) -> None:
        typed = route.get("nouveau")
        self._forget_creation()
        if typed is None:
            return
        self.creation = Creation(self.context, typed)
        self.creation.saved.connect(self._on_created)
        self._body.addWidget(self.creation)
        self._body.setCurrentWidget(self.creation)

    def leave(self) -> None:
        if self.creation is not None:
            self.creation.keep()

    def first_focus(self) -> QWidget | None:
        if self.creation is not None:
            return self.creation.fields.editor("nom")
        return self.welcome.action_button

    def _on_create_clicked(self) -> None:
        self.context.navigator.go(Route("patients", nouveau=""))

    def _on_archive_clicked(self) -> None:
        self.context.navigator.go(Route("conservation", onglet="archives"))

    def _on_created(self, patient: Patient) -> None:
        written = self.creation.written if self.creation is not None else ()
        self.context.undo.offer(f"Dossier {file_number(patient.dossier)} créé", written)
        self.context.navigator.replace(Route("dossier", patient_id=patient.id))

    def _forget_creation(self) -> None:
        if self.creation is not None:
            self._body.removeWidget(self.creation)
            self.creation.deleteLater()
            self.creation = None
