"""Each type of question has its own place to answer on paper."""

import pytest

from microstructure_desktop.reports.answer_zones import PERSONAL, is_beside, number_words, zone
from microstructure_desktop.reports.styles import MM
from tests.reports.blank import item, said

WIDTH = 98 * MM
OPTIONS = 'options = [{ code = "A", label = "Ici" }, { code = "B", label = "Là", retired = true }]'
NR = "Ne souhaite pas répondre"


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (['type = "boolean"'], "Oui Non"),
        (['type = "boolean"', "nr = true"], f"Oui Non {NR}"),
        (['type = "choice"', OPTIONS], "Ici"),
        (['type = "choice"', OPTIONS, "nr = true"], f"Ici {NR}"),
        (['type = "date"'], "jj mm aaaa"),
        (['type = "date"', "nr = true"], f"jj mm aaaa {NR}"),
        (['type = "integer"', 'unit = "jours"', "min = 0", "max = 28"], "jours, de 0 à 28"),
        (['type = "integer"', "nr = true"], NR),
        (
            ['type = "integer"', 'control = "echelle"', "min = 0", "max = 3", "nr = true"],
            f"0 1 2 3 {NR}",
        ),
        (['type = "string"', "nr = true"], NR),
        (['type = "string"'], ""),
        (['type = "text"'], ""),
        (['type = "string"', 'initial = "Fixe"', "read_only = true"], "Fixe"),
        (['type = "text"', 'partage = "personnel"'], PERSONAL.replace("\xa0", " ")),
    ],
)
def test_that_a_question_shows_how_to_answer_it(lines, shown):
    assert said(zone(item(*lines), WIDTH)) == shown


def test_that_a_text_has_lines_as_its_length_suggests():
    assert len(zone(item('type = "string"'), WIDTH)) == 1
    assert len(zone(item('type = "text"', "max_length = 100"), WIDTH)) == 2
    assert len(zone(item('type = "text"', "max_length = 1000"), WIDTH)) == 4
    assert len(zone(item('type = "text"'), WIDTH)) == 8


def test_that_a_list_too_long_to_tick_is_answered_in_words():
    def of(count):
        codes = ",\n".join(f'{{ code = "C{n}", label = "Choix {n}" }}' for n in range(count))
        return zone(item('type = "choice"', f"options = [{codes}]"), WIDTH)

    assert said(of(60)).count("Choix") == 60
    assert said(of(61)) == ""
    assert len(of(61)) == 1


def test_that_a_personal_note_has_no_line_to_be_written_on():
    rows = zone(item('type = "text"', 'partage = "personnel"'), WIDTH)
    assert [row.height for row in rows] == [9.5]


def test_that_what_is_only_read_has_no_place_to_answer():
    assert zone(item('type = "display"'), WIDTH) == []
    assert zone(item('type = "group"'), WIDTH) == []


def test_that_long_answers_go_below_and_the_others_beside():
    assert not is_beside(item('type = "text"'))
    assert not is_beside(item('type = "instrument"', 'instrument = "audit"'))
    assert is_beside(item('type = "date"'))
    assert is_beside(item('type = "text"', 'partage = "personnel"'))


def test_that_a_figure_says_its_unit_and_its_bounds():
    assert number_words(item('type = "decimal"', "min = 30", "max = 250.5")) == "de 30 à 250,5"
    assert number_words(item('type = "integer"', "min = 2")) == "2 ou plus"
    assert number_words(item('type = "integer"', "max = 9", 'unit = "€"')) == "€, 9 ou moins"
    assert number_words(item('type = "integer"')) == ""
