"""PapersList: documents and letters at the left, the chosen one at the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services import lettres, pieces
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.piece_picker import size
from microstructure_desktop.ui.dialogs.record_menu import RecordMenu, Target, may_cancel
from microstructure_desktop.ui.texts import near_date, plain_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.row_delegate import RowText

from .reading_tab import ReadingTab
from .words import joined

Papier = DocumentRecu | Lettre

_NOTHING = "Aucun document, aucune lettre"
_FIRST = "Ajoutez un compte rendu ou une analyse, ou écrivez une lettre d’orientation."
_HIDDEN = "Texte masqué en mode discret."
_NAMES = {"application/pdf": "PDF", "image/png": "image PNG", "image/jpeg": "image JPEG"}


class PapersList(ReadingTab):
    """Signals:
    open_asked: the paper to look at, to print or to copy.
    edit_asked: the paper to correct.
    """

    open_asked = Signal(object)
    edit_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Documents et lettres", "file-text", self._text, _identity)
        self._context = context
        self._members: dict[MembreId, str] = {}
        self._may_write = allowed(context.membre.role, Permission.ECRIRE_DOCUMENTS)
        self.menu = RecordMenu(context, self)
        context.discretion.changed.connect(self._on_discretion_changed)

    def set_papers(self, papiers: Sequence[Papier], members: dict[MembreId, str]) -> None:
        """`members`: how each is named."""
        self._members = members
        self.set_rows(papiers, _NOTHING, _FIRST if self._may_write else "")

    def show_row(self, papier: Papier) -> None:
        clear(self.reading)
        card = self._lettre(papier) if isinstance(papier, Lettre) else self._document(papier)
        self.reading.addWidget(card)
        self.reading.addStretch(1)

    def _text(self, papier: Papier) -> RowText:
        when = near_date(papier.jour, self._context.now().date())
        if isinstance(papier, Lettre):
            to = papier.destinataire.partition("\n")[0] or "Remise à la personne"
            return RowText(lettres.titre(papier), to, when, icon=("pen-line", "text2"))
        kind = self._context.reference.libelle(pieces.CATEGORIES, papier.categorie)
        title = kind if self._context.discretion.on else papier.titre
        return RowText(title, kind, when, icon=("file-text", "text2"))

    def _document(self, document: DocumentRecu) -> Card:
        kind = self._context.reference.libelle(pieces.CATEGORIES, document.categorie)
        card = self._card(document, kind, "Ouvrir", mine=document.ajoute_par)
        hidden = self._context.discretion.on
        what = f"{_NAMES[document.type]}, {size(document.taille)}"
        by = f"ajouté par {self._members.get(document.ajoute_par, '')}"
        card.body.addWidget(Paragraph(_HIDDEN if hidden else document.titre, "body"))
        card.body.addWidget(Paragraph(joined((plain_date(document.jour), what, by)), "secondary"))
        card.body.addWidget(NoteLine("shield-check", "Gardé chiffré, tel qu’il a été reçu."))
        return card

    def _lettre(self, lettre: Lettre) -> Card:
        card = self._card(lettre, lettres.titre(lettre), "Aperçu et impression", mine=lettre.membre)
        by = f"signée par {self._members.get(lettre.membre, '')}"
        card.body.addWidget(Paragraph(joined((plain_date(lettre.jour), by)), "secondary"))
        if lettre.destinataire:
            card.body.addLayout(_part("Destinataire", lettre.destinataire))
        if lettre.accord is not None:
            said = f"Accord de la personne le {plain_date(lettre.accord)}"
            card.body.addWidget(NoteLine("circle-check", said, "secondary", "ok", ink="text2"))
        if self._context.discretion.on:
            card.body.addWidget(Paragraph(_HIDDEN, "body"))
            return card
        card.body.addLayout(_part("Objet", lettre.objet))
        body = Paragraph(lettre.corps, "body")
        body.set_selectable()
        card.body.addWidget(body)
        return card

    def _card(self, papier: Papier, title: str, verb: str, *, mine: MembreId) -> Card:
        me, letter = self._context.membre, isinstance(papier, Lettre)
        card = Card(title)
        look = Button(verb, icon="eye")
        look.clicked.connect(partial(self.open_asked.emit, papier))
        if self._may_write and (not letter or mine == me.id):
            edit = Button("Corriger", icon="pencil")
            edit.clicked.connect(partial(self.edit_asked.emit, papier))
            card.header.addWidget(edit)
        target = Target("lettre" if letter else "document", papier.id, title, may_cancel(me, mine))
        card.header.addWidget(self.menu.button(target))
        card.body.addLayout(row(look, None))
        return card

    def _on_discretion_changed(self) -> None:
        papier = self.chosen()
        self.view.viewport().update()
        if papier is not None:
            self.show_row(papier)


def _part(label: str, words: str) -> QVBoxLayout:
    return column(Label(label, "label"), Paragraph(words, "body"), spacing=2)


def _identity(papier: Papier) -> str:
    return papier.id
