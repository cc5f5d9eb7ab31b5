"""A code of a receipt is said in words, whoever reads it."""

from microstructure_desktop.exchange import errors, refus
from microstructure_desktop.exchange.errors import BundleRefused


def test_that_each_code_is_said_and_none_twice():
    classes = [
        each
        for module in (errors, refus)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, BundleRefused) and each is not BundleRefused
    ]
    codes = {each.code for each in classes}
    assert len(codes) == len(set(classes)) >= 18
    for each in set(classes):
        assert refus.phrase(each.code) == (each.sentence, each.way_out)


def test_that_a_code_of_a_later_version_is_said_in_general():
    assert refus.phrase("inconnu")[0] == BundleRefused.sentence
