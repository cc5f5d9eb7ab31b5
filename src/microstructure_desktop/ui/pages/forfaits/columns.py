"""The columns of the table of forfaits."""

from collections.abc import Callable
from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.forfait_lignes import ForfaitLigne
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.texts import amount, hours, numeric_date

from . import words

_COUNTERS = (
    (Role.MEDECIN, "Médecin", 98),
    (Role.PSYCHOLOGUE, "Psychologue", 166),
    (Role.TRAVAILLEUR_SOCIAL, "Travailleur social", 180),
)


def columns(discretion: Discretion, le: Callable[[], date]) -> tuple[Column, ...]:
    def name(x: ForfaitLigne) -> str:
        return discretion.name(x.patient)

    return (
        Column("Patient", name, strong=True),
        Column(
            "Échéance",
            lambda x: numeric_date(x.decompte.cycle.fin),
            104,
            lambda x: x.decompte.cycle.fin,
            tone=lambda _x: "text2",
        ),
        *(_counter(role, heading, width) for role, heading, width in _COUNTERS),
        Column(
            "Psychiatre",
            lambda x: hours(x.psychiatre) if x.psychiatre else "—",
            92,
            lambda x: x.psychiatre,
            tone=lambda _x: "text2",
        ),
        Column(
            "État",
            lambda x: words.tag(x, le())[0],
            168,
            tag=lambda x: words.tag(x, le()),
        ),
        Column("Montant", lambda x: amount(x.propose), 104, lambda x: x.propose, right=True),
    )


def _counter(role: Role, heading: str, width: int) -> Column:
    return Column(
        heading,
        lambda x: words.counter(x, role),
        width,
        lambda x: _done(x, role),
        pips=lambda x: words.pips(x, role),
        tone=lambda x: words.counter_tone(x, role),
    )


def _done(x: ForfaitLigne, role: Role) -> int:
    found = x.decompte.forfait.compteur(role)
    return found.faits if found is not None else -1
