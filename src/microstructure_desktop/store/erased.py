"""The register of erasures outside the store: no old copy brings anybody back."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.errors import AppError

from . import files

if TYPE_CHECKING:
    from .erasing import Trace

NAME = "effacements.json"
MOST = 100_000
LARGEST = 16 * 2**20
_MARK = re.compile(r"[0-9a-f]{64}\Z")


class RegisterDamaged(AppError):
    sentence = "Le registre des effacements (« effacements.json ») est abîmé."
    way_out = (
        "Rien n’a été changé. Remettez-en une copie, prise à côté d’une sauvegarde, "
        "ou demandez de l’aide."
    )


@dataclass(frozen=True, slots=True, order=True)
class Efface:
    """Somebody erased, known by a hash of an id that was drawn at random and means nothing."""

    le: date
    empreinte: str


def fingerprint(patient: PatientId) -> str:
    return hashlib.sha256(b"effacement" + patient.encode()).hexdigest()


def marks(traces: "Iterable[Trace]") -> frozenset[Efface]:
    """The register of a store, as it stands outside of it."""
    return frozenset(Efface(t.at.astimezone().date(), fingerprint(t.patient)) for t in traces)


def read(folder: Path) -> frozenset[Efface]:
    """What the register of a folder holds; nothing when there is none.

    Raises:
        RegisterDamaged
    """
    path = folder / NAME
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        return frozenset()
    except OSError:
        raise RegisterDamaged from None
    return parse(raw)


def parse(raw: bytes) -> frozenset[Efface]:
    """The register in these bytes.

    Raises:
        RegisterDamaged
    """
    if len(raw) > LARGEST:
        raise RegisterDamaged
    try:
        lines = json.loads(raw)
        if not isinstance(lines, list) or len(lines) > MOST:
            raise RegisterDamaged
        found = frozenset(Efface(date.fromisoformat(x["le"]), x["empreinte"]) for x in lines)
        if not all(_MARK.match(x.empreinte) for x in found):
            raise RegisterDamaged
    except (ValueError, TypeError, KeyError, RecursionError):
        raise RegisterDamaged from None
    return found


def written(register: Iterable[Efface]) -> bytes:
    lines = [{"empreinte": x.empreinte, "le": x.le.isoformat()} for x in sorted(register)]
    return json.dumps(lines, indent=1).encode()


def add(folder: Path, register: Iterable[Efface]) -> frozenset[Efface]:
    """Write what is erased beside what the folder knew; nothing is ever taken out of it.

    Raises:
        RegisterDamaged
    """
    found = read(folder) | frozenset(register)
    files.replace(folder / NAME, written(found), parse)
    return found
