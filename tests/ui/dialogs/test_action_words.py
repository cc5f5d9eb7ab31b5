"""By when, since when, how it ended."""

from datetime import date

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.ui.dialogs.action_words import late_line, over_line, waiting_line
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY
from tests.factories import a_membre

from .actions_shown import SEPTEMBER, shown


def test_that_late_is_said_from_the_day_after():
    made = shown("Bilan", pour=date(2026, 10, 15))
    assert late_line(made, TODAY) == f"En retard{NBSP}: c’était pour le 15{NBSP}oct."
    assert late_line(made, date(2026, 10, 15)) == ""
    assert late_line(shown("Bilan"), TODAY) == ""


def test_that_it_says_who_when_and_since():
    made = shown("Bilan", qui=a_membre(), echeance=" avant le 04/12 ", pour=date(2026, 12, 4))
    since = f"décidé le 24{NBSP}sept."
    assert waiting_line(made, TODAY, owner=True) == f"Dr Lemoine · avant le 04/12 · {since}"
    assert waiting_line(made, TODAY, owner=False) == f"avant le 04/12 · {since}"
    typed = shown("Bilan", pour=date(2026, 12, 4))
    told = f"Toute l’équipe · pour le ven.{NBSP}4{NBSP}déc. · {since}"
    assert waiting_line(typed, TODAY, owner=True) == told


def test_that_a_day_near_takes_no_article():
    yesterday = date(2026, 11, 18)
    assert late_line(shown("Bilan", pour=yesterday), TODAY).endswith("c’était pour hier")
    assert waiting_line(shown("Bilan", pour=TODAY), SEPTEMBER, owner=False).endswith(
        "décidé aujourd’hui"
    )


def test_that_what_is_over_says_when_and_by_whom():
    assert over_line(shown("Bilan")) == ""
    done = shown("Bilan", suite=Suite.FAITE, fini_le=date(2026, 10, 5), par=a_membre(), note="Vu")
    assert over_line(done) == "faite le 05/10/2026 par Dr Lemoine · Vu"
    dropped = shown("Bilan", suite=Suite.ABANDONNEE, fini_le=date(2026, 10, 5))
    assert over_line(dropped) == "abandonnée le 05/10/2026 en réunion"
