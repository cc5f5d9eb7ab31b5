"""Every refusal has a sentence and a way out, and neither holds any data."""

import inspect

import pytest

from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import errors

ALL = [c for _, c in inspect.getmembers(errors, inspect.isclass) if c.__module__ == errors.__name__]


@pytest.mark.parametrize("error", ALL, ids=lambda e: e.__name__)
def test_that_a_refusal_speaks_and_shows_a_way_out(error):
    raised = error()
    assert isinstance(raised, AppError)
    assert raised.sentence.endswith(".")
    assert raised.way_out.endswith(".")
    assert raised.sentence != AppError.sentence
    assert "'" not in raised.sentence + raised.way_out


def test_that_refusals_of_a_bundle_and_failures_of_a_disk_can_be_told_apart():
    assert issubclass(errors.HashMismatch, errors.BundleRefused)
    assert issubclass(errors.DestinationFull, errors.WriteFailed)
    assert not issubclass(errors.WriteFailed, errors.BundleRefused)
