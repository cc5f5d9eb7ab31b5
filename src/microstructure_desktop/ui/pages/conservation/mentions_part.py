"""MentionsPart: the texts about others that name somebody, each opened in one press."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from microstructure_desktop.services.mentions import PREPARATION, Mention
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.scrolled import scrolled

_SHOWN = 3
"""Beyond, the lines scroll: the passphrase stays in sight."""
_WHY = "Son nom y est tapé\u00a0: ils restent. Ouvrez-les pour les corriger avant."
_TABS = {"fiche": ("fiches", "fiche_id"), "document": ("documents", "papier")}
_TABS["lettre"] = _TABS["document"]


class MentionsPart(QWidget):
    """Signals:
    route_chosen: Route of one of them.
    """

    route_chosen = Signal(object)

    def __init__(self, found: tuple[Mention, ...], discretion: Discretion) -> None:
        super().__init__()
        self.title = Paragraph(f"Textes à relire{NBSP}: {len(found)}", "strong")
        self.buttons = [self._button(one, discretion) for one in found]
        lines = QWidget()
        lines.setLayout(column(*self.buttons, spacing=2))
        shown = lines if len(found) <= _SHOWN else _short(lines)
        self.setLayout(column(self.title, Paragraph(_WHY, "secondary"), shown, spacing=4))

    def _button(self, one: Mention, discretion: Discretion) -> Button:
        whose = discretion.name(one.patient) if one.patient is not None else ""
        closed = "close, ne change plus" if one.clos else ""
        button = Button(" · ".join(filter(None, (whose, one.titre, closed))), "link")
        button.clicked.connect(lambda: self.route_chosen.emit(route(one)))
        return button


def route(one: Mention) -> Route:
    """The page where it is read, and corrected when it can be."""
    if one.genre == PREPARATION:
        return Route("preparation", synthese_id=one.cible)
    if one.genre == "synthese":
        return Route("comptes_rendus" if one.clos else "synthese", synthese_id=one.cible)
    if one.patient is None:
        return Route("reunion", reunion_id=one.cible)
    whose = {"patient_id": one.patient.id}
    if one.genre == "demande":
        return Route("demande", **whose)
    tab, name = _TABS.get(one.genre, ("", ""))
    return Route("dossier", **whose, **({"onglet": tab, name: one.cible} if tab else {}))


def _short(inner: QWidget) -> QScrollArea:
    area = scrolled(inner)
    area.setFixedHeight(inner.sizeHint().height() * _SHOWN // len(inner.findChildren(Button)))
    return area
