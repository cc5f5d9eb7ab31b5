"""What a form is made of."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from microstructure_desktop.domain.equipe import SOIGNANTS, Role

from .instruments import Instrument

Scalar = str | int | bool

NR = "NR"
"""The answer « ne souhaite pas répondre », whatever the item's type."""


class ItemType(StrEnum):
    """The types of Questionnaire R4 that we use, and our scales.

    A `group` is a subheading, in which others may nest.
    """

    GROUP = "group"
    INSTRUMENT = "instrument"
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
    """When a form is filled in: the three fiches first, then what is filled beside them."""

    ENTREE = "entree"
    SUIVI = "suivi"
    FIN = "fin"
    INCLUSION = "inclusion"
    PLAN = "plan"
    ECHELLE = "echelle"
    SEANCE = "seance"


FICHES = (Stage.ENTREE, Stage.SUIVI, Stage.FIN)


class Partage(StrEnum):
    """Who reads an answer: the team, the same profession, or its author alone (sealed)."""

    EQUIPE = "equipe"
    METIER = "metier"
    PERSONNEL = "personnel"


class Auto(StrEnum):
    """What a display item can show by itself, computed by a service."""

    ASSIDUITE = "assiduite"
    DEPLACEMENTS = "deplacements"
    ENTOURAGE = "entourage"
    DEMARCHES = "demarches"


@dataclass(frozen=True, slots=True)
class Option:
    """`alone`: excludes the other codes of a multiple choice. `retired`: labelled, not offered."""

    code: str
    label: str
    alone: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """R4 enableWhen on an earlier item, one test only.

    True when it holds one of `values` (none of them with `differs`), lies between `at_least` and
    `at_most`, raises an `alert` of its scale, or else has any answer (none with `absent`).
    """

    item: str
    values: tuple[Scalar, ...] = ()
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    differs: bool = False
    alert: bool = False
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One question, or a display text.

    `options` are those of the code list when `code_list` names one. `soft_*` bound what is
    likely: beyond, the person is asked, never stopped. `match_all` is R4's enableBehavior.
    `unchanged` offers the previous answer again; what must be assessed anew does not. `under`
    names the earlier item that this one is nested in, and is hidden with. `up_to_age`: an integer
    at most the person's age. `initial` is the answer proposed in a new form; `read_only` is shown
    and never typed. `trajectoire`: drawn over time in the record. In a repeated group, `base` is
    the id as written, `row` its rank from 1.
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
    under: str = ""
    up_to_age: bool = False
    initial: Scalar | tuple[str, ...] | None = None
    read_only: bool = False
    trajectoire: bool = False
    instrument: Instrument | None = None
    base: str = ""
    row: int = 0

    @property
    def is_question(self) -> bool:
        return self.type not in (ItemType.DISPLAY, ItemType.GROUP)

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options that a new answer may choose."""
        return tuple(option for option in self.options if not option.retired)

    @property
    def personal(self) -> bool:
        return self.partage is Partage.PERSONNEL

    def label(self, code: str) -> str:
        """The option's label; a code that is not listed any more labels itself."""
        return next((o.label for o in self.options if o.code == code), code)


@dataclass(frozen=True, slots=True)
class Group:
    """A titled run of items: one « rubrique ».

    `repeat` > 1: the items as written are asked up to that many times; `items` holds every row,
    each under a heading whose id is the group's and the row's rank. `row_title` heads each row.
    """

    id: str
    title: str
    items: tuple[Item, ...]
    repeat: int = 1
    row_title: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a definition. `source` is its text as read, to be kept for ever.

    `role` None: every carer fills it in. `actes`: the CL03 codes that a session form is for.
    """

    id: str
    version: int
    title: str
    role: Role | None
    stage: Stage
    depuis: date
    groups: tuple[Group, ...]
    chapeau: str = ""
    actes: tuple[str, ...] = ()
    source: str = field(default="", repr=False, compare=False)

    def filled_by(self, role: Role) -> bool:
        return role in SOIGNANTS if self.role is None else self.role is role

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
