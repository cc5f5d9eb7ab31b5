"""The ways to the directory of the cabinet and to the steps of its start."""

from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.layouts import row

_PLACES = (
    ("Sauvegardes", "save", "sauvegardes", Permission.SAUVEGARDES),
    ("Annuaire du cabinet", "book-user", "annuaire", Permission.ANNUAIRE),
    ("Programmes et montants", "wallet", "programmes", Permission.FORFAITS),
    ("Échanges avec l’animateur", "handshake", "echanges", Permission.PARTAGE),
    ("Démarrage de la microstructure", "flag", "demarrage", Permission.VOIR_EQUIPE),
    ("Archives et conservation", "archive", "conservation", Permission.CONSERVATION),
    ("Demandes sur ses données", "inbox", "demande", Permission.DEMANDES),
    ("Protection des données", "scale", "dossier_legal", Permission.DOSSIER_LEGAL),
    ("À propos et mise à jour", "info", "a_propos", None),
)


class AroundCard(Card):
    """Signals:
    route_chosen: Route of the page to open.
    """

    route_chosen = Signal(object)

    def __init__(self, role: Role) -> None:
        super().__init__("Autour du cabinet")
        self.buttons: list[Button] = []
        for words, icon, route, permission in _PLACES:
            if permission is None or allowed(role, permission):
                button = Button(words, "link", icon)
                button.clicked.connect(partial(self.route_chosen.emit, Route(route)))
                self.body.addLayout(row(button, None))
                self.buttons.append(button)
