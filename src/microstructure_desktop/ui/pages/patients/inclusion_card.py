"""InclusionCard: the programme somebody enters, since when, and who asked for it."""

from collections.abc import Callable
from datetime import date

from microstructure_desktop.services.anonymat import POURQUOI, offered
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.layouts import halves

from .fields import Fields
from .programme_about import ProgrammeAbout

_LATER = ("", "Ne pas inclure pour l’instant")
_UNKNOWN = "NR"
_AGED = frozenset({"programme", "debut", "naissance", "annee"})
"""What says how old somebody is, in which programme."""


class InclusionCard(Card):
    """Four fields, registered by name in `fields`; `may_wait` offers no programme at all.

    `birth`: that of the person, as far as it is known or typed.
    """

    def __init__(
        self,
        fields: Fields,
        reference: Reference,
        today: Callable[[], date],
        birth: Callable[[], date | None],
        *,
        may_wait: bool,
    ) -> None:
        super().__init__("Inclusion")
        self.body.setSpacing(16)
        self._fields = fields
        self._reference = reference
        self._today = today
        self._birth = birth
        self._later = [_LATER] if may_wait else []
        self._usual = ""
        self.programme = ComboField(self._offered(anonymous=False), chars=36)
        origins = [(o.code, o.label) for o in reference.listes["CL06"].offered]
        self._programme = fields.add("programme", "Programme", self.programme)
        self.about = ProgrammeAbout(reference)
        self.body.addWidget(self._programme)
        self.body.addWidget(self.about)
        debut = fields.add("debut", "Date d’inclusion", DateField(today(), today=today))
        demande = fields.add("demande", "Date de la demande", DateField(today=today), optional=True)
        orienteur = ComboField(origins, chars=36)
        orienteur.set_value(_UNKNOWN)
        self._when = Conditional()
        self._when.body.addLayout(halves(debut, demande))
        self._when.body.addWidget(fields.add("orienteur", "Origine de la demande", orienteur))
        self.body.addWidget(self._when)
        fields.edited.connect(self._on_edited)
        self._show_about()

    def set_anonymous(self, anonymous: bool) -> None:  # noqa: FBT001
        """Under an alias, only what pays for nobody is offered, and why is said."""
        chosen = self.programme.value()
        self._programme.set_hint(POURQUOI if anonymous else "")
        self.programme.set_choices(self._offered(anonymous=anonymous))
        if anonymous and self.programme.findData(chosen) < 0:
            self._usual = chosen
            self._fields.set_typed({"programme": self._offered(anonymous=True)[0][0]})
        elif not anonymous and self._usual:
            self._fields.set_typed({"programme": self._usual})
            self._usual = ""

    def _offered(self, *, anonymous: bool) -> list[tuple[str, str]]:
        known = offered(self._reference, anonyme=anonymous)
        return [*((code, found.libelle) for code, found in known.items()), *self._later]

    def _on_edited(self, name: str) -> None:
        if name == "programme":
            self._when.setVisible(bool(self.programme.value()))
        if name in _AGED:
            self._show_about()

    def _show_about(self) -> None:
        chosen = self._reference.programmes.get(self.programme.value())
        le = self._fields.day("debut") or self._today()
        self.about.show_programme(chosen, self._birth(), le)
