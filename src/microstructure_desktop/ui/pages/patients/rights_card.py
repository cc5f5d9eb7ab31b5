"""RightsCard: what the person objects to, with the way to change it."""

from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.dossiers import Dossier, GenreAlerte
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import plain_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.themed import show_when

from .alerts import form_route
from .rights_words import objection

_NOTHING = "Aucune opposition. La personne peut changer d’avis à tout moment."


class RightsCard(Card):
    """Signals:
    route_chosen: Route of the form that notes an objection.
    lift_asked: the Cible that the person takes back.
    """

    route_chosen = Signal(object)
    lift_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Oppositions")
        self._may_write = allowed(context.membre.role, Permission.INCLUSION)
        self._lines = column(spacing=10)
        self.body.addLayout(self._lines)
        self.add_button = Button("Noter une opposition", "link", "plus")
        self.header.addWidget(self.add_button)
        show_when(self.add_button, self._may_write)
        self.add_button.clicked.connect(self._on_add_clicked)
        self._dossier: Dossier | None = None

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        clear(self._lines)
        found = [a for a in dossier.alertes if a.genre is GenreAlerte.OPPOSITION]
        if not found:
            self._lines.addWidget(Paragraph(_NOTHING, "secondary"))
        for alerte in found:
            cible = alerte.opposition
            assert cible is not None
            self._add_line(cible, f"depuis le {plain_date(alerte.jour)}" if alerte.jour else "")

    def _add_line(self, cible: Cible, since: str) -> None:
        assert self._dossier is not None
        words = objection(cible, self._dossier.membres.values())
        lift = Button("Lever", "link")
        lift.setAccessibleName(f"Lever : {words}")
        show_when(lift, self._may_write)
        lift.clicked.connect(partial(self.lift_asked.emit, cible))
        said = column(Paragraph(words), Label(since, "caption"), spacing=2)
        line = row(said, lift)
        line.setStretch(0, 1)
        self._lines.addLayout(line)

    def _on_add_clicked(self) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(form_route(self._dossier.patient.id, Formulaire.DROITS))
