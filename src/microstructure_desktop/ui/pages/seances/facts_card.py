"""FactsCard: when, where, whether it was held, and what it was about."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.consultation import LIEUX_PROPRES, TYPES_PAR_ROLE, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.consultations import Attendus, SeanceOuverte
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField, TimeField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import FlowLayout
from microstructure_desktop.ui.widgets.scale import Scale
from microstructure_desktop.ui.widgets.segmented import Segmented

from . import words
from .typed import Typed

Choices = list[tuple[str, str]]
USUAL_PLACE = "CABINET"


class FactsCard(Card):
    """Signals:
    edited: the person changed something.
    """

    edited = Signal()

    def __init__(self, role: Role, today: Callable[[], date]) -> None:
        super().__init__()
        self.body.setSpacing(16)
        self._kind = TYPES_PAR_ROLE[role][0]
        self.jour = DateField(today=today)
        self.heure = TimeField()
        self.duree = ComboField(chars=8)
        self.lieu = ComboField(chars=16)
        self.type = ComboField(chars=18)
        self.presence = Segmented()
        self.themes = Chips()
        self.evolution = Scale(0, 10, "beaucoup moins bien", "beaucoup mieux")
        self.fields = {
            "jour": Field("Date", self.jour),
            "heure": Field("Début", self.heure),
            "duree": Field("Durée", self.duree),
            "lieu": Field("Lieu", self.lieu),
            "type": Field("Type", self.type),
        }
        self.themes_field = Field(
            "Thèmes abordés",
            self.themes,
            hint=words.THEMES_HINT,
            optional=role in (Role.MEDECIN, Role.PSYCHIATRE),
        )
        self.presence_field = Field("Présence", self.presence)
        self.evolution_field = Field("Évolution ressentie", self.evolution)
        line = FlowLayout(spacing=16)
        for field in self.fields.values():
            line.addWidget(field)
        self.body.addLayout(line)
        self.body.addWidget(self.presence_field)
        self.body.addWidget(self.themes_field)
        self.body.addWidget(self.evolution_field)
        self._connect()

    def show_seance(self, opened: SeanceOuverte, typed: Typed, reference: Reference) -> None:
        sexe = opened.patient.sexe
        self.jour.set_value(None)
        self.jour.setText(typed.jour)
        self.heure.set_value(None)
        self.heure.setText(typed.heure)
        self._choose(self.duree, _durations(typed.duree), typed.duree)
        self._choose(self.lieu, _listed(reference, "CL04", typed.lieu), typed.lieu)
        types = [
            (code, words.kind(TypeActe(code)))
            for code in dict.fromkeys((*opened.types, typed.type))
        ]
        self._choose(self.type, types, typed.type)
        self._kind = TypeActe(typed.type)
        self.presence.set_choices(words.presences(sexe))
        self.presence.set_value(typed.issue)
        known = [(code, reference.libelle("THEMES", code)) for code in opened.themes]
        self.themes.set_choices(known + [(c, c) for c in typed.themes if c not in opened.themes])
        self.themes.set_selected(typed.themes)
        self.evolution_field.set_label(words.evolution(sexe))
        self.evolution.set_value(typed.evolution)

    def expect(self, expected: Attendus) -> None:
        """Hide what a session of this kind does not say; what was answered is kept."""
        self.presence_field.setVisible(expected.presence)
        self.themes_field.setVisible(expected.themes)
        self.evolution_field.setVisible(expected.evolution)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order read."""
        return [
            *(field.editor for field in self.fields.values()),
            *self.presence.findChildren(Button),
            *self.themes.findChildren(Button),
            *self.evolution.findChildren(Button),
        ]

    def _connect(self) -> None:
        for editor in (self.jour, self.heure):
            editor.textEdited.connect(self.edited)
            editor.changed.connect(self.edited)
        self.type.changed.connect(self._on_type_changed)
        for answer in (
            self.duree,
            self.lieu,
            self.type,
            self.presence,
            self.themes,
            self.evolution,
        ):
            answer.changed.connect(self.edited)

    def _on_type_changed(self, code: str) -> None:
        """A visit is at home and a call by telephone; the place typed otherwise stays."""
        before, self._kind = self._kind, TypeActe(code)
        if self._kind in LIEUX_PROPRES:
            self.lieu.set_value(LIEUX_PROPRES[self._kind])
        elif self.lieu.value() == LIEUX_PROPRES.get(before):
            self.lieu.set_value(USUAL_PLACE)

    @staticmethod
    def _choose(combo: ComboField, choices: Choices, value: str) -> None:
        combo.set_choices(choices)
        combo.set_value(value)


def _durations(kept: str) -> Choices:
    """The usual lengths, and the one recorded when it is not among them."""
    minutes = set(words.DUREES) | ({int(kept)} if kept.isdecimal() else set())
    return [(str(m), f"{m}{texts.NBSP}min") for m in sorted(minutes)]


def _listed(reference: Reference, name: str, kept: str) -> Choices:
    """The codes of a list, and the one recorded when the list has lost it."""
    found = [(option.code, option.label) for option in reference.listes[name].offered]
    known = any(code == kept for code, _ in found)
    return found if known else [*found, (kept, reference.libelle(name, kept))]
