"""The form an old fiche was filled with is kept as it was."""

import pytest
from sqlcipher3 import dbapi2

from tests import factories as make


def test_that_each_version_is_kept_for_ever(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        assert work.definitions.keep("psy", 1, 'title = "Été"')
        assert work.definitions.keep("psy", 2, "title = 2")
        assert work.definitions.keep("psy", 1, 'title = "Été"')
        assert work.changed == {"definition"}
    with store.read() as work:
        assert work.definitions.text("psy", 1) == 'title = "Été"'
        assert work.definitions.text("psy", 2) == "title = 2"
        assert work.definitions.text("psy", 3) is None


def test_that_the_first_text_of_a_version_stays(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.definitions.keep("psy", 1, "first")
        assert not work.definitions.keep("psy", 1, "second")
        assert work.definitions.text("psy", 1) == "first"


@pytest.mark.parametrize(
    "attack", ["delete from definition", "update definition set content = 'x'"]
)
def test_that_a_kept_definition_cannot_be_changed(store, attack):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.definitions.keep("psy", 1, "first")
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        store._raw.execute(attack)
