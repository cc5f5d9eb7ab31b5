"""Groups of a printed fiche."""

from microstructure_desktop.forms import loader
from microstructure_desktop.reports.fiche import fiche
from tests.forms.samples import LISTS, one_item
from tests.reports.reading import plain, texts, whole
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
