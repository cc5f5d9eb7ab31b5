"""What one side changed stands, and where both typed, both are there."""

import pytest

from microstructure_desktop.services.three_way import (
    changed_otherwise,
    chosen,
    joined_line,
    joined_text,
    kept,
    merged_by_key,
)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "found"),
    [("a", "a", "b", "b"), ("a", "b", "a", "b"), ("a", "b", "c", "b"), ("a", "b", "b", "b")],
)
def test_that_the_side_that_changed_wins_and_the_screen_between_two(base, mine, theirs, found):
    assert chosen(base, mine, theirs) == found
    assert changed_otherwise(base, mine, theirs) is (mine != theirs and base not in (mine, theirs))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "found"),
    [
        ("", "Va bien", "Va bientôt partir", "Va bientôt partir\nVa bien"),
        ("", "RAS", "EMBARRAS financier", "EMBARRAS financier\nRAS"),
        ("Un.", "Un.\nDeux.", "Zéro.\nUn.", "Zéro.\nUn.\nDeux."),
        ("Un.\nDeux.", "Deux.", "Un.\nDeux.\nTrois.", "Deux.\nTrois."),
        ("Un.", "Un, deux.", "Un, trois.", "Un, trois.\nUn, deux."),
        ("Un.", "", "Un, trois.", "Un, trois."),
        ("Un.", "", "Un.", ""),
        ("", "Travail\nRAS\nLogement\nRAS", "Travail\nRAS", "Travail\nRAS\nLogement\nRAS"),
        ("", "a\n\nb", "c\n\nd", "c\n\nd\na\n\nb"),
        ("Un.", "Un.\nDeux.", "Un.\nDeux.", "Un.\nDeux."),
        ("", "Travail\nRAS", "Logement\nRAS", "Logement\nRAS\nTravail\nRAS"),
    ],
)
def test_that_lines_are_whole_and_none_is_lost(base, mine, theirs, found):
    assert joined_text(base, mine, theirs) == found


def test_that_a_field_of_one_line_says_both():
    assert joined_line("", "Pinel", "Freud") == "Freud / Pinel"
    assert joined_line("Cabinet", "", "Freud") == "Freud"
    assert joined_line("Cabinet", "", "Cabinet") == ""


def test_that_names_added_stay_and_names_removed_go():
    assert kept("ab", "ac", "abd") == ("a", "d", "c")
    assert kept("ab", "b", "ab") == ("b",)
    assert kept((), "ab", "ba") == ("b", "a")


def test_that_a_thing_both_have_is_made_of_three_and_one_alone_is_asked_about():
    seen = []

    def both(base, mine, theirs):
        seen.append((base, mine, theirs))
        return (mine,)

    base, mine, theirs = ("a1", "b1", "c1"), ("a2", "c2", "d1"), ("a1", "b1", "c1", "e1")
    assert merged_by_key(base, mine, theirs, lambda x: x[0], both) == ("a2", "c2", "e1", "d1")
    assert seen == [("a1", "a2", "a1"), ("c1", "c2", "c1")]
    assert merged_by_key((), ("a2",), ("a1",), lambda x: x[0], both) == ("a2",)
    assert seen[-1] == (None, "a2", "a1")
