"""The place is told once, the lock is noted, and the log is checked for who may read it."""

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.ui import session_acts


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
