"""The cabinet's key, as the animator gets it: first, changed, or lost."""

import json
from dataclasses import replace

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.exchange import inscription, signed
from microstructure_desktop.exchange.errors import InscriptionInvalid, InscriptionNotSigned
from microstructure_desktop.exchange.inscription import Inscription
from tests.exchange.keys import ANIMATRICE, AUTRE_CABINET, CABINET, SUIVANTE
from tests.exchange.strategies import JSON

FIRST = Inscription("OCC-31-007", "OCC", "Cabinet des Oliviers", CABINET.public, "ab" * 32)
CHANGED = replace(FIRST, cle=SUIVANTE.public, precedente=CABINET.public)


def content(**changes) -> dict:
    return json.loads(inscription.write(FIRST, CABINET))["contenu"] | changes


def test_that_it_says_who_the_cabinet_is_and_nothing_of_people():
    assert content() == {
        "structure": "OCC-31-007",
        "region": "OCC",
        "nom": "Cabinet des Oliviers",
        "cle": CABINET.public,
        "convention": "ab" * 32,
        "precedente": None,
    }


def test_that_it_comes_back_and_is_the_same_each_time():
    data = inscription.write(FIRST, CABINET)
    assert inscription.read(data) == FIRST
    assert inscription.read(data, CABINET.public) == FIRST
    assert inscription.write(FIRST, CABINET) == data


def test_that_a_new_key_is_believed_when_the_former_vouches_for_it():
    data = inscription.write(CHANGED, SUIVANTE, CABINET)
    assert inscription.read(data, CABINET.public) == CHANGED
    assert inscription.read(data, SUIVANTE.public) == CHANGED
    with pytest.raises(InscriptionNotSigned):
        inscription.read(data, AUTRE_CABINET.public)


def test_that_a_new_key_without_the_former_waits_for_a_telephone_call():
    """A lost key: nobody vouches for the next one, the fingerprint must be read aloud."""
    lost = replace(FIRST, cle=SUIVANTE.public)
    data = inscription.write(lost, SUIVANTE)
    with pytest.raises(InscriptionNotSigned):
        inscription.read(data, CABINET.public)
    assert inscription.read(data) == lost


def test_that_the_former_file_is_not_believed_once_the_key_has_changed():
    with pytest.raises(InscriptionNotSigned):
        inscription.read(inscription.write(FIRST, CABINET), SUIVANTE.public)


def test_that_a_former_key_that_did_not_sign_vouches_for_nothing():
    said = content(cle=SUIVANTE.public, precedente=CABINET.public)
    for data in (
        signed.write("inscription", said, SUIVANTE),
        signed.write("inscription", said, SUIVANTE, AUTRE_CABINET),
        signed.write("inscription", said, CABINET, CABINET),
    ):
        for known in (None, CABINET.public):
            with pytest.raises(InscriptionNotSigned):
                inscription.read(data, known)


def test_that_nothing_is_written_that_would_not_be_read():
    for wrong, key, former in (
        (FIRST, SUIVANTE, None),
        (FIRST, CABINET, SUIVANTE),
        (CHANGED, SUIVANTE, None),
        (CHANGED, SUIVANTE, ANIMATRICE),
        (replace(FIRST, nom=""), CABINET, None),
        (replace(FIRST, nom="x" * 201), CABINET, None),
        (replace(FIRST, structure="Cabinet du Dr Lemoine"), CABINET, None),
        (replace(FIRST, precedente=CABINET.public), CABINET, CABINET),
    ):
        with pytest.raises(InscriptionInvalid):
            inscription.write(wrong, key, former)


@pytest.mark.parametrize(
    "changes",
    [
        {"structure": "OCC-31-"},
        {"structure": ["OCC"]},
        {"region": "Occitanie"},
        {"nom": " "},
        {"nom": "Cabinet\u2066"},
        {"nom": 5},
        {"cle": CABINET.public.upper()},
        {"convention": None},
        {"convention": "ab"},
        {"precedente": ""},
        {"precedente": 5},
        {"telephone": "05 00 00 00 00"},
    ],
    ids=repr,
)
def test_that_anything_else_is_refused_though_it_be_signed(changes):
    with pytest.raises(InscriptionInvalid):
        inscription.read(signed.write("inscription", content(**changes), CABINET))


def test_that_another_paper_is_no_enrolment():
    with pytest.raises(InscriptionInvalid):
        inscription.read(signed.write("convention", content(), CABINET))
    disguised = json.loads(signed.write("convention", content(), CABINET))
    with pytest.raises(InscriptionNotSigned):
        inscription.read(rfc8785.dumps(disguised | {"format": "msma-inscription"}))


@given(st.binary(max_size=200))
def test_that_any_bytes_are_refused_and_never_break(data):
    with pytest.raises(InscriptionInvalid):
        inscription.read(data)


@given(st.dictionaries(st.sampled_from(sorted(content())), JSON, min_size=1))
def test_that_any_value_never_breaks(changes):
    try:
        data = signed.write("inscription", content(**changes), CABINET)
    except rfc8785.CanonicalizationError:
        return
    try:
        found = inscription.read(data)
    except (InscriptionInvalid, InscriptionNotSigned):
        return
    assert inscription.write(found, CABINET) == data
