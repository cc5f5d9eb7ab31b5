"""IdentityCard: who somebody is, by name or under an alias."""

from collections.abc import Callable
from datetime import date

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.patient import Patient, Sexe
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.anonymat import POURQUOI
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import halves
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.segmented import Segmented

from .birth_card import birth_typed
from .fields import TICKED, Fields, Typed
from .information_block import InformationBlock

ALIAS = "anonyme"
_ASKED = "La personne demande l’anonymat"
_MEANING = (
    f"{POURQUOI} Ni nom, ni date de naissance, ni téléphone ne sont demandés ; ce qui était "
    "déjà noté reste dans l’historique. L’information est donnée comme à chacun."
)
_FOUR_DIGITS = 4


class IdentityCard(Card):
    """Its fields are registered by name in `fields`."""

    def __init__(
        self, fields: Fields, reference: Reference, today: Callable[[], date], me: Membre
    ) -> None:
        super().__init__("Identité")
        self.body.setSpacing(16)
        self._fields = fields
        sexes = [(s.value, reference.libelle("CL07", s.value)) for s in Sexe]
        self._nom = fields.add("nom", "Nom", LineEdit(), hint="Celui de tous les jours")
        self._prenom = fields.add(
            "prenom", "Prénom", LineEdit(), hint="Celui que la personne utilise"
        )
        self._naissance = fields.add(
            "naissance", "Date de naissance", DateField(today=today), hint="14/05/1992 ou 140592"
        )
        self._annee = fields.add("annee", "Année de naissance", LineEdit(chars=6), hint="1992")
        self.sexe = Segmented(sexes, name="Sexe")
        self.sexe.set_value(Sexe.NR.value)
        sexe = fields.add("sexe", "Sexe", self.sexe)
        self._telephone = fields.add(
            "telephone", "Téléphone", LineEdit(chars=18), hint="06 12 34 56 78", optional=True
        )
        self.body.addLayout(halves(self._nom, self._prenom))
        self.body.addLayout(halves(self._naissance, self._telephone))
        self.body.addWidget(self._annee)
        self.body.addWidget(sexe)
        self._add_alias()
        self.information = InformationBlock(fields, reference, today, me)
        self.body.addWidget(self.information)
        self.information.setVisible(allowed(me.role, Permission.INCLUSION))

    @property
    def anonymous(self) -> bool:
        return self.alias.isChecked()

    def birth(self) -> date | None:
        """The day, or the first of January of the year that an alias tells."""
        if not self.anonymous:
            return self._fields.day("naissance")
        typed = self._fields.text("annee").strip()
        if not (typed.isascii() and typed.isdigit() and len(typed) == _FOUR_DIGITS):
            return None
        return date(int(typed), 1, 1) if int(typed) else None

    def _add_alias(self) -> None:
        self.alias = CheckBox(_ASKED)
        self._fields.watch(ALIAS, self.alias)
        self._meaning = Conditional()
        self._meaning.body.addWidget(Paragraph(_MEANING, "secondary"))
        self.body.addWidget(self.alias)
        self.body.addWidget(self._meaning)
        self.alias.toggled.connect(self._on_alias_toggled)
        self._show_alias(asked=False)

    def _on_alias_toggled(self, asked: bool) -> None:  # noqa: FBT001
        self._show_alias(asked=asked)
        known = self._fields.day("naissance")
        if asked and known is not None and not self._fields.text("annee"):
            self._fields.set_typed({"annee": f"{known.year:04}"})

    def _show_alias(self, *, asked: bool) -> None:
        self._nom.set_label("Alias" if asked else "Nom")
        self._nom.set_hint("Un mot qui ne dit rien d’elle" if asked else "Celui de tous les jours")
        for part in (self._prenom, self._naissance, self._telephone):
            part.setVisible(not asked)
        self._annee.setVisible(asked)
        self._meaning.setVisible(asked)


def typed_of(patient: Patient) -> Typed:
    """The fields as they would be typed for somebody already known."""
    given, alias = patient.information_remise, patient.anonyme
    return {
        ALIAS: TICKED if alias else "",
        "nom": patient.nom,
        "prenom": patient.prenom,
        "naissance": "" if alias else numeric_date(patient.naissance),
        "annee": f"{patient.naissance.year:04}" if alias else "",
        "sexe": patient.sexe.value,
        "telephone": patient.telephone,
        "informee": TICKED if given is not None else "",
        "information_remise": numeric_date(given) if given is not None else "",
        "information_par": patient.information_par or "",
        "information_support": patient.information_support,
        **birth_typed(patient),
    }
