"""The animator's desk: keys that the printed passphrases open, a backup, a convention."""

from datetime import date

import pytest

from microstructure_desktop.animateur import keys
from microstructure_desktop.demo import poste
from microstructure_desktop.exchange import convention
from microstructure_desktop.exchange.errors import WrongPassphraseOfKeys
from microstructure_desktop.exchange.seal import fingerprint
from microstructure_desktop.paths import Home
from tests.passphrases import stretched_for_nothing

JOUR = date(2026, 1, 5)


@pytest.fixture(scope="module", autouse=True)
def _cheap():
    with stretched_for_nothing():
        yield


@pytest.fixture
def desk(tmp_path):
    return poste.install(Home(tmp_path / "poste"), tmp_path / "coffre" / "cles.age", JOUR)


def test_that_the_printed_passphrases_open_the_keys_and_their_backup(desk, tmp_path):
    place = desk.home.animateur / keys.FICHIER
    assert keys.open_keys(place, poste.PHRASE).destinataires == desk.cles.destinataires
    with pytest.raises(WrongPassphraseOfKeys):
        keys.open_keys(place, poste.PHRASE_SAUVEGARDE)
    again = keys.restore(
        tmp_path / "again.age", poste.PHRASE, tmp_path / "coffre" / "cles.age",
        poste.PHRASE_SAUVEGARDE,
    )  # fmt: skip
    assert again.signature.public == desk.cles.signature.public


def test_that_the_convention_is_the_one_of_the_register(desk):
    said = convention.read(desk.convention)
    assert (said.region, said.jour_limite, said.canaux) == ("OCC", 10, (poste.COURRIEL,))
    assert desk.empreinte == fingerprint(said.cle)
    opened = desk.register()
    try:
        with opened.read() as work:
            current = work.conventions.current()
    finally:
        opened.close()
    assert current is not None
    assert (current.octets, current.faite_le) == (desk.convention, JOUR)
