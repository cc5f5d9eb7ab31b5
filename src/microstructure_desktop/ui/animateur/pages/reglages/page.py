"""ReglagesPage: how this computer shows the window, and where the register and the keys are."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop import settings as settings_file
from microstructure_desktop.animateur import register
from microstructure_desktop.settings import Settings
from microstructure_desktop.ui.animateur.context import Context
from microstructure_desktop.ui.animateur.desk import Desk, keys_file
from microstructure_desktop.ui.animateur.page import Page
from microstructure_desktop.ui.dialogs.appearance_card import AppearanceCard
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.note_line import NoteLine

_KEEP = (
    "Recopiez ce dossier régulièrement sur un autre support. Les clés y sont chiffrées\xa0; le "
    "registre ne contient que des nombres."
)
_LOCK = "La phrase de passe sera redemandée."


class ReglagesPage(Page):
    """Route `reglages`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Réglages", "Ce poste, le registre et les clés")
        self.appearance = AppearanceCard(context.settings, lock_hint=_LOCK)
        self.places = Card("Où sont les données")
        self.registre, self.cles = Paragraph("", "body"), Paragraph("", "body")
        for name, said in (("Registre", self.registre), ("Clés", self.cles)):
            said.set_selectable()
            self.places.body.addLayout(column(Label(name, "caption"), said, spacing=0))
        self.places.body.addWidget(
            NoteLine("shield-check", _KEEP, "secondary", "info", ink="text2")
        )
        self.body.fill(self.appearance)
        self.body.fill_aside(self.places)
        self.appearance.changed.connect(self._on_appearance_changed)

    def first_focus(self) -> QWidget | None:
        return self.appearance.theme

    def reload(self) -> None:
        self.ask(_places, self._on_loaded)

    def _on_loaded(self, places: tuple[str, str]) -> None:
        self.registre.setText(places[0])
        self.cles.setText(places[1])

    def _on_appearance_changed(self, settings: Settings) -> None:
        kept = settings.with_(dernier_membre=self.context.settings.dernier_membre)
        self.context.settings = kept
        settings_file.save(self.context.home.settings_file, kept)
        self.context.events.settings_changed.emit(kept)
        self.context.theme.choose(kept.theme, kept.echelle)


def _places(desk: Desk) -> tuple[str, str]:
    """Where the register and the keys are."""
    return register.address(desk.home), str(keys_file(desk.home))
