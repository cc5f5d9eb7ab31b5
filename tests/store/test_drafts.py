"""What somebody was typing waits for them, and for them only."""

from datetime import timedelta

from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.store.drafts import Draft
from tests import factories as make

OTHER = "0192f0000000700080000000000000a2"


def test_that_a_draft_belongs_to_who_typed_it(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.drafts.put("fiche:1", make.AUTHOR, {"sommeil": 3})
        assert work.drafts.get("fiche:1", make.AUTHOR) == Draft("fiche:1", {"sommeil": 3}, make.NOW)
        assert work.drafts.get("fiche:1", OTHER) is None
        assert work.drafts.all(OTHER) == []


def test_that_typing_on_replaces_the_draft(store):
    later = make.NOW + timedelta(minutes=1)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.drafts.put("b", make.AUTHOR, {"x": 1})
        work.drafts.put("a", make.AUTHOR, {"x": 1})
    with store.begin(make.AUTHOR, later) as work:
        work.drafts.put("b", make.AUTHOR, {"x": 2})
        assert work.drafts.all(make.AUTHOR) == [
            Draft("b", {"x": 2}, later),
            Draft("a", {"x": 1}, make.NOW),
        ]


def test_that_a_dropped_draft_is_gone(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.drafts.put("a", make.AUTHOR, {})
        work.drafts.put("a", OTHER, {})
        work.drafts.drop("a", make.AUTHOR)
        work.drafts.drop("never", make.AUTHOR)
        assert work.drafts.get("a", make.AUTHOR) is None
        assert work.drafts.get("a", OTHER) is not None


def test_that_a_record_can_wait_as_a_draft(store):
    synthese = make.a_synthese()
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.drafts.put("s", make.AUTHOR, synthese)
        assert work.drafts.get_as("s", make.AUTHOR, Synthese) == synthese
        assert work.drafts.get_as("s", OTHER, Synthese) is None


def test_that_drafts_are_not_revisions(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.drafts.put("a", make.AUTHOR, {"x": 1})
    assert store._tip.seq == 0
    assert store.verify() == []


def test_that_drafts_of_one_kind_are_counted_whoever_types_them(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        for key, membre in (("seance:1", make.AUTHOR), ("seance:1", OTHER), ("seances:2", OTHER)):
            work.drafts.put(key, membre, {"jour": "12/10/2026"})
        work.drafts.put("fiche:1", OTHER, {})
        assert [d.key for d in work.drafts.begun("seance")] == ["seance:1", "seance:1"]
