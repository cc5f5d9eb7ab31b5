"""SettingsBar: whom a previewed form is about, what it shows, and in which look."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.ui.forms.editor import Person
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.segmented import Segmented

AGE = 38
OLDEST = 120
_SEXES = [("F", "Femme"), ("H", "Homme"), ("", "Non dit")]
LOOKS = [("clair", "Clair"), ("sombre", "Sombre")]


class SettingsBar(QWidget):
    """Signals:
    changed: the person or what is shown is another.
    look_chosen: clair | sombre.
    """

    changed = Signal()
    look_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sexe = Segmented(_SEXES, name="Sexe")
        self.sexe.set_value("F")
        self.age = LineEdit(str(AGE), chars=4)
        self.every = CheckBox("Afficher toutes les questions, sans leurs conditions")
        self.look = Segmented(LOOKS, name="Apparence")
        card = Card("Personne imaginaire")
        for part in (Field("Sexe", self.sexe), Field("Âge", self.age)):
            card.body.addWidget(part)
        shown = Card("Affichage")
        for widget in (self.every, Field("Apparence", self.look)):
            shown.body.addWidget(widget)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(card)
        body.addWidget(shown)
        self.sexe.changed.connect(self._on_changed)
        self.age.editingFinished.connect(self.changed)
        self.every.toggled.connect(self._on_changed)
        self.look.changed.connect(self.look_chosen)

    def person(self) -> Person:
        """An age that cannot be read is not known."""
        typed = self.age.text().strip()
        known = typed.isdecimal() and len(typed) <= len(str(OLDEST)) and int(typed) <= OLDEST
        return Person(self.sexe.value(), int(typed) if known else None)

    def _on_changed(self, _choice: object) -> None:
        self.changed.emit()
