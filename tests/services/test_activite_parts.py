"""Beside a figure: its share, its base, and what no share is made of, said once when it can be."""

from microstructure_desktop.domain.indicateurs.valeur import Nature, Valeur
from microstructure_desktop.services import activite_parts as parts

SHARE, OTHER = Valeur("a", Nature.PART, 6, 10, 3), Valeur("b", Nature.PART, 4, 10, 3)
MEAN = Valeur("", Nature.MOYENNE, 45, 8)


def test_that_what_is_not_known_alike_is_said_once():
    shared = parts.partage([SHARE, OTHER, None, MEAN])
    assert shared == 3
    assert parts.part(SHARE, shared, "") == "60\u00a0%"
    assert parts.note(shared, "") == "Hors de ces parts\u00a0: 3\u00a0non renseignés."


def test_that_it_is_said_of_each_when_it_differs():
    shared = parts.partage([SHARE, Valeur("c", Nature.PART, 4, 10, 1)])
    assert shared is None
    assert parts.part(SHARE, shared, "") == "60\u00a0% · 3\u00a0non renseignés"
    assert parts.note(shared, "") == ""


def test_that_what_is_too_recent_is_called_so():
    recent = Valeur("a", Nature.PART, 6, 10, 2)
    assert parts.note(parts.partage([recent]), "A18").endswith("2\u00a0trop récents.")


def test_that_shares_alone_are_headed_so():
    assert parts.entete([parts.part(SHARE, 3, ""), ""]) == "Part"
    assert parts.entete([parts.part(MEAN, None, "")]) == ""
    assert parts.part(None, None, "") == ""
