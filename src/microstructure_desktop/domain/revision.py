"""Revision: who saved what and when; a record's current state is its latest revision."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .ids import MembreId, RevisionId


class Operation(StrEnum):
    CREATE = "create"
    EDIT = "edit"
    VOID = "void"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Revision:
    """One save of one record. `number` counts from 1; `at` is an instant in UTC.

    `kind` names what `entity` is (« patient », « fiche »…); `form` and `form_version` the
    definition a fiche was filled with.
    """

    id: RevisionId
    entity: str
    kind: str
    number: int
    author: MembreId
    at: datetime
    device: str
    op: Operation
    form: str | None = None
    form_version: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One record as an action found it (None: it was not there) and as it left it."""

    entity: str
    kind: str
    before: RevisionId | None
    after: RevisionId
