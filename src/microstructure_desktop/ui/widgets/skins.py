"""Skin: how a button of each kind is drawn, in names of the palette."""

from typing import NamedTuple


class Skin(NamedTuple):
    """Empty means not drawn; `on_*` is the look when checked."""

    fill: str = ""
    hover: str = "hover"
    press: str = "selected"
    edge: str = ""
    ink: str = "text2"
    ink_hover: str = "text"
    on_fill: str = "selected"
    on_edge: str = ""
    on_ink: str = "primary"
    size: str = "body"
    strong: bool = False
    on_strong: bool = True
    pad: int = 14
    height: int = 36
    radius: int = 6
    icon: int = 18
    icon_ink: str = ""
    ring: str = "focus"


_PRIMARY = {
    "hover": "primary_hover",
    "press": "primary_press",
    "ink": "on_primary",
    "ink_hover": "on_primary",
    "strong": True,
}

SKINS = {
    "normal": Skin(
        fill="surface", edge="edge", ink="text", strong=True, icon_ink="text2", on_edge="primary"
    ),
    "primary": Skin(fill="primary", pad=16, **_PRIMARY),  # type: ignore[arg-type]
    "danger": Skin(fill="surface", edge="danger", ink="danger", ink_hover="danger", strong=True),
    "ghost": Skin(pad=10),
    "link": Skin(
        hover="", press="", ink="primary", ink_hover="primary_hover", size="secondary",
        strong=True, pad=4, height=28,
    ),
    "figure_link": Skin(
        hover="", press="", ink="primary", ink_hover="primary_hover", size="page", strong=True,
        pad=4, height=38,
    ),
    "alert_link": Skin(
        hover="", press="", ink="danger", ink_hover="danger", size="secondary", strong=True,
        pad=4, height=28,
    ),
    "toast": Skin(
        hover="", press="", ink="toast_link", ink_hover="toast_text", strong=True, pad=6, height=28,
        ring="toast_focus",
    ),
    "icon": Skin(fill="surface", edge="edge", pad=0),
    "quiet": Skin(pad=0),
    "nav": Skin(pad=10),
    "state": Skin(size="caption", pad=8, height=26, icon=16),
    "tab": Skin(hover="", press="", on_fill="", pad=6, height=40, radius=4),
    "chip": Skin(
        fill="surface", edge="edge", on_edge="primary", size="secondary", pad=15, height=30,
        radius=15, icon=13,
    ),
    "segment": Skin(
        on_fill="primary", on_ink="on_primary", pad=13, height=30, radius=5,
    ),
    "scale": Skin(
        fill="surface", edge="edge", on_fill="primary", on_edge="primary", on_ink="on_primary",
        pad=0, height=34,
    ),
}  # fmt: skip
