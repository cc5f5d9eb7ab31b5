"""Look: the colours, text sizes and measures in force."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtGui import QColor

from microstructure_desktop import assets

LIGHT = "light"
DARK = "dark"

_HAIRLINE = 3  # measures up to this many pixels never grow: rules and focus rings


@dataclass(frozen=True, slots=True)
class Look:
    """One appearance: light or dark, at a text size in percent."""

    name: str
    percent: int
    colours: Mapping[str, str]
    fonts: Mapping[str, int]
    sizes: Mapping[str, int]

    def font_px(self, size: str) -> int:
        return round(self.fonts[size] * self.percent / 100)

    def px(self, pixels: int) -> int:
        """Grow a width or an icon: slower than the text, so that a page still fits."""
        return self._grown(pixels, 0.6)

    def control_px(self, pixels: int) -> int:
        """Grow what surrounds one line of text: heights, paddings, radii."""
        return self._grown(pixels, 0.75)

    def _grown(self, pixels: int, share: float) -> int:
        if pixels <= _HAIRLINE:
            return pixels
        return round(pixels * (1 + (self.percent / 100 - 1) * share))


@lru_cache(maxsize=1)
def _palette() -> dict[str, Any]:
    return tomllib.loads(assets.text("theme", "palette.toml"))


@lru_cache(maxsize=8)
def make(name: str, percent: int) -> Look:
    palette = _palette()
    tokens = dict(palette[name])
    tokens |= tokens.pop("roles")
    return Look(name, percent, tokens, palette["fonts"], palette["sizes"])


_in_force: dict[str, Look] = {}


def use(chosen: Look) -> None:
    _in_force["look"] = chosen
    _colour.cache_clear()


def current() -> Look:
    return _in_force.get("look") or make(LIGHT, 100)


@lru_cache(maxsize=256)
def _colour(token: str) -> QColor:
    return QColor(current().colours[token])


def colour(token: str) -> QColor:
    """The colour of a token or of a role, in the look in force."""
    return _colour(token)


def px(pixels: int) -> int:
    return current().px(pixels)


def control_px(pixels: int) -> int:
    return current().control_px(pixels)


def size(name: str) -> int:
    """A measure of the palette, grown with the text."""
    return current().px(current().sizes[name])
