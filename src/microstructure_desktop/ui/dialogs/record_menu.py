"""RecordMenu: what can be done about any record, its history and its cancelling."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services.corbeille import GENRES
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.buttons import IconButton

from . import extract
from .cancelling import Cancelling
from .history import TITLE, Historian

MORE = "Autres actions"


@dataclass(frozen=True, slots=True)
class Target:
    """A record on screen: `kind` as the store names it, `named` as it is told beside its button.

    `mine`: the person at the keyboard may cancel it. `about`: whose part of a closed meeting it is,
    of which the rest is not shown.
    """

    kind: str
    entity: str
    named: str = ""
    mine: bool = False
    about: str = ""


def may_cancel(me: Membre, author: MembreId | None) -> bool:
    """Its author, and a doctor."""
    return me.role is Role.MEDECIN or author == me.id


class RecordMenu(QMenu):
    """One for a page; it is about the record whose button was clicked."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self.historian = Historian(context, page)
        self.cancelling = Cancelling(context, page)
        self.extractor = extract.Extractor(context, page)
        self.target: Target | None = None
        self.history_action = self.addAction(TITLE)
        self.history_action.triggered.connect(self._on_history_chosen)
        self.extract_action = self.addAction(extract.TITLE)
        self.extract_action.triggered.connect(self._on_extract_chosen)
        self.cancel_action = self.addAction("")
        self.cancel_action.triggered.connect(self._on_cancel_chosen)

    def set_target(self, target: Target) -> None:
        self.target = target
        genre = GENRES.get(target.kind)
        self.history_action.setVisible(not target.about)
        self.extract_action.setVisible(bool(target.about))
        self.cancel_action.setVisible(genre is not None and target.mine)
        if genre is not None:
            this = "cette" if genre.feminin else "ce"
            self.cancel_action.setText(f"Annuler {this} {genre.mot.lower()}…")

    def button(self, target: Target) -> IconButton:
        """A button that opens the menu about a record."""
        made = more_button(target)
        made.clicked.connect(partial(self.open_under, made, target))
        return made

    def open_under(self, button: QWidget, target: Target) -> None:
        """Its right edge below that of the button, which stands at the right of a line."""
        self.set_target(target)
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 2))
        self.popup(corner - QPoint(self.sizeHint().width(), 0))

    def _on_history_chosen(self) -> None:
        if self.target is not None:
            self.historian.show(self.target.entity)

    def _on_extract_chosen(self) -> None:
        if self.target is not None:
            self.extractor.show(self.target.entity, self.target.about)

    def _on_cancel_chosen(self) -> None:
        if self.target is not None:
            self.cancelling.ask(self.target.kind, self.target.entity)


def more_button(target: Target) -> IconButton:
    name = f"{MORE} : {target.named}" if target.named else MORE
    made = IconButton("ellipsis", MORE, "quiet")
    made.setAccessibleName(name)
    return made
