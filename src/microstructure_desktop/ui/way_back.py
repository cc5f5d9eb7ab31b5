"""The way back: where somebody was when the screen was locked, kept in the store as a draft."""

from typing import Any

from PySide6.QtWidgets import QWidget

from .context import Context
from .half_typed import half_typed
from .keyboard_place import KeyboardPlace, KeyboardReturn, place_of
from .navigation import Route
from .page import Page

Place = dict[str, Any]


def place_now(context: Context, window: QWidget) -> Place | None:
    """Asked before the page is left: it closes its dialogs, and the keyboard may move."""
    route = context.navigator.current
    if route is None:
        return None
    keyboard = place_of(_page(window))
    return {
        "route": route.name,
        "params": dict(route.params),
        "discret": context.discretion.on,
        "clavier": keyboard.as_dict() if keyboard is not None else None,
        "saisie": half_typed(window),
    }


def follow(place: Place, context: Context, window: QWidget) -> KeyboardReturn | None:
    """Show the page again; the keyboard comes back when the page is ready for it."""
    context.discretion.switch(on=place.get("discret", False))
    context.navigator.go(Route(place["route"], **place["params"]))
    if place.get("saisie"):
        from .dialogs.retrieved import Retrieved

        typed = place["saisie"]
        Retrieved(window, typed["titre"], [(name, text) for name, text in typed["textes"]]).open()
    keyboard = place.get("clavier")
    page = _page(window)
    if keyboard is None or page is None:
        return None
    return KeyboardReturn(page, KeyboardPlace(**keyboard), lambda: context.worker.busy)


def _page(window: QWidget) -> Page | None:
    return next((page for page in window.findChildren(Page) if page.isVisible()), None)
