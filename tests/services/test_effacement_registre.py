"""The register says when, by whom and why; never who."""

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.effacement import Effacement, Fondement
from microstructure_desktop.services import journal, unlock
from microstructure_desktop.services.effacement_registre import ecrit, lu, registre
from microstructure_desktop.store import erased
from tests.cabinet import PASSPHRASE

from .erasures import MOTIF, erase, somebody
from .merges import joined


@pytest.fixture
def gone(team):
    return somebody(team)


def test_that_the_register_says_why_and_never_who(team, gone):
    made = erase(team, gone)
    (line,) = registre(team.psychologue)
    assert (line.effacement, line.par) == (made.effacement, team.medecin.membre)
    assert (line.effacement.dossiers, line.effacement.motif) == (("0001",), MOTIF)
    assert made.initiales == "ZZ"
    (noted_,) = erased.read(team.home.root)
    assert noted_.empreinte == erased.fingerprint(gone.id)
    page = journal.read(team.medecin, journal.Demande(action=Action.EFFACEMENT))
    assert [x.acces.detail for x in page.lignes] == ["fin_conservation"]


def test_that_two_records_made_one_are_one_line(team, gone):
    double = team.patient("Autre", "Nom", programme=None, debut=None)
    joined(team, gone, double, certain=True)
    erase(team, gone)
    (line,) = registre(team.medecin)
    assert line.effacement.dossiers == ("0001", "0002")
    assert len(erased.read(team.home.root)) == 2


def test_that_what_is_kept_is_read_again():
    made = Effacement(Fondement.DEMANDE, "Demande écrite du 3 mai", ("0007",), {"fiche": 2})
    assert lu(ecrit(made)) == made
    for other in ("rejeu", "{}", "[]", '{"fondement": "x"}'):
        assert lu(other) == Effacement(Fondement.REJEU)


def test_that_a_store_that_came_alone_gets_its_register_beside_it_again(team):
    erase(team, somebody(team))
    path = team.home.root / erased.NAME
    kept = erased.read(team.home.root)
    path.unlink()
    unlock.as_member(team.medecin, team.medecin.membre.id, PASSPHRASE)
    assert erased.read(team.home.root) == kept
    path.write_text("[]")
    unlock.as_member(team.medecin, team.medecin.membre.id, PASSPHRASE)
    assert path.read_text() == "[]"  # what was taken out of it is for `verify` to tell
