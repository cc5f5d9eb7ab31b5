"""AnswersCard: what only the cabinet can say, each answer kept as soon as it is left."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.services.dossier_legal import LigneReponse, problem
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_ABOUT = (
    "Ces réponses remplissent les documents. Chacune est gardée dès que vous quittez sa case. "
    "N’y écrivez rien sur une personne suivie, ni mot de passe."
)
_CHARS = 64


class AnswersCard(Card):
    """Signals:
    answered: the name of a blank, and its text.
    """

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("Ce que le cabinet complète")
        self.body.setSpacing(14)
        self.body.addWidget(Paragraph(_ABOUT))
        self.fields: dict[str, Field] = {}
        self.editors: dict[str, LineEdit] = {}
        self._kept: dict[str, str] = {}

    def show_answers(self, lignes: Iterable[LigneReponse], *, may_write: bool) -> None:
        """What is being typed stays as it is."""
        for ligne in lignes:
            name = ligne.blanc.id
            if name not in self.fields:
                self._add(ligne)
            editor = self.editors[name]
            editor.setReadOnly(not may_write)
            if not self._changed(name):
                editor.setText(ligne.texte)
            self._kept[name] = ligne.texte
            editor.setPlaceholderText(ligne.propose)

    def pending(self) -> Iterator[tuple[str, str]]:
        """What is typed and can be kept, but was not yet."""
        for name, editor in self.editors.items():
            if self._changed(name) and problem(editor.text()) is None:
                yield name, editor.text()

    def _add(self, ligne: LigneReponse) -> None:
        blanc = ligne.blanc
        self.editors[blanc.id] = editor = LineEdit(chars=_CHARS)
        self._kept[blanc.id] = ""
        field = Field(blanc.libelle, editor, hint=blanc.aide, optional=blanc.facultatif)
        editor.editingFinished.connect(partial(self._on_finished, blanc.id))
        self.fields[blanc.id] = field
        self.body.addWidget(field)

    def _changed(self, name: str) -> bool:
        return self.editors[name].text().strip() != self._kept[name]

    def _on_finished(self, name: str) -> None:
        text = self.editors[name].text()
        said = problem(text)
        self.fields[name].set_error(said)
        if said is None and self._changed(name):
            self._kept[name] = " ".join(text.split())
            self.answered.emit(name, text)
