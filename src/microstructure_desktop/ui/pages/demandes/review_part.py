"""ReviewPart: each text of the record is read over; what concerns somebody else is taken out."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from microstructure_desktop.domain.document import DocumentRecu
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.dossier_complet import ARelire, TexteARelire
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.relecture import Relecture
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import NBSP, count, numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, flow, halves, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.table_view import TableView
from microstructure_desktop.ui.widgets.themed import show_when

from .passage_text import PassageText

_EMPTY = "Rien n’a été écrit librement dans ce dossier"
_HOW = (
    "Ce qui a été recueilli auprès d’un tiers, ou qui le concerne, ne se communique pas. Le mot "
    "signalé n’est qu’un indice : relisez tout. Le dossier lui-même ne change pas."
)
_WHY = "Le motif figure dans le document remis, sans dire ce qui a été retiré."
_USUAL_TEXT = (
    "Recueilli auprès d’un tiers",
    "Concerne une autre personne",
    "Hypothèse de travail personnelle",
)
_USUAL_PAPER = ("Écrit par un tiers", "Concerne une autre personne")
_HIDDEN = "Texte masqué en mode discret"
_EXCERPT = 90
Item = TexteARelire | DocumentRecu


class ReviewPart(QStackedWidget):
    """Signals:
    decided: the Relecture before, and a sentence on what changed; empty for a look.
    """

    decided = Signal(object, str)

    def __init__(self, discretion: Discretion) -> None:
        super().__init__()
        self._discretion = discretion
        self.relecture = Relecture()
        self._lu: ARelire | None = None
        self.dialog: ReasonDialog | None = None
        self.model = RowsModel(self._columns(), parent=self)
        self.table = TableView("Textes et documents à relire")
        self.table.setModel(self.model)
        self.place = Paragraph("", "caption")
        self.text = PassageText()
        self.strike_button = Button("Retirer le passage", "primary", "eraser", shortcut="Ctrl+R")
        self.whole_button = Button("Tout retirer…", icon="x")
        self.back_button = Button("Remettre dans le document", icon="undo-2")
        self.struck = column(spacing=4)
        self.sealed = NoteLine("lock", "", "secondary")
        self.empty = EmptyState("circle-check", _EMPTY)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        listed = column(self.table, self.sealed, spacing=10, margins=(24, 20, 0, 20))
        reading = Card()
        buttons = (self.back_button, self.whole_button, self.strike_button)
        reading.body.addWidget(self.place)
        reading.body.addWidget(self.text, 1)
        reading.body.addLayout(flow(*buttons, spacing=10))
        self.taken = Card("Passages retirés partout")
        self.taken.body.addLayout(self.struck)
        body = PageBody()
        body.main.addWidget(NoteLine("info", _HOW, "secondary"))
        body.main.addWidget(reading, 1)
        body.main.addWidget(self.taken)
        self.addWidget(boxed(halves(boxed(listed), body)))
        self.addWidget(self.empty)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.text.selection_changed.connect(self._on_selection_changed)
        self.strike_button.clicked.connect(self._on_strike_clicked)
        self.whole_button.clicked.connect(self._on_whole_clicked)
        self.back_button.clicked.connect(self._on_back_clicked)
        self._discretion.changed.connect(self._show)

    def show_record(self, lu: ARelire) -> None:
        self._lu, self.relecture = lu, lu.relecture
        items = (*lu.textes, *lu.documents)
        self.setCurrentIndex(0 if items else 1)
        notes = count(len(lu.notes_scellees), "note personnelle scellée", "notes scellées")
        others = f"{NBSP}: seul leur auteur peut les ouvrir. Le document dit à qui les demander."
        self.sealed.set_text(f"{notes}{others}" if lu.notes_scellees else "")
        self.model.set_rows(items)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._show()

    def set_relecture(self, relecture: Relecture) -> None:
        """What was chosen before, again."""
        self.relecture = relecture
        self._show()

    # --- what is shown ----------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("À relire", self._named, strong=True),
            Column("État", self._state, 130, tone=self._tone),
        )

    def _named(self, item: Item) -> str:
        hidden = self._discretion.on and isinstance(item, TexteARelire)
        return _HIDDEN if hidden else _called(item)

    def _tone(self, item: Item) -> str:
        waits = isinstance(item, TexteARelire) and item.texte not in self.relecture.vus
        return "warn" if waits else "text2"

    def _state(self, item: Item) -> str:
        """What was decided; else the word that marks it, until it is read."""
        if isinstance(item, DocumentRecu):
            return "Retiré" if item.id in self.relecture.documents else "Document"
        if item.texte in self.relecture.textes:
            return "Retiré"
        if self.relecture.places(item.texte):
            return "Passage retiré"
        if item.texte in self.relecture.vus:
            return "Lu"
        return f"« {item.signe} »" if item.signe else ""

    def _current(self) -> Item | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        found: Item = self.model.row(index.row())
        return found

    def _show(self) -> None:
        item = self._current()
        self.model.name_anew()
        paper, hidden = isinstance(item, DocumentRecu), self._discretion.on
        show_when(self.text, not (paper or hidden))
        show_when(self.strike_button, not (paper or hidden))
        if isinstance(item, DocumentRecu):
            self.place.setText(f"{_called(item)}. Ses pages suivent le dossier, telles quelles.")
            out = item.id in self.relecture.documents
        else:
            self.place.setText("\n".join(item.ou) if item is not None else "")
            self.text.show_text(item.texte if item is not None else "", self.relecture)
            out = item is not None and item.texte in self.relecture.textes
        show_when(self.whole_button, not out)
        show_when(self.back_button, out)
        self._on_selection_changed()
        self._show_struck()

    def _show_struck(self) -> None:
        clear(self.struck)
        self.taken.setVisible(bool(self.relecture.passages) and not self._discretion.on)
        for one in self.relecture.passages:
            button = Button(f"Remettre « {one} »", "link", "undo-2")
            button.clicked.connect(partial(self._on_passage_back, one))
            self.struck.addLayout(row(button, None))

    def _on_row_changed(self, *_: object) -> None:
        """Seen once another one is looked at, or once it is shown long enough to move on."""
        item = self._current()
        if isinstance(item, TexteARelire) and item.texte not in self.relecture.vus:
            seen = self.relecture.vus | {item.texte}
            self._decide(replace(self.relecture, vus=seen), "")
        self._show()

    def _on_row_chosen(self, _item: Item) -> None:
        self.text.setFocus()

    def _on_selection_changed(self) -> None:
        self.strike_button.setEnabled(bool(self.text.selected()))

    # --- what is decided --------------------------------------------------------------------

    def _on_strike_clicked(self) -> None:
        chosen = self.text.selected()
        if chosen and chosen not in self.relecture.passages:
            made = replace(self.relecture, passages=(*self.relecture.passages, chosen))
            self._decide(made, "Passage retiré du document, partout où il figure")
            self.text.clear_selection()
            self._show()

    def _on_passage_back(self, passage: str) -> None:
        kept = tuple(one for one in self.relecture.passages if one != passage)
        self._decide(replace(self.relecture, passages=kept), "Passage remis dans le document")
        self._show()

    def _on_whole_clicked(self) -> None:
        item = self._current()
        if item is None:
            return
        paper = isinstance(item, DocumentRecu)
        title = "Ne pas remettre ce document" if paper else "Retirer tout ce texte"
        usual = _USUAL_PAPER if paper else _USUAL_TEXT
        readers = lisible(Permission.DEMANDES, "la personne à qui le dossier est remis")
        self.dialog = ReasonDialog(self, title, _WHY, "Retirer", usual, readers=readers)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(partial(self._on_reason_given, item, self.dialog))
        self.dialog.open()

    def _on_reason_given(self, item: Item, dialog: ReasonDialog) -> None:
        now, motif = self.relecture, dialog.reason()
        if isinstance(item, DocumentRecu):
            made = replace(now, documents={**now.documents, item.id: motif})
            self._decide(made, "Document reçu retiré de ce qui est remis")
        else:
            made = replace(now, textes={**now.textes, item.texte: motif})
            self._decide(made, "Texte retiré du document")
        self._show()

    def _on_back_clicked(self) -> None:
        item, now = self._current(), self.relecture
        if isinstance(item, DocumentRecu):
            kept = {key: why for key, why in now.documents.items() if key != item.id}
            self._decide(replace(now, documents=kept), "Document remis parmi les autres")
        elif item is not None:
            left = {texte: why for texte, why in now.textes.items() if texte != item.texte}
            self._decide(replace(now, textes=left), "Texte remis dans le document")
        self._show()

    def _decide(self, relecture: Relecture, said: str) -> None:
        before, self.relecture = self.relecture, relecture
        self.decided.emit(before, said)


def _called(item: Item) -> str:
    if isinstance(item, DocumentRecu):
        return f"Document reçu du {numeric_date(item.jour)}"
    one_line = " ".join(item.texte.split())
    return one_line if len(one_line) <= _EXCERPT else f"{one_line[:_EXCERPT]}…"
