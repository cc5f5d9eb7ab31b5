"""LicencesCard: everything that is carried, searched by name, with the text it comes with."""

from collections.abc import Sequence

from microstructure_desktop.domain.text import normalise
from microstructure_desktop.services.a_propos import Composant
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.search_box import SearchBox
from microstructure_desktop.ui.widgets.table_view import TableView
from microstructure_desktop.ui.widgets.text_area import TextArea
from microstructure_desktop.ui.widgets.themed import show_when

_FROM_SOURCES = (
    "Cette application tourne depuis ses sources\u00a0: la liste complète, avec ses textes, est "
    "dans les paquets. Voici ce qui est employé, et pour quoi."
)
_NAME = "Composants et licences"
_VERSION = 1


class LicencesCard(Card):
    """The keyboard goes from the search to the list, and from the list to its text."""

    def __init__(self) -> None:
        super().__init__(_NAME)
        self.search = SearchBox("Chercher un composant ou une licence")
        self.model = RowsModel(_COLUMNS, parent=self)
        self.table = TableView(_NAME)
        self.table.setModel(self.model)
        self.nothing = Paragraph("Rien de ce nom.", "secondary")
        self.from_sources = Paragraph(_FROM_SOURCES, "secondary")
        self.text = TextArea(lines=9, name="Texte de la licence")
        self.text.set_read_only(True)
        for part in (self.search, self.from_sources, self.table, self.nothing, self.text):
            self.body.addWidget(part)
        self.search.searched.connect(self._on_searched)
        self.search.down_pressed.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._show_text)
        self.model.modelReset.connect(self._choose_first)

    def show_parts(self, parts: Sequence[Composant], *, whole: bool) -> None:
        """`whole`: with their texts, as a package carries them."""
        for part in (self.search, self.table, self.text):
            show_when(part, bool(parts))
        show_when(self.from_sources, not whole)
        show_when(self.nothing, False)
        self.table.setColumnHidden(_VERSION, not whole)
        self.model.set_rows(parts)

    def _on_searched(self, typed: str) -> None:
        words = normalise(typed).split()
        self.model.set_filter(lambda part: all(word in _folded(part) for word in words))
        found = bool(self.model.rows())
        show_when(self.nothing, not found)
        for part in (self.table, self.text):
            show_when(part, found)

    def _choose_first(self) -> None:
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_text()

    def _show_text(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and index.row() < len(self.model.rows()):
            chosen: Composant = self.model.row(index.row())
            self.text.set_text(chosen.texte)


def _folded(part: Composant) -> str:
    return normalise(f"{part.nom} {part.licence}")


_COLUMNS = (
    Column("Composant", lambda c: c.nom, strong=True),
    Column("Version", lambda c: c.version, 130),
    Column("Licence", lambda c: c.licence),
)
