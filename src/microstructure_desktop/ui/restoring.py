"""What the pages that restore can do, on one folder; what is said once it is done."""

import json
import re
from collections.abc import Callable, Sequence
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
DONE = "restauration-faite.json"
"""The same: what became of the cabinet's key in the one that was done."""
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
    """Put it in place; the next process says what was done, or why it was refused."""
    from microstructure_desktop.services import restauration, restauration_words

    try:
        done = restauration.terminer(home, preparee)
    except AppError as failure:
        keep_refusal(home, failure, now())
    else:
        keep_done(home, tuple(restauration_words.apres(done)), now())


def keep_done(home: Home, phrases: Sequence[str], now: datetime) -> None:
    """What became of the key; like a refusal, a disk that refuses it keeps nobody out."""
    if phrases:
        said = {"le": now.isoformat(), "phrase": phrases[0], "suite": " ".join(phrases[1:])}
        _write(home.root / DONE, said)


def keep_refusal(home: Home, failure: AppError, now: datetime) -> None:
    """A disk that refuses it too keeps nobody from their cabinet: it is not said, that is all."""
    said = {"le": now.isoformat(), "phrase": failure.sentence, "suite": failure.way_out}
    _write(home.root / REFUSED, said)


def outcome(home: Home, now: datetime) -> tuple[str, str, str] | None:
    """Kind, title and text of what became of a restoration; a refusal is told once."""
    if refused := _told(home.root / REFUSED, now):
        return "danger", NOTHING_DONE, refused
    done, more = just_restored(home, now), _told(home.root / DONE, now)
    if done is None:
        return None
    return "ok", done[0], " ".join(filter(None, (more, done[1])))


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


def _write(path: Path, said: dict[str, str]) -> None:
    with suppress(OSError):
        path.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")


def _told(path: Path, now: datetime) -> str:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        path.unlink()
        recent = timedelta() <= now - datetime.fromisoformat(said["le"]) <= RECENT
        return f"{said['phrase']} {said['suite']}".strip() if recent else ""
    except (OSError, ValueError, TypeError, KeyError):
        return ""


def _kept(home: Home) -> list[tuple[datetime, Path]]:
    paths = home.root.glob(f"{home.coffre.name}.avant-restauration-*")
    read = ((_KEPT.fullmatch(p.name.removeprefix(home.coffre.name)), p) for p in paths)
    return [
        (datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC), path)
        for found, path in read
        if found
    ]
