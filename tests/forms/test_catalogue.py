"""The catalogue of definitions."""

from dataclasses import replace

from microstructure_desktop.forms.catalogue import Catalogue

from .samples import chain

V1 = chain()
V2 = replace(V1, version=2)
OTHER = replace(V1, id="autre", title="Autre")


def test_that_the_latest_version_is_offered_and_earlier_ones_stay_readable():
    catalogue = Catalogue.of([V2, V1])
    assert catalogue.get("essai") == V2
    assert catalogue.get("essai", 1) == V1


def test_that_an_unknown_form_or_version_is_none():
    catalogue = Catalogue.of([V1])
    assert catalogue.get("rien") is None
    assert catalogue.get("essai", 9) is None
    assert Catalogue().latest() == ()


def test_that_forms_are_listed_once_by_title():
    assert Catalogue.of([V1, V2, OTHER]).latest() == (OTHER, V2)
    assert Catalogue.of([V2, OTHER, V1]).latest() == (OTHER, V2)


def test_that_adding_a_form_leaves_the_catalogue_as_it_was():
    before = Catalogue.of([V1])
    after = before.with_form(V2)
    assert before.get("essai") == V1
    assert after.get("essai") == V2
