"""The cabinet: name, region, code, the year of its forfaits, how its minutes name people."""

from dataclasses import replace

from PySide6.QtCore import Signal

from microstructure_desktop.domain.equipe import Cabinet, CycleForfait
from microstructure_desktop.services.regions import REGIONS
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import flow, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_INITIALS = f"Comptes rendus imprimés avec les initiales et le n°{NBSP}de dossier, sans les noms"
_CYCLES = (
    (CycleForfait.ANNIVERSAIRE.value, "À chaque anniversaire de l’inclusion"),
    (CycleForfait.CIVIL.value, "Chaque 1ᵉʳ janvier"),
)
_CYCLE_HINT = (
    "Aucun texte ne le fixe. Un changement recompte tous les forfaits, passés et en cours ; par "
    "année civile, le premier va de l’inclusion au 31 décembre."
)


class CabinetCard(Card):
    """Signals:
    edited: the Cabinet to save.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__("Le cabinet")
        self._cabinet: Cabinet | None = None
        self.name = LineEdit(chars=34)
        self.region = ComboField(REGIONS.items())
        self.structure = LineEdit(chars=14)
        self.animateur = LineEdit(chars=18)
        self.cycle = ComboField(_CYCLES)
        self.initials = CheckBox(_INITIALS)
        self.name_field = Field("Nom", self.name)
        self.save_button = Button("Enregistrer", icon="check")
        self.save_button.clicked.connect(self._on_save_clicked)
        self.body.addLayout(
            flow(
                self.name_field,
                Field("Région", self.region),
                Field("Code de la structure", self.structure),
                Field("Animateur régional", self.animateur),
            )
        )
        self.body.addWidget(Field("Le forfait recommence", self.cycle, hint=_CYCLE_HINT))
        self.body.addWidget(self.initials)
        self.body.addLayout(row(None, self.save_button))
        self._let(may_manage=False)

    def show_cabinet(self, cabinet: Cabinet, *, may_manage: bool) -> None:
        self._cabinet = cabinet
        self._let(may_manage=may_manage)
        self.name.setText(cabinet.nom)
        self.region.set_value(cabinet.region)
        self.structure.setText(cabinet.structure)
        self.animateur.setText(cabinet.animateur)
        self.cycle.set_value(cabinet.cycle_forfait.value)
        self.initials.setChecked(cabinet.initiales)

    def _let(self, *, may_manage: bool) -> None:
        for editor in (self.name, self.structure, self.animateur):
            editor.setReadOnly(not may_manage)
        for choice in (self.region, self.cycle):
            choice.setEnabled(may_manage)
        self.initials.setEnabled(may_manage)
        self.save_button.setVisible(may_manage)

    def _on_save_clicked(self) -> None:
        if self._cabinet is None:
            return
        if not self.name.text().strip():
            self.name_field.set_error("Entrez le nom du cabinet.")
            self.name.setFocus()
            return
        self.name_field.set_error(None)
        self.edited.emit(
            replace(
                self._cabinet,
                nom=self.name.text().strip(),
                region=self.region.value() or self._cabinet.region,
                structure=self.structure.text().strip().upper(),
                animateur=self.animateur.text().strip(),
                initiales=self.initials.isChecked(),
                cycle_forfait=CycleForfait(self.cycle.value()),
            )
        )
