"""WaysField: the ways that are open to the cabinets; no password is ever in them."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from microstructure_desktop.animateur import projets
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.themed import show_when

TYPES = {
    TypeCanal.COURRIEL: "Message électronique",
    TypeCanal.NEXTCLOUD: "Lien de dépôt",
    TypeCanal.WEBDAV: "Dossier en ligne, avec un compte",
    TypeCanal.SFTP: "Serveur SFTP",
    TypeCanal.HTTPS: "Adresse de dépôt (HTTPS)",
    TypeCanal.DOSSIER: "Dossier ou clé USB",
    TypeCanal.PAPIER: "Feuille imprimée",
}
_MOST = 10
_EMPTY = "Entrez l’adresse de cette voie."
_NONE = "Aucune\xa0: les cabinets remettront leurs fichiers comme vous en conviendrez."
_BARE = (TypeCanal.DOSSIER, TypeCanal.PAPIER)  # these need no address


class WaysField(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._ways: list[projets.CanalPropose] = []
        self.removes: list[IconButton] = []
        self.none = Paragraph(_NONE, "secondary")
        self._rows = column(spacing=4)
        self.kind = ComboField([(kind.value, name) for kind, name in TYPES.items()])
        self.kind.set_value(TypeCanal.COURRIEL.value)
        self.adresse = LineEdit()
        self.add_button = Button("Ajouter", "normal", "plus")
        self.add_button.setAccessibleName("Ajouter cette voie")
        self.field = Field("Adresse", self.adresse)
        line = row(Field("Nouvelle voie", self.kind), self.field, spacing=12)
        line.setStretch(1, 1)
        line.addLayout(column(None, self.add_button))
        self.setLayout(column(self.none, boxed(self._rows), line, spacing=10))
        self.add_button.clicked.connect(self._on_add_clicked)
        self.adresse.returnPressed.connect(self._on_add_clicked)

    def ways(self) -> tuple[projets.CanalPropose, ...]:
        return tuple(self._ways)

    def set_ways(self, ways: Iterable[projets.CanalPropose]) -> None:
        self._ways = list(ways)
        self._show()

    def _show(self) -> None:
        clear(self._rows)
        self.removes = []
        for rank, way in enumerate(self._ways):
            name = TYPES[way.type]
            button = IconButton("trash-2", f"Retirer{NBSP}: {name}", "quiet")
            button.clicked.connect(partial(self._on_remove_clicked, rank))
            self.removes.append(button)
            said = " · ".join(part for part in (name, way.adresse) if part)
            self._rows.addLayout(row(Label(said, "body"), None, button))
        show_when(self.none, not self._ways)
        self.add_button.setEnabled(len(self._ways) < _MOST)

    def _on_add_clicked(self) -> None:
        kind, typed = TypeCanal(self.kind.value()), self.adresse.text().strip()
        if not typed and kind not in _BARE:
            self.field.set_error(_EMPTY)
            self.adresse.setFocus()
            return
        self.field.set_error(None)
        self.adresse.clear()
        self._ways.append(projets.voie(kind, typed))
        self._show()

    def _on_remove_clicked(self, rank: int) -> None:
        del self._ways[rank]
        self._show()
        self.add_button.setFocus()
