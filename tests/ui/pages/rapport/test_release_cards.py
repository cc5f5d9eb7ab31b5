"""What would be shown, what would not, and what left already."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.divulgation import Canal
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_annuel
from microstructure_desktop.services.rapport_annuel import ChapitreImprime, TableauImprime
from microstructure_desktop.services.rapport_registre import Depart
from microstructure_desktop.ui.pages.rapport import release_cards
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui import a11y


def told(card):
    return [w.text() for kind in (Label, Paragraph) for w in card.findChildren(kind)]


def test_that_a_section_shows_its_words_and_its_tables(show):
    table = TableauImprime("Sexe", ("2025",), (("Femme", "12"),))
    chapter = ChapitreImprime(
        Section.PROFIL, 4, "Profil", ("24 personnes.",), tableaux=(table,), commentaire="Dit."
    )
    card = show(release_cards.chapter(chapter), 800)
    assert a11y.problems(card) == []
    assert {"4. Profil", "24 personnes.", "Dit.", "Femme", "12"} <= set(told(card))


def test_that_what_is_not_given_out_is_named_without_a_reason(desk, show):
    made = rapport_annuel.rapport(desk.office, 2026).imprime
    card = show(release_cards.withheld(replace(made, retenus=("Logement",))), 700)
    assert sorted(told(card)) == ["Logement", "Non diffusé", "non diffusé"]
    card = show(release_cards.withheld(made), 700)
    assert "Toutes les répartitions prévues peuvent être montrées." in told(card)


def test_that_what_left_is_told_by_day(show):
    left = Depart(
        date(2026, 1, 12), Canal.RAPPORT, "2025", ("Forfaits",), ("Sexe",), ("Logement", "Âge")
    )
    card = show(release_cards.history((left,)), 700)
    words = told(card)
    assert "12\xa0janvier\xa02026 · rapport annuel · 2025" in words
    assert "1\xa0tableau exact, 1\xa0répartition montrée, 2\xa0non diffusées" in words
    assert "Montré\xa0: Forfaits, Sexe." in words
    alone = replace(left, diffusees=(), retenues=())
    assert "1\xa0tableau exact" in told(show(release_cards.history((alone,)), 700))
    assert "Rien n’a encore été montré." in told(show(release_cards.history(()), 700))
