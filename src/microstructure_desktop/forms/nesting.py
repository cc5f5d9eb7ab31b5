"""Where an item stands below others in its group: under which headings, how far to the right."""

from collections.abc import Collection

from .model import Group, Item, ItemType

_DEEPEST = 3
"""Nested further, a question would have no room left for its text."""


def depths(group: Group) -> dict[str, int]:
    """By item id, how many questions an item is nested in; headings shift nothing."""
    found: dict[str, int] = {}
    kinds = {item.id: item.type for item in group.items}
    for item in group.items:
        step = item.under in kinds and kinds[item.under] is not ItemType.GROUP
        found[item.id] = min(found.get(item.under, 0) + step, _DEEPEST)
    return found


def leading_to(group: Group, kept: Collection[Item]) -> list[Item]:
    """Those kept and the headings that lead to one of them, in the group's order."""
    by_id = {item.id: item for item in group.items}
    wanted = {item.id for item in kept}
    for item in kept:
        above = by_id.get(item.under)
        while above is not None:
            if above.type is ItemType.GROUP:
                wanted.add(above.id)
            above = by_id.get(above.under)
    return [item for item in group.items if item.id in wanted]
