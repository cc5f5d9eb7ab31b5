"""A coded answer as its column and cell; what is not coded is never said."""

from decimal import Decimal

import pytest

from microstructure_desktop.domain.indicateurs.reponses import Score
from microstructure_desktop.forms.model import Item, ItemType, Option
from microstructure_desktop.reports.tableur.feuilles import Genre
from microstructure_desktop.services.tableau_reponses import Question, case, colonne

OPTIONS = (Option("SEUL", "Seul"), Option("COUPLE", "En couple"))


def question(type_, **changes):
    item = Item("q", "Question", type_, **changes)
    return Question(item, item.text, (item,))


@pytest.mark.parametrize(
    ("asked", "given", "said"),
    [
        (question(ItemType.CHOICE, options=OPTIONS), "SEUL", "SEUL"),
        (question(ItemType.CHOICE, options=OPTIONS), "Mme Untel, 3 rue du Bac", "choix inconnu"),
        (question(ItemType.CHOICE, options=OPTIONS), "NR", "NR"),
        (question(ItemType.CHOICE, options=OPTIONS), None, None),
        (
            question(ItemType.CHOICE, options=OPTIONS, repeats=True),
            ["SEUL", "Mme Untel"],
            "Seul ; choix inconnu",
        ),
        (question(ItemType.CHOICE, options=OPTIONS, repeats=True), [], None),
        (question(ItemType.BOOLEAN), True, "oui"),
        (question(ItemType.BOOLEAN), False, "non"),
        (question(ItemType.BOOLEAN), "NR", "NR"),
        (question(ItemType.INTEGER), 7, 7),
        (question(ItemType.INTEGER), "3.5", None),
        (question(ItemType.INTEGER), "NR", None),
        (question(ItemType.DECIMAL), "3.5", Decimal("3.5")),
        (question(ItemType.DECIMAL), "=1+1", None),
    ],
)
def test_that_a_cell_holds_a_choice_or_a_figure_and_nothing_else(asked, given, said):
    assert case(asked, given, {}) == said


def test_that_a_scale_is_its_score(team):
    scale = next(iter(team.medecin.reference.instruments.values()))
    asked = question(ItemType.INSTRUMENT, instrument=scale)
    scores = {scale.id: Score(Decimal(12), 1)}
    assert case(asked, {"version": 1, "cotes": {}}, scores) == 12
    assert case(asked, None, scores) is None
    assert case(asked, {"version": 1, "cotes": {}}, {}) is None
    assert colonne(asked).genre is Genre.DECIMAL


def test_that_a_choice_keeps_the_labels_of_every_version():
    """The latest words win; a choice that is not offered any more keeps its own."""
    new = Item("q", "Question", ItemType.CHOICE, options=(Option("SEUL", "Vit seul"),))
    old = Item("q", "Question", ItemType.CHOICE, options=OPTIONS)
    found = colonne(Question(new, new.text, (new, old)))
    assert found.genre is Genre.CODE
    assert (found.codes["SEUL"], found.codes["COUPLE"]) == ("Vit seul", "En couple")


def test_that_a_figure_has_its_unit():
    assert colonne(question(ItemType.INTEGER, unit="jours")).libelle == "Question (jours)"
