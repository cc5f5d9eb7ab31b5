"""ConventionPage: the animator's key to read aloud, and the file that cabinets import."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.animateur.context import Context
from microstructure_desktop.ui.animateur.desk import Secrets
from microstructure_desktop.ui.animateur.page import Page
from microstructure_desktop.ui.animateur.saving import FileSaver
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.navigation import Route

from . import acts
from .acts import Etat
from .form_card import FormCard
from .keys_card import KeysCard
from .renew_dialog import RenewDialog

_MAKE = (
    "Faire une nouvelle convention\xa0?",
    "Chaque cabinet devra l’importer. Ce qui a été préparé sous la précédente reste accepté.",
    "Faire la convention",
)


class ConventionPage(Page):
    """Route `convention`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Convention", "Ce que vous convenez avec les cabinets")
        self._asked: Projet | None = None
        self.keys = KeysCard()
        self.form = FormCard()
        self.saver = FileSaver(context, self)
        self.body.fill(self.keys, self.form)
        self.keys.renew_asked.connect(self._on_renew_asked)
        self.form.make_asked.connect(self._on_make_asked)
        self.form.file_asked.connect(self._on_file_asked)
        self.saver.saved.connect(self._on_saved)
        self.saver.failed.connect(self.say)

    def open(self, route: Route) -> None:
        super().open(route)
        self.ask(acts.lire, self._on_opened)

    def leave(self) -> None:
        super().leave()
        self.saver.close()

    def first_focus(self) -> QWidget | None:
        return self.form.nom

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        """A reception changes nothing here: what is being typed stays."""
        if self.isVisible() and "convention" in kinds:
            self.ask(acts.lire, self._on_opened)

    def _on_opened(self, etat: Etat) -> None:
        self.keys.groups.show_groups(etat.cle)
        self.form.show_state(etat)

    def _on_make_asked(self, projet: Projet) -> None:
        self._asked = projet
        dialog = Confirm(self, *_MAKE, danger=False)
        dialog.accepted.connect(self._on_make_accepted)
        self.show_dialog(dialog)

    def _on_make_accepted(self) -> None:
        self.problem.clear()
        if self._asked is not None:
            self.ask(acts.faire, self._on_file, projet=self._asked)

    def _on_file_asked(self) -> None:
        self.ask(acts.fichier, self._on_file)

    def _on_file(self, made: tuple[str, bytes]) -> None:
        if self.isVisible():
            self.saver.ask(*made)

    def _on_saved(self, path: Path) -> None:
        self.context.events.notify(f"À remettre aux cabinets\xa0: {path.name}")

    def _on_renew_asked(self) -> None:
        dialog = RenewDialog(self)
        dialog.asked.connect(self._on_renew_accepted)
        self.show_dialog(dialog)

    def _on_renew_accepted(self, secrets: Secrets) -> None:
        self.ask(acts.renouveler, self._on_renewed, self._on_not_renewed, secrets=secrets)

    def _on_renewed(self, made: tuple[str, bytes]) -> None:
        if isinstance(self.dialog, RenewDialog):
            self.dialog.close_done()
        self._on_file(made)

    def _on_not_renewed(self, error: AppError) -> None:
        if isinstance(self.dialog, RenewDialog):
            self.dialog.refuse(error)
        else:
            self.say(error)
