"""Items stand under their parents, in their order, each with a link of its own."""

from microstructure_desktop.forms.fhir.tree import as_written, tree, walk

from .cases import HEAD, load
from .test_reader import as_text


def form(*groups):
    return load(as_text({**HEAD, "group": list(groups)}))


def q(name, **changes):
    return {"id": name, "text": name, "type": "boolean", **changes}


def shape(nodes):
    return [(node.link, shape(node.children)) for node in nodes]


def test_that_under_is_nesting_while_the_order_allows_it():
    found = tree(
        form(
            {
                "id": "g",
                "title": "G",
                "item": [
                    q("a"),
                    q("b", under="a"),
                    q("c", under="b"),
                    q("d", under="a"),
                    q("e"),
                    q("f", under="a"),
                ],
            }
        )
    )
    [section] = found.sections
    assert shape(section.nodes) == [
        ("a", [("b", [("c", [])]), ("d", [])]),
        ("e", []),
        ("f", []),
    ]
    assert [n.item.under for n in walk(section.nodes)] == ["", "", "", "", "", "a"]


def test_that_nothing_nests_under_a_text_to_read():
    found = tree(
        form(
            {
                "id": "g",
                "title": "G",
                "item": [q("a", type="display"), q("b", under="a")],
            }
        )
    )
    assert shape(found.sections[0].nodes) == [("a", []), ("b", [])]


def test_that_a_repeated_group_is_read_as_it_was_written():
    found = form(
        {
            "id": "g",
            "title": "G",
            "repeat": 3,
            "item": [
                q("a", renamed_from="z"),
                q("b", under="a", enable_when={"item": "a", "equals": True}),
            ],
        },
        {
            "id": "h",
            "title": "H",
            "item": [q("a", enable_when={"item": "a_2", "exists": True})],
        },
    )
    first, second = as_written(found.groups[0])
    assert (first.id, first.renamed_from, first.under, first.row) == ("a", "z", "", 0)
    assert (second.id, second.under, second.when[0].item) == ("b", "a", "a")
    links = [node.link for s in tree(found).sections for node in walk(s.nodes)]
    assert links == ["a", "b", "h/a"]


def test_that_a_group_and_an_item_never_share_a_link():
    found = tree(form({"id": "a", "title": "A", "item": [q("a")]}))
    assert found.sections[0].link != found.sections[0].nodes[0].link
