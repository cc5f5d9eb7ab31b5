"""Erase again, from an old copy of the store, whoever was erased since it was made."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING

from .erased import Efface, fingerprint
from .erasing import REPLAYED, Bilan
from .store import Store

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId


def replay(
    store: Store, register: Collection[Efface], at: datetime, *, compact: bool = True
) -> Bilan:
    """Erase from a copy whoever was erased since it was made.

    `compact` False: the file is about to be written again anyway.
    """
    with store.read() as work:
        by_mark = {fingerprint(patient): patient for patient in work.erasing.people()}
        author = work.erasing.first_author()
    days: dict[date, list[PatientId]] = {}
    for efface in register:
        if efface.empreinte in by_mark:
            days.setdefault(efface.le, []).append(by_mark[efface.empreinte])
    found = Bilan((), 0, 0)
    if not days or author is None:
        return found
    with store.begin(author, at) as work:
        for le, people in sorted(days.items()):
            made = work.erasing.erase(people, REPLAYED, le)
            found = Bilan(
                found.patients + made.patients,
                found.contenus + made.contenus,
                found.reecrits + made.reecrits,
            )
    if found.patients and compact:
        store.compact()
    return found
