"""IdentityCard: who somebody is."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.domain.patient import Patient, Sexe
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.segmented import Segmented

from .fields import TICKED, Fields, Typed


class IdentityCard(Card):
    """Six fields, registered by name in `fields`."""

    def __init__(self, fields: Fields, reference: Reference, today: Callable[[], date]) -> None:
        super().__init__("Identité")
        self.body.setSpacing(16)
        self._fields = fields
        self._today = today
        sexes = [(s.value, reference.libelle("CL07", s.value)) for s in Sexe]
        nom = fields.add("nom", "Nom", LineEdit(), hint="Un alias si l’anonymat est demandé")
        prenom = fields.add("prenom", "Prénom", LineEdit(), hint="Celui que la personne utilise")
        naissance = fields.add(
            "naissance", "Date de naissance", DateField(today=today), hint="14/05/1992 ou 140592"
        )
        self.sexe = Segmented(sexes, name="Sexe")
        self.sexe.set_value(Sexe.NR.value)
        sexe = fields.add("sexe", "Sexe", self.sexe)
        telephone = fields.add(
            "telephone", "Téléphone", LineEdit(chars=18), hint="06 12 34 56 78", optional=True
        )
        self.body.addLayout(_halves(nom, prenom))
        self.body.addLayout(_halves(naissance, telephone))
        self.body.addWidget(sexe)
        self._add_information()

    def _add_information(self) -> None:
        self.informed = CheckBox(
            "L’information sur le suivi et le partage des données a été remise"
        )
        self._fields.watch("informee", self.informed)
        self._when = Conditional()
        given = DateField(today=self._today)
        self._when.body.addWidget(self._fields.add("information_remise", "Remise le", given))
        self._when.hide()
        self.informed.toggled.connect(self._on_informed_toggled)
        self.body.addWidget(self.informed)
        self.body.addWidget(self._when)

    def information_day(self) -> date | None:
        """When the information was given; None when it was not."""
        return self._fields.day("information_remise") if self.informed.isChecked() else None

    def _on_informed_toggled(self, informed: bool) -> None:  # noqa: FBT001
        self._when.setVisible(informed)
        if informed and not self._fields.text("information_remise"):
            self._fields.set_typed({"information_remise": numeric_date(self._today())})


def _halves(left: QWidget, right: QWidget) -> QHBoxLayout:
    made = row(left, right, spacing=16)
    made.setStretch(0, 1)
    made.setStretch(1, 1)
    return made


def typed_of(patient: Patient) -> Typed:
    """The fields as they would be typed for somebody already known."""
    given = patient.information_remise
    return {
        "nom": patient.nom,
        "prenom": patient.prenom,
        "naissance": numeric_date(patient.naissance),
        "sexe": patient.sexe.value,
        "telephone": patient.telephone,
        "informee": TICKED if given is not None else "",
        "information_remise": numeric_date(given) if given is not None else "",
    }
