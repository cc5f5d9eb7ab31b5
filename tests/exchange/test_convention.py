"""The animator's file: what it may say, and which key may replace which."""

import hashlib
import json
from dataclasses import replace

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.exchange import convention, inscription, signed
from microstructure_desktop.exchange.convention import CanalPropose, Convention
from microstructure_desktop.exchange.errors import ConventionInvalid, ConventionNotSigned
from microstructure_desktop.exchange.inscription import Inscription
from tests.exchange.keys import ANIMATRICE, CABINET, DESTINATAIRES, SUIVANTE
from tests.exchange.strategies import JSON

CONVENTION = Convention(
    "OCC",
    "Réseau d’Occitanie",
    "05 00 00 00 00",
    ANIMATRICE.public,
    DESTINATAIRES,
    canaux=(
        CanalPropose(TypeCanal.COURRIEL, "microstructures@exemple.fr", "Courriel du réseau"),
        CanalPropose(TypeCanal.NEXTCLOUD, "https://nuage.exemple.fr/s/abc"),
    ),
)
EMPREINTE = "ab" * 32


def content(**changes) -> dict:
    return json.loads(convention.write(CONVENTION, ANIMATRICE))["contenu"] | changes


def test_that_it_says_what_the_convention_of_the_region_says():
    assert content() == {
        "region": "OCC",
        "animateur": "Réseau d’Occitanie",
        "contact": "05 00 00 00 00",
        "cle": ANIMATRICE.public,
        "destinataires": list(DESTINATAIRES),
        "k": 11,
        "k_activite": 5,
        "jour_limite": 15,
        "canaux": [
            {
                "type": "courriel",
                "adresse": "microstructures@exemple.fr",
                "nom": "Courriel du réseau",
            },
            {"type": "nextcloud", "adresse": "https://nuage.exemple.fr/s/abc", "nom": ""},
        ],
        "numero": 1,
        "precedente": None,
        "profils": False,
    }


def test_that_it_comes_back_and_is_the_same_each_time():
    data = convention.write(CONVENTION, ANIMATRICE)
    assert convention.read(data) == CONVENTION
    assert convention.read(data, ANIMATRICE.public) == CONVENTION
    assert convention.write(CONVENTION, ANIMATRICE) == data
    assert convention.empreinte(data) == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "changes",
    [
        {"k": 5, "k_activite": 5, "jour_limite": 1},
        {"k": 20, "k_activite": 10, "jour_limite": 28},
        {"destinataires": DESTINATAIRES[:1], "canaux": ()},
        {"contact": "", "numero": 7, "precedente": EMPREINTE},
    ],
    ids=repr,
)
def test_that_what_the_region_may_choose_is_accepted(changes):
    chosen = replace(CONVENTION, **changes)
    assert convention.read(convention.write(chosen, ANIMATRICE)) == chosen


WRONG = [
    {"k": 4},
    {"k": True},
    {"k_activite": 4},
    {"jour_limite": 0},
    {"jour_limite": 29},
    {"numero": 0, "precedente": EMPREINTE},
    {"numero": 2},
    {"numero": 1_000_000_000, "precedente": EMPREINTE},
    {"precedente": EMPREINTE},
    {"numero": 2, "precedente": "avant"},
    {"region": "Occitanie"},
    {"region": ["OCC"]},
    {"animateur": " "},
    {"animateur": ["R"]},
    {"animateur": "Réseau\u202e"},
    {"contact": "ligne\nligne"},
    {"contact": "x" * 201},
    {"contact": None},
    {"cle": "A" * 64},
    {"cle": None},
    {"destinataires": []},
    {"destinataires": [DESTINATAIRES[0]] * 2},
    {"destinataires": [*DESTINATAIRES, DESTINATAIRES[0].replace("q", "p", 1)]},
    {"destinataires": ["age1" + "q" * 58]},
    {"destinataires": DESTINATAIRES[0]},
    {"destinataires": None},
    {"canaux": None},
    {"canaux": {"type": "courriel"}},
    {"canaux": [{"type": "pigeon", "adresse": "", "nom": ""}]},
    {"canaux": [{"type": [], "adresse": "", "nom": ""}]},
    {"canaux": [{"type": "courriel", "adresse": ""}]},
    {"canaux": [{"type": "courriel", "adresse": "", "nom": "", "secret": "x"}]},
    {"canaux": [{"type": "papier", "adresse": "", "nom": ""}] * 11},
    {"remarque": "x"},
]


