"""What the pages that restore can do, on one folder; what is said once it is done."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from microstructure_desktop.paths import Home

if TYPE_CHECKING:
    from .dialogs.restore_page import Restorer

RECENT = timedelta(hours=1)
"""How long the unlock page says that a backup was restored."""
_KEPT = re.compile(r"\.avant-restauration-(\d{8}-\d{6})(-\d+)?")


def restorer(home: Home, options: dict[str, Any], now: Callable[[], datetime]) -> "Restorer":
    """`options`: `cost` and `now`, those of the services when they are not there."""
    from microstructure_desktop.services import restauration, sauvegardes

    from .dialogs.restore_page import Restorer

    cost = {name: value for name, value in options.items() if name == "cost"}
    return Restorer(
        sauvegardes.lister(home.sauvegardes),
        home.coffre.exists(),
        restauration.regarder,
        partial(restauration.apercu, home, **cost),
        partial(restauration.restaurer, home, **options),
        now,
    )


def just_restored(home: Home, now: datetime) -> tuple[str, str] | None:
    """What the unlock page says after a restoration, read from the former store beside."""
    kept = max(_kept(home), default=None)
    if kept is None or not timedelta() <= now - kept[0] <= RECENT:
        return None
    at = kept[0].astimezone()
    return (
        f"Une sauvegarde a été remise en place à {at:%H:%M}, puis relue et vérifiée.",
        f"L’ancien coffre est gardé, chiffré, dans « {kept[1].name} ».",
    )


def _kept(home: Home) -> list[tuple[datetime, Path]]:
    paths = home.root.glob(f"{home.coffre.name}.avant-restauration-*")
    read = ((_KEPT.fullmatch(p.name.removeprefix(home.coffre.name)), p) for p in paths)
    return [
        (datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC), path)
        for found, path in read
        if found
    ]
