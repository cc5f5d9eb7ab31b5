"""The figures of an indicator one under the other, or professions across."""

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.indicateurs.valeur import Nature, Valeur
from microstructure_desktop.services.activite_lignes import Bloc, Ligne
from microstructure_desktop.ui import look
from microstructure_desktop.ui.pages.activite import words
from microstructure_desktop.ui.pages.activite.indicator_card import IndicatorCard
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui import a11y

WHO = frozenset([PatientId("a")])


def a_line(cle, number, before=None):
    qui = WHO if number else frozenset()
    return Ligne(cle, f"Ligne {cle}", Valeur(cle, Nature.NOMBRE, number, qui=qui), before)


def a_card(show, *lignes, width=900, **more):
    bloc = Bloc("M04", "Sorties", "Suivis terminés.", lignes, **more)
    return show(IndicatorCard(bloc, "octobre", "octobre d’avant", opens=True), width, 400)


def texts(card):
    return [w.text() for kind in (Label, Paragraph) for w in card.findChildren(kind)]


def test_that_each_line_has_its_figure_and_the_one_before(show):
    card = a_card(show, a_line("", 2, Valeur("", Nature.NOMBRE, 7)), a_line("deces", 0))
    assert [cell.cle for cell in card.cells()] == ["", "deces"]
    assert {"Ligne deces", "7", "0", "Octobre", "Octobre d’avant"} <= set(texts(card))
    assert card.cells()[1].button is None
    chosen = []
    card.chosen.connect(lambda *figure: chosen.append(figure))
    card.cells()[0].button.click()
    assert chosen == [("M04", "")]
    assert a11y.problems(card) == []


def test_that_zeros_of_a_long_list_are_told_as_a_number(show):
    card = a_card(show, a_line("", 1), *(a_line(str(n), 0) for n in range(9)))
    assert len(card.cells()) == 1
    assert words.hidden(9) in texts(card)
    empty = a_card(show, *(a_line(str(n), 0) for n in range(9)))
    assert words.ALL_ZERO in texts(empty)


def test_that_professions_stand_across_within_the_page(show):
    value = Valeur("", Nature.MINUTES, 1095)
    columns = ("Actes", "Minutes", "Au cabinet", "À domicile", "À distance", "Ailleurs", "Sans")
    rangs = (("Psychologue", (value, None, *(value,) * 5)), ("Ensemble", (value,) * 7))
    card = a_card(show, width=880, colonnes=columns, rangs=rangs)
    assert card.cells() == []
    assert {"Psychologue", "Ensemble", "—", "Sans"} <= set(texts(card))
    assert card.minimumSizeHint().width() <= look.px(700)


def test_that_words_keep_most_of_the_room_on_a_small_screen(show, theme):
    """What is left of 1280 pixels in large letters, beside the list of themes."""
    theme.choose("clair", 150)
    line = a_line("", 12, Valeur("", Nature.NOMBRE, 11))
    card = a_card(show, line, a_line("a", 3), width=810)
    shown = next(w for w in card.findChildren(Paragraph) if w.text() == "Ligne a")
    assert shown.width() > 240


def test_that_marks_stand_under_our_figures(show):
    card = a_card(show, a_line("", 1))
    card.add_marks(["80 % ailleurs"])
    assert "80 % ailleurs" in texts(card)
