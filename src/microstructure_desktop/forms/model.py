"""What a form is made of."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from microstructure_desktop.domain.equipe import Role

Scalar = str | int | bool

NR = "NR"
"""The answer « ne souhaite pas répondre », whatever the item's type."""


class ItemType(StrEnum):
    """The types of Questionnaire R4 that we use."""

    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    STRING = "string"
    TEXT = "text"
    CHOICE = "choice"
    DISPLAY = "display"


class Control(StrEnum):
    """How an item is shown, when its type leaves a choice."""

    ECHELLE = "echelle"
    PUCES = "puces"
    SEGMENTS = "segments"
    LISTE = "liste"
    ALERTE = "alerte"


class Stage(StrEnum):
    ENTREE = "entree"
    SUIVI = "suivi"
    FIN = "fin"


class Partage(StrEnum):
    """Who reads an answer: the team, the same profession, or its author alone (sealed)."""

    EQUIPE = "equipe"
    METIER = "metier"
    PERSONNEL = "personnel"


class Auto(StrEnum):
    """What a display item can show by itself, computed by a service."""

    ASSIDUITE = "assiduite"


@dataclass(frozen=True, slots=True)
class Option:
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Condition:
    """R4 enableWhen: true when the earlier item holds one of `values`, reaches `at_least`,
    or, with neither, has any answer.
    """

    item: str
    values: tuple[Scalar, ...] = ()
    at_least: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One question, or a display text.

    `options` are those of the code list when `code_list` names one. `soft_*` bound what is
    likely: beyond, the person is asked, never stopped. `match_all` is R4's enableBehavior.
    `unchanged` offers the previous answer again; what must be assessed anew does not.
    """

    id: str
    text: str
    type: ItemType
    hint: str = ""
    required: bool = False
    repeats: bool = False
    min: Decimal | None = None
    max: Decimal | None = None
    soft_min: Decimal | None = None
    soft_max: Decimal | None = None
    soft_days: int | None = None
    max_length: int | None = None
    unit: str = ""
    future: bool = False
    options: tuple[Option, ...] = ()
    code_list: str = ""
    control: Control | None = None
    nr: bool = False
    unchanged: bool = True
    partage: Partage = Partage.METIER
    export: bool = False
    renamed_from: str = ""
    auto: Auto | None = None
    when: tuple[Condition, ...] = ()
    match_all: bool = False

    @property
    def is_question(self) -> bool:
        return self.type is not ItemType.DISPLAY

    @property
    def personal(self) -> bool:
        return self.partage is Partage.PERSONNEL

    def label(self, code: str) -> str:
        """The option's label; a code that is not listed any more labels itself."""
        return next((o.label for o in self.options if o.code == code), code)


@dataclass(frozen=True, slots=True)
class Group:
    """A titled run of items: one « rubrique »."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a definition. `source` is its text as read, to be kept for ever."""

    id: str
    version: int
    title: str
    role: Role
    stage: Stage
    depuis: date
    groups: tuple[Group, ...]
    chapeau: str = ""
    source: str = field(default="", repr=False, compare=False)

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for group in self.groups for item in group.items)

    @property
    def questions(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.is_question)

    @property
    def personal(self) -> frozenset[str]:
        """Items whose answers are sealed to their author."""
        return frozenset(item.id for item in self.items if item.personal)

    def item(self, item_id: str) -> Item | None:
        return next((item for item in self.items if item.id == item_id), None)

    def group_of(self, item_id: str) -> Group | None:
        return next((g for g in self.groups if any(i.id == item_id for i in g.items)), None)
