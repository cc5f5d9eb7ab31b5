"""For whom a programme is, and for whom it is not, in signs and in words."""

import pytest

from microstructure_desktop.services.reference import load
from microstructure_desktop.ui.dialogs.programme_lines import FOR, NOT_FOR, ProgrammeLines
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.note_line import NoteLine

REFERENCE = load()


@pytest.fixture
def told(theme, show):
    def shown(code, *, sourced=False):
        lines = show(ProgrammeLines(REFERENCE, sourced=sourced), 500, 500)
        lines.show_programme((REFERENCE.programmes | REFERENCE.reserves)[code])
        return lines

    return shown


def words(lines):
    return [line.text() for line in lines.findChildren(NoteLine)]


def test_that_both_sides_have_their_title(told):
    titles = [label.text() for label in told("COVID_SM").findChildren(Label)]
    assert titles == [FOR, NOT_FOR]
    assert FOR in [label.text() for label in told("MSMA_HORS_FORFAIT").findChildren(Label)]


def test_that_a_source_is_given_when_asked(told):
    assert "Moins de 18 ans" in words(told("COVID_SM"))
    assert "Moins de 18 ans. Arrêté du 12/01/2021, JO du 28/01/2021." in words(
        told("COVID_SM", sourced=True)
    )


def test_that_a_programme_kept_for_later_says_why(told):
    assert any("aucun arrêté connu" in text for text in words(told("PCR")))


def test_that_another_programme_takes_the_place_of_the_one_before(told):
    lines = told("COVID_SM")
    lines.show_programme(REFERENCE.programmes["MSMA_HORS_FORFAIT"])
    assert "Moins de 18 ans" not in [t for t in words(lines) if t]
