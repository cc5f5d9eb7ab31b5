"""Finding on which line something is written."""

import re

from microstructure_desktop.forms.places import Places

TEXT = """id = "a"
title= 'A'
# id = "b"

[[group]]
id = "g"
  title = "G"
list = [
  { code = "X" },
]
[[group.item]]
id = "q"
"""


def test_that_the_keys_of_the_file_stand_before_its_first_table():
    assert Places(TEXT).keys() == {"id": 1, "title": 2}


def test_that_the_keys_of_a_table_stand_before_the_next_one():
    assert Places(TEXT).keys(5) == {"id": 6, "title": 7, "list": 8}
    assert Places(TEXT).keys(11) == {"id": 12}


def test_that_the_first_of_two_lines_is_the_key_s():
    assert Places('id = "a"\nid = "b"').keys() == {"id": 1}


def test_that_lines_are_found_by_how_they_start():
    assert Places(TEXT).starting(re.compile(r"\[\[")) == [5, 11]
    assert Places("").starting(re.compile("x")) == []
