"""A receipt: believed of the animator only, and it says nothing but a state and a month."""

import json
from dataclasses import replace
from datetime import date

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.exchange import accuse, signed
from microstructure_desktop.exchange.accuse import Accuse, EtatAccuse
from microstructure_desktop.exchange.errors import ReceiptInvalid
from tests.exchange.cases import mois
from tests.exchange.keys import ANIMATRICE, CABINET
from tests.exchange.strategies import JSON

ACCUSE = Accuse(
    "0123456789abcdef" * 4,
    "OCC-31-007",
    EtatAccuse.ACCEPTE,
    "",
    date(2025, 4, 3),
    mois("2025-04"),
)
REFUSE = replace(ACCUSE, etat=EtatAccuse.REFUSE, motif="empreinte", prochain_attendu=None)


def content(**changes) -> dict:
    return json.loads(accuse.write(ACCUSE, ANIMATRICE))["contenu"] | changes


def test_that_it_says_what_became_of_one_bundle():
    assert content() == {
        "paquet": "0123456789abcdef" * 4,
        "structure": "OCC-31-007",
        "etat": "accepte",
        "motif": "",
        "recu_le": "2025-04-03",
        "prochain_attendu": "2025-04",
    }


@pytest.mark.parametrize(
    "said",
    [
        ACCUSE,
        REFUSE,
        replace(ACCUSE, etat=EtatAccuse.DOUBLON),
        replace(REFUSE, structure=""),
    ],
    ids=lambda said: said.etat,
)
def test_that_it_comes_back_and_is_the_same_each_time(said):
    data = accuse.write(said, ANIMATRICE)
    assert accuse.read(data, ANIMATRICE.public) == said
    assert accuse.write(said, ANIMATRICE) == data


def test_that_its_name_is_that_of_the_bundle():
    assert accuse.nom(ACCUSE) == "accuse_01234567.msma-ack"


def test_that_only_the_animator_gives_receipts():
    with pytest.raises(ReceiptInvalid):
        accuse.read(accuse.write(ACCUSE, CABINET), ANIMATRICE.public)
    changed = json.loads(accuse.write(REFUSE, ANIMATRICE))
    changed["contenu"] |= {"etat": "accepte", "motif": ""}
    with pytest.raises(ReceiptInvalid):
        accuse.read(rfc8785.dumps(changed), ANIMATRICE.public)


WRONG = [
    {"paquet": "0123"},
    {"paquet": None},
    {"structure": "Cabinet du Dr Lemoine"},
    {"structure": None},
    {"etat": "perdu"},
    {"etat": "refuse"},
    {"etat": {}},
    {"motif": "empreinte"},
    {"motif": "Mme Durand"},
    {"motif": None},
    {"recu_le": "20250403"},
    {"recu_le": "2025-W14-4"},
    {"recu_le": "2025-04-31"},
    {"recu_le": 20250403},
    {"recu_le": None},
    {"prochain_attendu": "2025-13"},
    {"prochain_attendu": "2025-4"},
    {"prochain_attendu": 2025},
    {"prochain_attendu": ["2025-04"]},
    {"remarque": ""},
]


@pytest.mark.parametrize("changes", WRONG, ids=repr)
def test_that_anything_else_is_refused_though_it_be_signed(changes):
    with pytest.raises(ReceiptInvalid):
        accuse.read(signed.write("accuse", content(**changes), ANIMATRICE), ANIMATRICE.public)


def test_that_nothing_is_written_that_would_not_be_read():
    for wrong in (
        replace(ACCUSE, motif="empreinte"),
        replace(REFUSE, motif=""),
        replace(REFUSE, motif="Un motif libre"),
        replace(ACCUSE, paquet="0123"),
    ):
        with pytest.raises(ReceiptInvalid):
            accuse.write(wrong, ANIMATRICE)


def test_that_another_paper_is_no_receipt():
    with pytest.raises(ReceiptInvalid):
        accuse.read(signed.write("convention", content(), ANIMATRICE), ANIMATRICE.public)
    disguised = json.loads(signed.write("convention", content(), ANIMATRICE))
    with pytest.raises(ReceiptInvalid):
        accuse.read(rfc8785.dumps(disguised | {"format": "msma-accuse"}), ANIMATRICE.public)


@given(st.binary(max_size=200))
def test_that_any_bytes_are_refused_and_never_break(data):
    with pytest.raises(ReceiptInvalid):
        accuse.read(data, ANIMATRICE.public)


@given(st.dictionaries(st.sampled_from(sorted(content())), JSON, min_size=1))
def test_that_any_value_never_breaks(changes):
    try:
        data = signed.write("accuse", content(**changes), ANIMATRICE)
    except rfc8785.CanonicalizationError:
        return
    try:
        found = accuse.read(data, ANIMATRICE.public)
    except ReceiptInvalid:
        return
    assert accuse.write(found, ANIMATRICE) == data
