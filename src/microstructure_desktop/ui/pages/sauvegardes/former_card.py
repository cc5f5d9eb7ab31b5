"""FormerCard: the stores that another took the place of, until somebody deletes them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.services.anciens_coffres import AncienCoffre, Cle
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.texts import NBSP, numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.themed import show_when

DELETE = "Supprimer cet ancien coffre…"
_WHAT = (
    "Quand un autre coffre prend la place de celui du cabinet, l’ancien reste ici, chiffré. "
    "Supprimez-le quand vous êtes sûr de n’en avoir plus besoin."
)
_ASIDE = "mis-de-cote"
_WHY = {
    "avant-restauration": "Gardé lors d’une restauration",
    "avant-retrait": "Gardé lors d’un changement de clé",
    _ASIDE: "Mis de côté pour repartir de zéro",
}
_OTHERWISE = "Gardé lors d’un remplacement"
_KEYS = {
    Cle.DU_CABINET: "sous la clé du cabinet",
    Cle.ANCIENNE: "sous une ancienne clé",
    Cle.AUTRE_CABINET: "d’un autre cabinet",
    Cle.INCONNUE: "sans trousseau lisible",
}
_LOST = (
    f"Rien ne pourra le rendre{NBSP}: ce qui n’est écrit que dans cet ancien coffre sera perdu. Le "
    "cabinet d’aujourd’hui et ses sauvegardes ne changent pas."
)
_NOT_OURS = (
    "Le cabinet d’aujourd’hui ne l’ouvre pas\u00a0: c’est peut-être le seul exemplaire de dossiers "
    "qu’une phrase de passe ou une feuille de secours retrouvée rouvrirait."
)


class FormerCard(Card):
    """Hidden while there is none.

    Signals:
        delete_asked: the AncienCoffre.
    """

    delete_asked = Signal(object)

    def __init__(self, *, may_delete: bool) -> None:
        super().__init__("Anciens coffres")
        self._may_delete = may_delete
        self._lines = column(spacing=10)
        self.buttons: dict[str, Button] = {}
        self.body.addWidget(Paragraph(_WHAT, "secondary"))
        self.body.addLayout(self._lines)
        self.hide()

    def show_stores(self, stores: Sequence[AncienCoffre]) -> None:
        clear(self._lines)
        self.buttons = {}
        for at, one in enumerate(stores):
            if at:
                self._lines.addWidget(Rule())
            self._add(one)
        show_when(self, bool(stores))

    def _add(self, one: AncienCoffre) -> None:
        head = row(IconLabel("archive", "text3", 20), Label(name(one), "strong"), spacing=10)
        head.setStretch(1, 1)
        self._lines.addLayout(head)
        said = (_WHY.get(one.raison, _OTHERWISE), backup_words.size(one.octets), _KEYS[one.cle])
        self._lines.addWidget(Paragraph(" · ".join(said), "caption"))
        if self._may_delete:
            button = Button(DELETE, "link")
            button.setAccessibleName(f"{DELETE}{NBSP}: {name(one)}, {one.nom}")
            button.clicked.connect(partial(self.delete_asked.emit, one))
            self.buttons[one.nom] = button
            self._lines.addLayout(row(button, None))


def name(one: AncienCoffre) -> str:
    """« Coffre du 19/11/2026 »; its file's name when that says no day."""
    return f"Coffre du {numeric_date(one.le)}" if one.le else one.nom


def lost(one: AncienCoffre) -> tuple[str, str]:
    """What deleting it loses, and the word to type when nobody knows what is in it."""
    if one.raison == _ASIDE or one.cle in {Cle.AUTRE_CABINET, Cle.INCONNUE}:
        return f"{_NOT_OURS} {_LOST}", "supprimer"
    return _LOST, ""
