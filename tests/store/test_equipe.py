"""Members stay known once they have left: what they wrote bears their name."""

from dataclasses import replace

from tests import factories as make


def test_that_a_member_who_left_is_still_listed(store):
    first, second = make.a_membre(id="a"), make.a_membre(id="b", nom="Morel")
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.equipe.save(first)
        work.equipe.save(second)
        work.equipe.save(replace(first, actif=False))
        assert work.equipe.all() == [replace(first, actif=False), second]
        assert work.equipe.get("b") == second
