"""InformationBlock: whether the person was informed of the follow-up, when, by whom and how."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.layouts import flow

from .fields import Fields

_NOT_SAID = ("", "Non précisé")
_GIVEN = "L’information sur le suivi et le partage des données a été remise"


class InformationBlock(QWidget):
    """`me` gave it unless another member is chosen."""

    def __init__(
        self, fields: Fields, reference: Reference, today: Callable[[], date], me: Membre
    ) -> None:
        super().__init__()
        self._fields = fields
        self._today = today
        self._me = me
        forms = [(o.code, o.label) for o in reference.listes["SUPPORT_INFORMATION"].offered]
        self.informed = CheckBox(_GIVEN)
        fields.watch("informee", self.informed)
        self.given_by = ComboField([(me.id, me.nom_affiche)], chars=24)
        day = fields.add("information_remise", "Remise le", DateField(today=today))
        by = fields.add("information_par", "Par", self.given_by)
        how = ComboField([_NOT_SAID, *forms], chars=24)
        support = fields.add("information_support", "Sous quelle forme", how)
        self._when = Conditional()
        self._when.body.addLayout(flow(day, by, support))
        self._when.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.informed)
        whole.addWidget(self._when)
        self.informed.toggled.connect(self._on_informed_toggled)

    def set_members(self, membres: Iterable[Membre]) -> None:
        self.given_by.set_choices([(m.id, m.nom_affiche) for m in membres])

    def day(self) -> date | None:
        """When the information was given; None when it was not."""
        return self._fields.day("information_remise") if self.informed.isChecked() else None

    def _on_informed_toggled(self, informed: bool) -> None:  # noqa: FBT001
        self._when.setVisible(informed)
        if informed and not self._fields.text("information_remise"):
            said = {"information_remise": numeric_date(self._today())}
            self._fields.set_typed({**said, "information_par": self._me.id})
