"""What is asked is what is ticked; what is missing is said at its field."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.cercle import MotifTropCourt
from microstructure_desktop.services.documents import DocumentNotWritten
from microstructure_desktop.services.tableaux_equipe import (
    Contenu,
    Format,
    PeriodeALEnvers,
    RienDeChoisi,
)
from microstructure_desktop.ui.pages.tableaux import words
from microstructure_desktop.ui.pages.tableaux.choices import Choices

TODAY = date(2026, 11, 19)


@pytest.fixture
def choices(show):
    return show(Choices(Role.MEDECIN, TODAY), 800, 900)


def test_that_it_begins_with_the_year_without_names_nor_answers(choices):
    asked = choices.demande()
    assert (asked.du, asked.au) == (date(2026, 1, 1), TODAY)
    assert asked.contenus == frozenset(Contenu) - {Contenu.FICHES}
    assert not asked.nominatif
    assert choices.wanted() is Format.XLSX


def test_that_names_come_with_their_reason(choices):
    choices.names._choose(words.WITH)
    assert choices.reason.isVisible()
    choices.reason.setText("  Point avec la CPAM ")
    asked = choices.demande()
    assert (asked.nominatif, asked.motif) == (True, "Point avec la CPAM")
    choices.names._choose(words.WITHOUT)
    assert not choices.reason.isVisible()
    assert choices.demande().motif == ""


def test_that_a_reason_given_once_is_not_kept(choices):
    choices.names._choose(words.WITH)
    choices.reason.setText("Point avec la CPAM")
    choices.begin(TODAY, TODAY)
    assert not choices.demande().nominatif
    assert choices.reason.text() == ""


@pytest.mark.parametrize("role", [Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL])
def test_that_names_are_offered_to_who_may_have_them(show, role):
    made = show(Choices(role, TODAY), 800, 900)
    assert not made.names.isVisible()
    assert made.about_names.text() == words.ABOUT_NAMES[words.WITHOUT]


def test_that_a_table_without_the_right_is_not_offered(show):
    """The social worker reads fiches in part; the coordination counts nothing."""
    assert list(show(Choices(Role.TRAVAILLEUR_SOCIAL, TODAY), 800, 900).boxes) == list(Contenu)
    assert Contenu.FICHES not in show(Choices(Role.COORDINATION, TODAY), 800, 900).boxes


@pytest.mark.parametrize(
    ("typed", "said"), [("", words.EMPTY_DAY), ("hier soir", words.UNREADABLE)]
)
def test_that_a_day_that_is_none_is_said_at_its_field(choices, typed, said):
    choices.last.setText(typed)
    assert choices.demande() is None
    assert choices.last_field.error_text == said
    assert choices.last.hasFocus()
    choices.last.setText("19/11/2026")
    assert choices.demande() is not None
    assert choices.last_field.error_text == ""


def test_that_a_refusal_is_said_where_it_is_mended(choices):
    choices.names._choose(words.WITH)
    for error, field in (
        (MotifTropCourt(), choices.reason_field),
        (PeriodeALEnvers(), choices.last_field),
    ):
        assert choices.show_refusal(error)
        assert field.error_text.startswith(error.sentence)
        assert field.editor.hasFocus()
    assert choices.show_refusal(RienDeChoisi())
    assert choices.nothing.text().startswith(RienDeChoisi.sentence)
    assert not choices.show_refusal(DocumentNotWritten())


def test_that_the_file_is_explained(choices):
    choices.format._choose(Format.CSV.value)
    assert choices.wanted() is Format.CSV
    assert "dossier neuf" in choices.about_format.text()
