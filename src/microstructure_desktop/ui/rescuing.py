"""What the page of a forgotten passphrase can do, on one folder."""

from functools import partial
from typing import Any

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.paths import Home
from microstructure_desktop.services import secours

from .dialogs.rescue_page import Rescuers


def rescuers(home: Home, options: dict[str, Any]) -> Rescuers:
    """`options`: `cost` and `now`, those of the services when they are not there."""
    when = {name: value for name, value in options.items() if name == "now"}

    def opened(code: bytes, membre_id: str, passphrase: str) -> Any:
        return secours.ouvrir(home, code, MembreId(membre_id), passphrase, **options)

    return Rescuers(partial(secours.lire, home), opened, partial(secours.repartir, home, **when))
