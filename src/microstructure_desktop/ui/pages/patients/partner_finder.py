"""PartnerFinder: a partner of the directory by its name, or a new one under the name typed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.ids import PartenaireId
from microstructure_desktop.domain.partenaire import Partenaire
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import annuaire
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.own_escape import OwnEscape
from microstructure_desktop.ui.widgets.search_box import SearchBox

_SHOWN = 5
_HINT = "Nom, type ou téléphone"


class PartnerFinder(OwnEscape, QWidget):
    """A search, five answers, and the way to create what is not found; Échap gives it up.

    Signals:
        chosen: PartenaireId.
        create_asked: the name typed.
        closed: the person gave up.
    """

    chosen = Signal(str)
    create_asked = Signal(str)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._may_create = allowed(context.membre.role, Permission.ECRIRE_ANNUAIRE)
        self._known: frozenset[PartenaireId] = frozenset()
        self.search = SearchBox(_HINT)
        self.close_button = IconButton("x", "Fermer la recherche", "quiet")
        self.message = Paragraph("", "caption")
        self.message.hide()
        self.rows: list[Button] = []
        self._found = 0
        self._entered = False
        self._rows = column(spacing=2)
        line = row(self.search, self.close_button, spacing=4)
        line.setStretch(0, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addLayout(line)
        body.addWidget(self.message)
        body.addLayout(self._rows)
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.search.down_pressed.connect(self._on_down_pressed)
        self.close_button.clicked.connect(self.closed)

    def begin(self, known: frozenset[PartenaireId]) -> None:
        """`known` follow the person already: they are not offered."""
        self._known = known
        self.search.clear()
        self._list([])
        self.message.hide()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def holds_escape(self) -> bool:
        return self.isVisible()

    def on_escape(self) -> None:
        self.closed.emit()

    def _on_searched(self, text: str) -> None:
        self._entered = False
        if not text.strip():
            self._list([])
            return
        self._context.worker.run(partial(_found, texte=text), self._on_found, self._on_failed)

    def _on_found(self, answer: tuple[str, tuple[Partenaire, ...]]) -> None:
        texte, found = answer
        if texte != self.search.text():
            return  # the answer to an older question
        self._list([p for p in found if p.id not in self._known][:_SHOWN])
        if self._entered and self._found <= 1 and self.rows:
            self._entered = False
            self.rows[0].click()

    def _on_failed(self, error: AppError) -> None:
        self.message.setText(error.sentence)
        self.message.show()

    def _list(self, found: list[Partenaire]) -> None:
        clear(self._rows)
        typed = " ".join(self.search.text().split())
        self._found = len(found)
        self.rows = [self._row(p) for p in found]
        if typed and self._may_create:
            create = Button(f"Créer « {typed} »", "link", "plus")
            create.clicked.connect(partial(self.create_asked.emit, typed))
            self.rows.append(create)
        for button in self.rows:
            self._rows.addWidget(button)

    def _row(self, partenaire: Partenaire) -> Button:
        kind = self._context.reference.libelle(annuaire.TYPES, partenaire.type)
        button = Button(partenaire.nom, "ghost", "contact-round", tip=kind)
        button.setAccessibleName(f"{partenaire.nom}, {kind}")
        button.clicked.connect(partial(self.chosen.emit, partenaire.id))
        return button

    def _on_return_pressed(self) -> None:
        """What is shown may be an older answer: the one that comes is taken, without a doubt."""
        self._entered = bool(self.search.text().strip())

    def _on_down_pressed(self) -> None:
        for button in self.rows[:1]:
            button.setFocus(Qt.FocusReason.TabFocusReason)


def _found(office: Office, *, texte: str) -> tuple[str, tuple[Partenaire, ...]]:
    return texte, annuaire.chercher(office, texte)
