"""Office: the open store, who is at the keyboard, the shipped definitions and the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.paths import Home

if TYPE_CHECKING:
    from microstructure_desktop.store.keys import DatabaseKey, KdfParams, Limits
    from microstructure_desktop.store.personal_keys import PersonalKey
    from microstructure_desktop.store.store import Store

    from .reference import Reference


@dataclass(frozen=True, slots=True)
class Cost:
    """What a passphrase costs to try; the defaults are calibrated on this computer."""

    kdf: "KdfParams | None" = None
    limits: "Limits | None" = None

    def parameters(self) -> "KdfParams":
        from microstructure_desktop.store import keys

        return self.kdf or keys.calibrate()

    def bounds(self) -> "Limits":
        from microstructure_desktop.store import keys

        return self.limits or keys.LIMITS


@dataclass(frozen=True, slots=True)
class Office:
    """First argument of every action. `now` gives aware UTC instants; no method on purpose."""

    home: Home
    store: "Store"
    key: "DatabaseKey"
    membre: Membre
    personal: "PersonalKey"
    reference: "Reference"
    now: Callable[[], datetime]
    cost: Cost = Cost()


def today(office: Office) -> date:
    """The local calendar day."""
    return office.now().astimezone().date()
