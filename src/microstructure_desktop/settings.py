"""Preferences that are not secret: one frozen dataclass, saved as JSON, never a patient's data."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """What one workstation remembers.

    theme: systeme | clair | sombre. echelle: text size in percent. verrouillage_minutes: idle
    minutes before the screen locks. dernier_membre: id of the account proposed at unlock.
    alerte_sauvegarde: the day on which a missing backup was last told.
    """

    theme: str = "systeme"
    echelle: int = 100
    verrouillage_minutes: int = 10
    dernier_membre: str = ""
    alerte_sauvegarde: str = ""

    def with_(self, **changes: Any) -> "Settings":
        return replace(self, **changes)


BOUNDS = {"echelle": (100, 150), "verrouillage_minutes": (2, 30)}
THEMES = ("systeme", "clair", "sombre")


def load(path: Path) -> Settings:
    """The saved preferences; whatever cannot be understood keeps its default."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(raw, dict):
        return Settings()
    kept = {f.name: raw[f.name] for f in fields(Settings) if _acceptable(f.name, raw.get(f.name))}
    return Settings(**kept)


def save(path: Path, settings: Settings) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    draft.replace(path)


def _acceptable(name: str, value: object) -> bool:
    if name in BOUNDS:
        low, high = BOUNDS[name]
        return type(value) is int and low <= value <= high
    if name == "theme":
        return value in THEMES
    return isinstance(value, str)
