"""What the pages that restore can do, on one folder; what is said once it is done."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home

if TYPE_CHECKING:
    from microstructure_desktop.services.restauration import Preparee

    from .dialogs.restore_page import Restorer

RECENT = timedelta(hours=1)
"""How long the unlock page says that a backup was restored."""
REFUSED = "restauration-refusee.json"
"""In the folder of the data: why the last restoration was not done, for the next process."""
NOTHING_DONE = "Rien n’a été restauré : le cabinet est tel qu’il était."
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


def end(home: Home, preparee: "Preparee", now: Callable[[], datetime]) -> None:
    """Put it in place; refused, the former is there, and the next process says why."""
    from microstructure_desktop.services import restauration

    try:
        restauration.terminer(home, preparee)
    except AppError as failure:
        keep_refusal(home, failure, now())


def keep_refusal(home: Home, failure: AppError, now: datetime) -> None:
    """A disk that refuses it too keeps nobody from their cabinet: it is not said, that is all."""
    said = {"le": now.isoformat(), "phrase": failure.sentence, "suite": failure.way_out}
    with suppress(OSError):
        (home.root / REFUSED).write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")


def outcome(home: Home, now: datetime) -> tuple[str, str, str] | None:
    """Kind, title and text of what became of a restoration; a refusal is told once."""
    if refused := _refusal(home, now):
        return "danger", NOTHING_DONE, " ".join(refused)
    done = just_restored(home, now)
    return ("ok", *done) if done else None


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


def _refusal(home: Home, now: datetime) -> tuple[str, str] | None:
    path = home.root / REFUSED
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        path.unlink()
        recent = timedelta() <= now - datetime.fromisoformat(said["le"]) <= RECENT
        return (str(said["phrase"]), str(said["suite"])) if recent else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _kept(home: Home) -> list[tuple[datetime, Path]]:
    paths = home.root.glob(f"{home.coffre.name}.avant-restauration-*")
    read = ((_KEPT.fullmatch(p.name.removeprefix(home.coffre.name)), p) for p in paths)
    return [
        (datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC), path)
        for found, path in read
        if found
    ]
