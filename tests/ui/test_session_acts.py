"""The place is told once, the lock is noted, and the log is checked for who may read it."""

import shutil
import sys

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.services import retrait, unlock
from microstructure_desktop.store import backup_reading
from microstructure_desktop.ui import session_acts
from tests.cabinet import PASSPHRASE


def test_that_the_place_left_is_told_once(team):
    session_acts.remember(team.medecin, place={"route": "agenda"})
    assert session_acts.place(team.medecin)["route"] == "agenda"
    assert session_acts.place(team.medecin) is None


def test_that_locking_is_noted(team):
    session_acts.locked(team.medecin)
    with team.medecin.store.read() as work:
        (line,) = work.acces.page(Filtre(action=Action.VERROUILLAGE), None, 9)
    assert line.membre == team.medecin.membre.id


def test_that_an_altered_log_is_told_to_who_may_read_it(team):
    assert session_acts.altered_log(team.medecin) is None
    raw = team.medecin.store._raw
    raw.execute("drop trigger acces_no_update")
    raw.execute("update acces set detail = 'autre'")
    assert "a été modifié" in session_acts.altered_log(team.medecin)


def test_that_what_was_entered_is_kept_aside_at_the_end(team):
    session_acts.kept_aside(team.medecin)
    assert list(team.home.sauvegardes.glob("*.msmabak"))


def test_that_what_a_removal_left_is_taken_up(team):
    copied = team.home.root / "copiee"
    team.home.sauvegardes.mkdir()
    team.medecin.store.backup(team.medecin.key, team.home.sauvegardes, Genre.AUTO, team.clock())
    shutil.copytree(team.home.sauvegardes, copied)
    retrait.retirer(team.medecin, team.psychologue.membre.id, feuille_vue=False)
    (left,) = copied.iterdir()
    shutil.copy(left, team.home.sauvegardes / left.name)
    doctor = team.medecin
    office = unlock.open_cabinet(team.home, doctor.membre.id, PASSPHRASE, cost=doctor.cost)
    session_acts.taken_up(office)
    backup_reading.read(team.home.sauvegardes / left.name, office.key, team.home.sauvegardes)
    assert office.store.verify() == []
    unlock.close(office)


def test_that_what_a_session_needs_is_loaded_without_slowing_the_typing():
    usual = sys.getswitchinterval()
    session_acts.loaded(None)
    assert "microstructure_desktop.services.sauvegardes" in sys.modules
    assert sys.getswitchinterval() == usual