@pytest.mark.parametrize("changes", WRONG, ids=repr)
def test_that_anything_else_is_refused_though_it_be_signed(changes):
    with pytest.raises(ConventionInvalid):
        convention.read(signed.write("convention", content(**changes), ANIMATRICE))


def test_that_a_missing_field_is_refused():
    for field in content():
        less = content()
        del less[field]
        with pytest.raises(ConventionInvalid):
            convention.read(signed.write("convention", less, ANIMATRICE))


def test_that_nothing_is_written_that_would_not_be_read():
    for wrong in (
        replace(CONVENTION, k=4),
        replace(CONVENTION, animateur=""),
        replace(CONVENTION, destinataires=()),
        replace(CONVENTION, cle=SUIVANTE.public),
    ):
        with pytest.raises(ConventionInvalid):
            convention.write(wrong, ANIMATRICE)


def test_that_only_the_key_that_it_names_signs_it():
    with pytest.raises(ConventionNotSigned):
        convention.read(signed.write("convention", content(), CABINET))
    changed = json.loads(convention.write(CONVENTION, ANIMATRICE))
    changed["contenu"]["k_activite"] = 6
    with pytest.raises(ConventionNotSigned):
        convention.read(rfc8785.dumps(changed))


def test_that_a_new_key_is_believed_when_the_former_vouches_for_it():
    first = convention.write(CONVENTION, ANIMATRICE)
    next_one = replace(
        CONVENTION, cle=SUIVANTE.public, numero=2, precedente=convention.empreinte(first)
    )
    vouched = convention.write(next_one, SUIVANTE, ANIMATRICE)
    assert convention.read(vouched, ANIMATRICE.public) == next_one
    assert convention.read(vouched, SUIVANTE.public) == next_one
    for wrong in (
        convention.write(next_one, SUIVANTE),
        convention.write(next_one, SUIVANTE, CABINET),
        convention.write(next_one, SUIVANTE, SUIVANTE),
    ):
        with pytest.raises(ConventionNotSigned):
            convention.read(wrong, ANIMATRICE.public)
    with pytest.raises(ConventionNotSigned):  # the former file again, once the key has changed
        convention.read(first, SUIVANTE.public)


def test_that_the_former_key_vouches_for_one_file_only():
    """Its signature, taken from one file, says nothing of another."""
    next_one = replace(CONVENTION, cle=SUIVANTE.public, numero=2, precedente=EMPREINTE)
    vouched = json.loads(convention.write(next_one, SUIVANTE, ANIMATRICE))
    other = json.loads(convention.write(replace(next_one, k=5), SUIVANTE))
    with pytest.raises(ConventionNotSigned):
        convention.read(rfc8785.dumps(other | {"ancienne": vouched["ancienne"]}), ANIMATRICE.public)


@pytest.mark.parametrize("value", [0, 1, None, "oui"])
def test_that_traits_are_joined_only_where_it_is_said_plainly(value):
    said = replace(CONVENTION, profils=True)
    assert convention.read(convention.write(said, ANIMATRICE)).profils
    with pytest.raises(ConventionInvalid):
        convention.read(signed.write("convention", content(profils=value), ANIMATRICE))


def test_that_another_paper_is_no_convention():
    paper = Inscription("OCC-31-007", "OCC", "Les Oliviers", ANIMATRICE.public, EMPREINTE)
    with pytest.raises(ConventionInvalid):
        convention.read(inscription.write(paper, ANIMATRICE))


def test_that_no_address_is_shown_by_chance():
    read = signed.read("convention", convention.write(CONVENTION, ANIMATRICE))
    assert "exemple.fr" not in f"{CONVENTION!r} {read!r}"


@given(st.binary(max_size=200))
def test_that_any_bytes_are_refused_and_never_break(data):
    with pytest.raises(ConventionInvalid):
        convention.read(data)


@given(st.dictionaries(st.sampled_from(sorted(content())), JSON, min_size=1))
def test_that_any_value_never_breaks(changes):
    try:
        data = signed.write("convention", content(**changes), ANIMATRICE)
    except rfc8785.CanonicalizationError:
        return
    try:
        found = convention.read(data)
    except (ConventionInvalid, ConventionNotSigned):
        return
    assert convention.write(found, ANIMATRICE) == data
