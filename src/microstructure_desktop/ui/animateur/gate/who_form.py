"""WhoForm: the region, who animates it, and how a cabinet reaches them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.services.regions import REGIONS
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_LONGEST = 120


class WhoForm(QWidget):
    """Signals:
    entered: Enter was pressed in the last field.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.region = ComboField(tuple(REGIONS.items()))
        self.region.set_value(next(iter(REGIONS)))
        self.nom = LineEdit(hint="RAMIP Occitanie")
        self.contact = LineEdit(hint="05 61 00 00 00")
        self.contact.returnPressed.connect(self.entered)
        for edit in (self.nom, self.contact):
            edit.setMaxLength(_LONGEST)
        self.fields = {
            "nom": Field("Votre réseau", self.nom, hint="Le nom que les cabinets verront."),
            "contact": Field(
                "Où vous joindre",
                self.contact,
                hint="Le téléphone ou l’adresse que les cabinets ont déjà.",
            ),
        }
        self.setLayout(column(Field("Région", self.region), *self.fields.values(), spacing=14))

    def projet(self) -> Projet:
        return Projet(self.region.value(), self.nom.text().strip(), self.contact.text().strip())

    def check(self) -> bool:
        """Say at the field what is missing, and put the keyboard there."""
        missing = {
            "nom": "" if self.nom.text().strip() else "Entrez le nom de votre réseau.",
            "contact": "" if self.contact.text().strip() else "Entrez où vous joindre.",
        }
        for name, field in self.fields.items():
            field.set_error(missing[name] or None)
        first = next((name for name in missing if missing[name]), None)
        if first is not None:
            self.fields[first].editor.setFocus()
        return first is None
