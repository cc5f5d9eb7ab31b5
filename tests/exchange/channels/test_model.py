"""What ways have in common: names, outcomes, and exceptions that tell nothing."""

import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.exchange.channels import model
from microstructure_desktop.exchange.channels.model import Depot, Detail


@pytest.mark.parametrize("name", ["MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma", "a", "a" * 151])
def test_that_a_plain_name_passes(name):
    assert model.check_name(name) is None


@pytest.mark.parametrize("name", ["", ".part", "-x", "a b", "a/b", "a\\b", "a:b", "é", "a" * 152])
def test_that_any_other_name_is_a_defect(name):
    with pytest.raises(ValueError, match=r"^not a plain name$"):
        model.check_name(name)


def test_that_a_receipt_is_known_by_its_name():
    assert model.is_receipt("accuse_0a1b2c3d.msma-ack")
    for name in ("accuse_0a1b2c3.msma-ack", "accuse_0A1B2C3D.msma-ack", "accuse_0a1b2c3d.msma"):
        assert not model.is_receipt(name)


def test_that_only_a_beginning_is_a_cut():
    assert model.is_cut(b"", b"abc")
    assert model.is_cut(b"ab", b"abc")
    assert not model.is_cut(b"abc", b"abc")
    assert not model.is_cut(b"abcd", b"abc")
    assert not model.is_cut(b"b", b"abc")


def test_that_an_end_says_whether_it_may_work_later():
    assert model.refused(Detail.COMPTE).depot == Depot(Resultat.REFUSE, Detail.COMPTE)
    assert model.unreachable(Detail.DELAI).depot == Depot(Resultat.INJOIGNABLE, Detail.DELAI)
