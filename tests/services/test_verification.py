"""Whoever has a passphrase may know what of the store is sound, even when it refuses to open."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import equipe, unlock, verification
from microstructure_desktop.store import keyring
from microstructure_desktop.store.checks import sentence
from microstructure_desktop.store.failures import (
    KeyringDamaged,
    KeyringFormer,
    StoreBusy,
    StoreDamaged,
    WrongPassphrase,
)
from tests.cabinet import PASSPHRASE

NAMES = ["cles", "refus", "ouverture", "journal", "structure", "integrite", "schema", "historique",
         "listes", "acces", "temoin", "effacements"]  # fmt: skip


@pytest.fixture
def examine(team):
    """The cabinet is closed; its checks, by name."""
    office, membre = team.medecin, team[Role.SECRETARIAT].membre.id
    unlock.close(office)

    def examined(phrase=PASSPHRASE):
        found = verification.verifier(team.home, membre, phrase, cost=office.cost)
        return {check.name: check.failure for check in found}

    return examined


def test_that_a_sound_store_passes_them_all_and_is_closed_again(examine):
    assert examine() == dict.fromkeys(NAMES)
    assert examine() == dict.fromkeys(NAMES)


def test_that_a_store_that_refuses_to_open_has_every_verdict(team, examine):
    path = team.home.coffre / "store.db"
    content = bytearray(path.read_bytes())
    content[-5_000] ^= 1
    path.write_bytes(content)
    found = examine()
    assert [*found] == NAMES[:-1]
    assert isinstance(found["refus"], StoreDamaged)
    assert found["integrite"].check == "integrite"
    assert found["schema"] is None


def test_that_a_store_in_use_is_left_alone(team):
    office = team.medecin
    with pytest.raises(StoreBusy):
        verification.verifier(team.home, office.membre.id, PASSPHRASE, cost=office.cost)


def test_that_a_key_file_that_its_former_generation_replaces_is_said(team):
    office, path = team.medecin, team.home.coffre / "trousseau.json"
    unlock.close(office)
    for spoil in (lambda: path.write_bytes(b"{}"), path.unlink):
        spoil()
        first, *others = verification.verifier(
            team.home, office.membre.id, PASSPHRASE, cost=office.cost
        )
        assert isinstance(first.warning, KeyringFormer)
        assert first.failure is None
        assert [check.found for check in others] == [None] * (len(NAMES) - 1)
        said = sentence(first.found)
        assert said == f"{KeyringFormer.sentence} {KeyringFormer.way_out}"


def test_that_what_is_left_to_do_ends_the_doubt(team):
    office, path = team.medecin, team.home.coffre / "trousseau.json"
    path.write_bytes(b"{}")
    equipe.change_passphrase(office, PASSPHRASE, "sept autres mots que personne ne devine")
    assert keyring.doubt(team.home.coffre) is None
    assert keyring.load(team.home.coffre).slot(office.membre.id) is not None


def test_that_a_wrong_passphrase_tells_nothing(examine):
    with pytest.raises(WrongPassphrase):
        examine("non")


def test_that_without_its_key_file_nothing_is_checked():
    (check,) = verification.sans_trousseau(KeyringDamaged())
    assert check.name == "cles"
    assert isinstance(check.failure, KeyringDamaged)
