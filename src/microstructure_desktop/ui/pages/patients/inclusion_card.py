"""InclusionCard: the programme somebody enters, since when, and who asked for it."""

from collections.abc import Callable
from datetime import date

from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.layouts import row

from .fields import Fields

_LATER = ("", "Ne pas inclure pour l’instant")
_UNKNOWN = "NR"


class InclusionCard(Card):
    """Four fields, registered by name in `fields`; `may_wait` offers no programme at all."""

    def __init__(
        self, fields: Fields, reference: Reference, today: Callable[[], date], *, may_wait: bool
    ) -> None:
        super().__init__("Inclusion")
        self.body.setSpacing(16)
        offered = [(code, found.libelle) for code, found in reference.programmes.items()]
        self.programme = ComboField([*offered, *([_LATER] if may_wait else [])], chars=36)
        origins = [(o.code, o.label) for o in reference.listes["CL06"].offered]
        self.body.addWidget(fields.add("programme", "Programme", self.programme))
        debut = fields.add("debut", "Date d’inclusion", DateField(today(), today=today))
        demande = fields.add("demande", "Date de la demande", DateField(today=today), optional=True)
        orienteur = ComboField(origins, chars=36)
        orienteur.set_value(_UNKNOWN)
        self._when = Conditional()
        dates = row(debut, demande, spacing=16)
        dates.setStretch(0, 1)
        dates.setStretch(1, 1)
        self._when.body.addLayout(dates)
        self._when.body.addWidget(fields.add("orienteur", "Origine de la demande", orienteur))
        self.body.addWidget(self._when)
        fields.edited.connect(self._on_edited)

    def _on_edited(self, name: str) -> None:
        if name == "programme":
            self._when.setVisible(bool(self.programme.value()))
