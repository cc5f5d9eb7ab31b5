"""What a killed session confirmed can be read; tests/promesses kills it at any moment."""

from microstructure_desktop.store.store import Store

from .another_process import running


def test_that_a_killed_session_leaves_its_confirmed_saves(store, home, coffre):
    store.close()
    place = home.coffre, coffre.key, coffre.keyring.store_id
    with running("save", *place, "5") as process:
        said = [process.stdout.readline().strip() for _ in range(6)]
        process.kill()
    reopened = Store.open(*place)
    with reopened.read() as work:
        assert [work.revisions.at(revision)["duree"] for revision in said[1:]] == [45] * 5
    reopened.close()
