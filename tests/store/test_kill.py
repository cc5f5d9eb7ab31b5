"""A save that was confirmed survives whatever kills the application."""

import random
from time import perf_counter

from microstructure_desktop.store.store import Store

from .another_process import acknowledged, running

KILLS = 30


def test_that_no_confirmed_save_is_lost_to_thirty_kills(store, home, coffre):
    store.close()
    chance = random.Random(20261121)
    place = home.coffre, coffre.key, coffre.keyring.store_id
    confirmed = []
    for _ in range(KILLS):
        with running("save", *place) as process:
            said = [process.stdout.readline() for _ in range(chance.randrange(1, 60))]
            until = perf_counter() + chance.random() / 500
            while perf_counter() < until:
                pass
            process.kill()
            said += [line + "\n" for line in acknowledged(process)]
        assert said[0] == "open\n"
        confirmed += [line.strip() for line in said[1:]]
    reopened = Store.open(*place)
    with reopened.read() as work:
        kept = {id_ for (id_,) in work.revisions.run("select id from revision")}
    assert reopened.verify() == []
    reopened.close()
    assert len(confirmed) > KILLS
    assert set(confirmed) <= kept


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
