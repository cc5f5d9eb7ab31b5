"""Each route leads to a page that exists; each role sees what it may open."""

from importlib import import_module

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.sections import PAGES, SECTIONS, sections_for


def test_that_every_route_has_a_page_class():
    for module, name in PAGES.values():
        page = getattr(import_module(f"microstructure_desktop.ui.pages.{module}"), name)
        assert issubclass(page, Page)


def test_that_every_page_belongs_to_one_section():
    held = [route for section, _ in SECTIONS for route in (section.route.name, *section.pages)]
    assert sorted(held) == sorted(PAGES)


def test_that_shortcuts_are_not_given_twice():
    keys = [section.shortcut for section, _ in SECTIONS]
    assert len(set(keys)) == len(keys)


def test_that_each_role_sees_what_it_may_open():
    seen = {role: {s.key for s in sections_for(role)} for role in Role}
    everything = {s.key for s, _ in SECTIONS}
    assert seen[Role.PSYCHOLOGUE] == seen[Role.MEDECIN] == everything
    assert seen[Role.COORDINATION] == {"accueil", "reunions", "partage", "reglages"}
    assert seen[Role.SECRETARIAT] == {"accueil", "agenda", "patients", "reglages"}


def test_that_who_takes_no_part_in_the_synthesis_enters_by_the_network():
    entries = {role: {s.key: s.route.name for s in sections_for(role)} for role in Role}
    assert entries[Role.COORDINATION]["reunions"] == "autres_reunions"
    assert entries[Role.PSYCHIATRE]["reunions"] == "reunions"
