"""Groups of a printed fiche."""

from itertools import pairwise

import pytest

from microstructure_desktop.forms import loader
from microstructure_desktop.reports.fiche import fiche
from tests.forms.samples import LISTS, one_item
from tests.forms.scales import shipped
from tests.reports.reading import plain, reader, texts, whole
from tests.reports.test_fiche import contenu


def test_that_a_group_with_nothing_to_print_has_no_title():
    form = loader.load(one_item('partage = "personnel"', kind="text"), LISTS, {})
    found = plain(whole(fiche(contenu({"q": "secret"}, form))))
    assert found.endswith("Questionnaire Essai, version 1")


def test_that_a_very_long_answer_goes_on_over_the_pages():
    form = loader.load(one_item(kind="text"), LISTS, {})
    pages = texts(fiche(contenu({"q": "une ligne de réponse\n" * 150}, form)))
    assert len(pages) >= 3
    assert sum(page.count("une ligne de réponse") for page in pages) == 150


def test_that_odd_text_prints_as_it_can():
    form = loader.load(one_item(kind="text"), LISTS, {})
    found = whole(fiche(contenu({"q": "<b>&\x00☒ 漢"}, form)))
    assert "<b>&× ?" in found


ROWS = (
    one_item(kind="string")
    + """
[[group]]
id = "produits"
title = "Produits"
repeat = 3
row_title = "Produit"

[[group.item]]
id = "produit"
text = "Lequel"
type = "choice"
options = [{ code = "VIN", label = "Vin" }, { code = "BIERE", label = "Bière" }]

[[group.item]]
id = "detail"
text = "Détail"
type = "group"

[[group.item]]
id = "combien"
text = "Combien"
type = "integer"
under = "detail"

[[group.item]]
id = "depuis"
text = "Depuis"
type = "string"
under = "combien"
"""
)


def printed(answers):
    form = loader.load(ROWS, LISTS, {})
    return plain(whole(fiche(contenu(answers, form)))).partition("version 1")[2].strip()


def test_that_only_the_rows_begun_are_printed_below_their_headings():
    found = printed({"produit_1": "VIN", "combien_1": 3, "produit_2": "INCONNU_9"})
    assert found == (
        "Un Question — Produits "
        "Produit 1 Lequel Vin Détail Combien 3 Depuis — "
        "Produit 2 Lequel INCONNU_9 Détail Combien — Depuis —"
    )


def test_that_a_repeated_group_that_nobody_began_is_left_out():
    assert printed({"q": "Oui"}) == "Un Question Oui"


@pytest.mark.parametrize("lines", range(18, 36, 3))
def test_that_a_scale_and_its_credit_stay_on_one_page(lines):
    scale = '[[group.item]]\nid = "a"\ntext = "Alcool"\ntype = "instrument"\ninstrument = "audit"'
    form = loader.load(one_item(scale, kind="text"), LISTS, shipped())
    cotes = {str(n): 2 for n in range(1, 11)}
    answers = {"q": "ligne\n" * lines, "a": {"version": 1, "cotes": cotes}}
    pages = texts(fiche(contenu(answers, form)))
    assert ["Alcool" in page for page in pages] == ["AUDIT ©" in page for page in pages]


def test_that_a_fiche_of_a_hundred_answers_overlaps_nowhere():
    many = "\n".join(
        f'[[group.item]]\nid = "t{n}"\ntext = "Question numéro {n}"\ntype = "text"'
        for n in range(120)
    )
    form = loader.load(one_item(many, kind="text"), LISTS, {})
    answers = {f"t{n}": f"réponse {n} " * (1 + n % 30) for n in range(120)}
    made = fiche(contenu(answers, form))
    found = plain(whole(made))
    places = [found.index(f"Question numéro {n} réponse {n} ") for n in range(120)]
    assert places == sorted(places)
    for page in reader(made).pages:
        heights = baselines(page)
        assert len(heights) > 5
        assert min(b - a for a, b in pairwise(heights)) > 8


def baselines(page) -> list[float]:
    """The heights at which the answers' column has text, each once."""
    found = set()

    def visit(text, frame, place, _font, _size):
        x, y = frame[4] + place[4], frame[5] + place[5]
        if text.strip() and x > 250 and 80 < y < 760:
            found.add(round(y, 1))

    page.extract_text(visitor_text=visit)
    return sorted(found)
