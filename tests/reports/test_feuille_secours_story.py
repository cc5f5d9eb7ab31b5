"""The code stands in two rows of four groups, each under its number."""

from microstructure_desktop.reports import feuille_secours_story

GROUPES = tuple(f"{rank}AAA{rank}" for rank in range(1, 9))


def test_that_the_code_is_in_two_rows_of_four():
    rows = [part for part in feuille_secours_story._code(GROUPES) if hasattr(part, "_parts")]
    said = [[" ".join(one.lines) for one in row._parts] for row in rows]
    assert said == [
        ["Groupe 1", "Groupe 2", "Groupe 3", "Groupe 4"],
        list(GROUPES[:4]),
        ["Groupe 5", "Groupe 6", "Groupe 7", "Groupe 8"],
        list(GROUPES[4:]),
    ]
