"""Every refusal has a sentence and a way out, and neither holds any data."""

import inspect
import re

import pytest

from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import errors

ALL = [c for _, c in inspect.getmembers(errors, inspect.isclass) if c.__module__ == errors.__name__]
REFUSALS = [c for c in ALL if issubclass(c, errors.BundleRefused)]


@pytest.mark.parametrize("error", ALL, ids=lambda e: e.__name__)
def test_that_a_refusal_speaks_and_shows_a_way_out(error):
    raised = error()
    assert isinstance(raised, AppError)
    assert raised.sentence.endswith(".")
    assert raised.way_out.endswith(".")
    assert raised.sentence != AppError.sentence
    assert "'" not in raised.sentence + raised.way_out


def test_that_refusals_of_a_bundle_and_of_a_paper_can_be_told_apart():
    assert issubclass(errors.HashMismatch, errors.BundleRefused)
    assert not issubclass(errors.PaperInvalid, errors.BundleRefused)


def test_that_every_refusal_has_the_code_that_receipts_give():
    """Part of the format: a code that changes would no longer be understood."""
    assert {error.__name__: error.code for error in REFUSALS} == {
        "BundleRefused": "paquet",
        "NotForUs": "destinataire",
        "SealBroken": "scelle",
        "ArchiveInvalid": "archive",
        "FilesUnexpected": "fichiers",
        "ManifestInvalid": "manifeste",
        "VersionUnknown": "version",
        "StructureNotEnrolled": "structure",
        "SignatureInvalid": "signature",
        "AddressedElsewhere": "adresse",
        "HashMismatch": "empreinte",
        "TableInvalid": "table",
    }
    codes = [error.code for error in REFUSALS]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z_]{1,40}", code) for code in codes)
