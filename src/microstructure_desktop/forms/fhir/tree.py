"""A form as R4 nests it: the items as written, under their parents, each with a linkId."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from microstructure_desktop.forms.model import Condition, Form, Group, Item, ItemType
from microstructure_desktop.forms.repeating import numbered

from . import kept
from .vocabulary import Json

_NOT_NESTING = (ItemType.DISPLAY, ItemType.INSTRUMENT)


@dataclass(frozen=True, slots=True)
class Node:
    """One item as its author wrote it; `under` is empty when the nesting says it."""

    item: Item
    link: str
    kept: Json
    children: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Section:
    """One group; not `wrapped`: its items stand at the top of the Questionnaire."""

    group: Group
    link: str
    nodes: tuple[Node, ...]
    wrapped: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """`rows`: what a condition may name, by the id that it has once its group is repeated."""

    form: Form
    sections: tuple[Section, ...]
    kept: kept.Kept
    rows: Mapping[str, Node]

    def source(self, section: Section, name: str) -> Node:
        """What an item of this section calls `name`: beside it first, then anywhere."""
        beside = (node for node in walk(section.nodes) if node.item.id == name)
        return next(beside, None) or self.rows[name]


def tree(form: Form) -> Tree:
    known = kept.read(form.source)
    taken: set[str] = set()
    nodes = {
        group.id: [_node(group, item, known, taken) for item in as_written(group)]
        for group in form.groups
    }
    sections = tuple(
        Section(
            group,
            _claimed(str(_of_group(known, group).get("linkId", group.id)), group.id, taken),
            tuple(_nested(nodes[group.id])),
            wrapped=not _of_group(known, group).get("top", False),
        )
        for group in form.groups
    )
    return Tree(form, sections, known, dict(_rows(form, nodes)))


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Parents before their children."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def as_written(group: Group) -> tuple[Item, ...]:
    """The items before repetition, read from the second row: what names a row by hand stays."""
    if group.repeat == 1:
        return group.items
    row = [item for item in group.items if item.row == 2 and item.base]  # noqa: PLR2004
    bases = {item.id: item.base for item in row}
    return tuple(
        replace(
            item,
            id=item.base,
            base="",
            row=0,
            under=bases.get(item.under, ""),
            renamed_from=item.renamed_from.removesuffix("_2"),
            when=tuple(_as_written(c, bases) for c in item.when),
        )
        for item in row
    )


def _as_written(condition: Condition, bases: Mapping[str, str]) -> Condition:
    return replace(condition, item=bases.get(condition.item, condition.item))


def _of_group(known: kept.Kept, group: Group) -> Json:
    return known.get(kept.of_group(group.id), {})


def _node(group: Group, item: Item, known: kept.Kept, taken: set[str]) -> Node:
    about = known.get(kept.of_item(group.id, item.id), {})
    link = _claimed(str(about.get("linkId", item.id)), f"{group.id}/{item.id}", taken)
    return Node(item, link, about)


def _claimed(wanted: str, otherwise: str, taken: set[str]) -> str:
    link = wanted if wanted not in taken else otherwise
    while link in taken:
        link += "/"
    taken.add(link)
    return link


def _nested(nodes: list[Node]) -> Iterator[Node]:
    """Under their parent while that keeps the order; else beside, and their `under` is said."""
    path: list[Node] = []
    for node in nodes:
        parents = [n.item.id for n in path]
        if node.item.under in parents:
            del path[parents.index(node.item.under) + 1 :]
            inner = replace(node, item=replace(node.item, under=""))
            path[-1].children.append(inner)
        else:
            path.clear()
            inner = node
            yield inner
        if inner.item.type not in _NOT_NESTING:
            path.append(inner)


def _rows(form: Form, nodes: Mapping[str, list[Node]]) -> Iterator[tuple[str, Node]]:
    for group in form.groups:
        for node in nodes[group.id]:
            for row in range(1, group.repeat + 1):
                name = numbered(node.item.id, row) if group.repeat > 1 else node.item.id
                yield name, node
