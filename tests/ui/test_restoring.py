"""What is said once a backup is in place, and what the page that does it is given."""

from datetime import UTC, datetime, timedelta

from microstructure_desktop.store.backup_failures import RestoreFailed
from microstructure_desktop.ui import restoring
from microstructure_desktop.ui.restoring import just_restored, restorer

AT = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
KEPT = f"coffre.avant-restauration-{AT:%Y%m%d-%H%M%S}"


def test_that_what_was_done_is_said_for_an_hour(home):
    assert just_restored(home, AT) is None
    (home.root / KEPT).mkdir(parents=True)
    (home.root / "coffre.avant-restauration-20260101-080000.refuse").mkdir()
    said, where = just_restored(home, AT + timedelta(minutes=59))
    assert f"{AT.astimezone():%H:%M}" in said
    assert KEPT in where
    assert just_restored(home, AT + timedelta(minutes=61)) is None
    assert just_restored(home, AT - timedelta(minutes=1)) is None


def test_that_a_refusal_is_told_once_to_the_next_process(home):
    home.root.mkdir(parents=True, exist_ok=True)
    restoring.keep_refusal(home, RestoreFailed("relecture"), AT)
    kind, said, how = restoring.outcome(home, AT + timedelta(minutes=1))
    assert (kind, said) == ("danger", restoring.NOTHING_DONE)
    assert how == f"{RestoreFailed('relecture').sentence} {RestoreFailed.way_out}"
    assert restoring.outcome(home, AT) is None
    restoring.keep_refusal(home, RestoreFailed("relecture"), AT)
    assert restoring.outcome(home, AT + timedelta(hours=2)) is None
    (home.root / restoring.REFUSED).write_text("[]")
    assert restoring.outcome(home, AT) is None


def test_that_what_became_of_the_key_is_told_once_with_the_rest(home):
    (home.root / KEPT).mkdir(parents=True)
    restoring.keep_done(home, ("Une autre clé.", "Une feuille à refaire."), AT)
    _, _, said = restoring.outcome(home, AT)
    assert said.startswith("Une autre clé. Une feuille à refaire. L’ancien coffre")
    assert restoring.outcome(home, AT)[2].startswith("L’ancien coffre")
    restoring.keep_done(home, (), AT)
    assert not (home.root / restoring.DONE).exists()


def test_that_a_disk_that_refuses_it_keeps_nobody_out(home):
    restoring.keep_refusal(home, RestoreFailed("disque"), AT)  # no folder to write in
    assert restoring.outcome(home, AT) is None


def test_that_what_is_in_place_and_what_is_found_are_known(home, team):
    made = restorer(home, {}, team.clock)
    assert made.in_place
    assert tuple(made.found) == ()
