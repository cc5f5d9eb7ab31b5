"""Second step: what each column holds, guessed, and changed by whoever knows better."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.services.anonymat import offered
from microstructure_desktop.services.reprise import Ouvert
from microstructure_desktop.services.reprise_mots import Champ
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP, count
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, flow, row
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.rule import Rule

from . import words

_HIDDEN = "Contenu masqué en mode discret"
_NO_PROGRAMME = ("", "Aucun")
_CHOICES = (("", words.LEFT_ASIDE), *((champ.value, said) for champ, said in words.CHAMPS.items()))


class ColumnsStep(QWidget):
    """Signals:
    sheet_chosen: the name of another sheet of the workbook.
    changed: a column, or the programme of all, was given another meaning.
    """

    sheet_chosen = Signal(str)
    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.opened: Ouvert | None = None
        self.missing = Banner()
        self.sheet = ComboField()
        self.programme = ComboField(chars=34)
        self._sheet_field = Field("Feuille du classeur", self.sheet)
        self._programme_field = Field(
            "Programme des lignes qui n’en nomment pas",
            self.programme,
            hint="Sans programme ni date d’inclusion, le dossier est créé sans inclusion.",
        )
        self._columns = Card("Ce que contient chaque colonne")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self._columns.body.addLayout(self._lines)
        self.fields: list[ComboField] = []
        self._lay_out()
        self.sheet.changed.connect(self.sheet_chosen)
        self.programme.changed.connect(self._on_programme_changed)
        context.discretion.changed.connect(self._fill)

    def show_file(self, opened: Ouvert) -> None:
        self.opened = opened
        sheets = opened.tableau.feuilles
        self.sheet.set_choices((name, name) for name in sheets)
        self.sheet.set_value(opened.tableau.feuille)
        self._sheet_field.setVisible(len(sheets) > 1)
        programmes = offered(self.context.reference, anonyme=False).values()
        self.programme.set_choices([_NO_PROGRAMME, *((p.code, p.libelle) for p in programmes)])
        self.programme.set_value(self.programme.value())
        self._fill()

    def ready(self) -> bool:
        """Whether everybody can be named."""
        return self.opened is not None and not self.opened.colonnes.manquants()

    def forget(self) -> None:
        """Nothing of the file stays on screen."""
        self.opened = None
        self.fields = []
        clear(self._lines)

    def _lay_out(self) -> None:
        options = Card()
        options.body.addWidget(boxed(flow(self._sheet_field, self._programme_field, spacing=24)))
        body = PageBody()
        pieces = (self.missing, self._columns, options)
        for piece in pieces:
            piece.setMaximumWidth(look.size("text_max"))
        body.fill(*pieces)
        self.setLayout(column(body))

    def _fill(self) -> None:
        clear(self._lines)
        self.fields = []
        if self.opened is None:
            return
        rows = len(self.opened.tableau.lignes) - self.opened.colonnes.entete
        self._lines.addWidget(Paragraph(f"{count(rows, 'ligne')} sous les titres.", "secondary"))
        for at in range(self.opened.tableau.largeur):
            self._lines.addWidget(Rule())
            self._lines.addLayout(self._line(self.opened, at))
        self._say_missing()

    def _line(self, opened: Ouvert, at: int) -> QVBoxLayout:
        title = opened.colonnes.titre(opened.tableau, at)
        seen = " · ".join(opened.exemples(at)) or "Vide"
        example = _HIDDEN if self.context.discretion.on else seen
        field = ComboField(_CHOICES, chars=26)
        field.setAccessibleName(f"Colonne{NBSP}: {title}")
        field.set_value(opened.colonnes.champs[at] or "")
        field.changed.connect(partial(self._on_field_changed, at))
        self.fields.append(field)
        said = column(Label(title, "strong"), Label(example, "caption"), spacing=0)
        line = row(said, field, spacing=16)
        line.setStretchFactor(said, 1)
        return column(line)

    def _on_field_changed(self, at: int, code: str) -> None:
        assert self.opened is not None
        colonnes = self.opened.colonnes.avec(at, Champ(code) if code else None)
        self.opened = Ouvert(self.opened.tableau, colonnes, self.opened.chemin)
        for field, champ in zip(self.fields, colonnes.champs, strict=True):
            field.set_value(champ or "")
        self._say_missing()
        self.changed.emit()

    def _on_programme_changed(self, _code: str) -> None:
        self.changed.emit()

    def _say_missing(self) -> None:
        assert self.opened is not None
        missing = [words.CHAMPS[champ].lower() for champ in self.opened.colonnes.manquants()]
        if not missing:
            self.missing.clear()
            return
        self.missing.show_message(
            "warn",
            f"Il manque{NBSP}: {', '.join(missing)}",
            "Dites quelle colonne les contient.",
        )
