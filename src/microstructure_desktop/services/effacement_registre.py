"""The register of erasures: what may still be said of each, without anybody's name."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.effacement import Effacement, Fondement
from microstructure_desktop.domain.equipe import Membre

from .access import Permission, check
from .office import Office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.store.erased import Efface
    from microstructure_desktop.store.erasing import Trace
    from microstructure_desktop.store.work import Work


@dataclass(frozen=True, slots=True)
class LigneEfface:
    """One erasure; a person whose records had been made one is one line, under one of their ids.

    `le` is local.
    """

    id: "PatientId"
    le: datetime
    par: Membre | None
    effacement: Effacement


def registre(office: Office) -> tuple[LigneEfface, ...]:
    """Every erasure, the latest first."""
    check(office, Permission.CONSERVATION)
    with office.store.read() as work:
        team = {m.id: m for m in work.equipe.all()}
        first: dict[tuple[datetime, str], Trace] = {}
        for trace in work.erasing.register():
            first.setdefault((trace.at, trace.reason), trace)
    return tuple(
        LigneEfface(t.patient, t.at.astimezone(), team.get(t.author), lu(t.reason))
        for t in reversed(first.values())
    )


def ecrit(effacement: Effacement) -> str:
    return json.dumps(asdict(effacement), ensure_ascii=False)


def lu(reason: str) -> Effacement:
    """What was kept; of a copy on which it was done again, only that."""
    try:
        kept = json.loads(reason)
        return Effacement(
            Fondement(kept["fondement"]),
            kept["motif"],
            tuple(kept["dossiers"]),
            kept["comptes"],
            kept.get("mentions"),
        )
    except (ValueError, TypeError, KeyError):
        return Effacement(Fondement.REJEU)


def completer(office: Office) -> None:
    """Write it beside a store that came alone, from another computer for instance."""
    from microstructure_desktop.store import erased

    if (office.home.root / erased.NAME).exists():
        return
    with office.store.read() as work:
        register = marques(work)
    if register:
        with suppress(OSError):  # the next opening, or the next erasure, will
            erased.add(office.home.root, register)


def marques(work: "Work") -> "Iterable[Efface]":
    """The same, as it stands outside the store."""
    from microstructure_desktop.store import erased

    return erased.marks(work.erasing.register())
