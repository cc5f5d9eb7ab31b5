"""Moving to a later version of a form."""

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.upgrade import moved, passage

from .samples import CHAIN, LISTS, chain

LATER = (
    CHAIN.replace("version = 1", "version = 2", 1)
    .replace('id = "conduite"', 'id = "conduite_tenue"\nrenamed_from = "conduite"')
    .replace('item = "conduite"', 'item = "conduite_tenue"')
    .replace('id = "poids"', 'id = "taille"')
    .replace('control = "echelle"\nmin = 0\nmax = 10', "min = 0\nmax = 5")
)
ANSWERS = {
    "niveau": "HAUT",
    "conduite": "appel",
    "envie": 8,
    "poids": "62.5",
    "accord": True,
}


def later():
    return loader.load(LATER, LISTS, {})


def test_that_answers_move_under_their_new_names_when_they_fit():
    assert moved(chain(), later(), ANSWERS) == {
        "niveau": "HAUT",
        "conduite_tenue": "appel",
        "accord": True,
    }


def test_that_what_is_kept_added_and_left_is_said():
    found = passage(chain(), later(), ANSWERS)
    assert [(item.id, value) for item, value in found.kept] == [
        ("niveau", "HAUT"),
        ("conduite_tenue", "appel"),
        ("accord", True),
    ]
    assert [item.id for item in found.added] == ["taille"]
    assert [(item.id, value) for item, value in found.left] == [("envie", 8), ("poids", "62.5")]


def test_that_an_unanswered_question_leaves_nothing():
    assert passage(chain(), later(), {}).left == ()


def test_that_not_wishing_to_answer_moves_too():
    assert moved(chain(), later(), {"accord": "NR"}) == {"accord": "NR"}


def test_that_what_was_personal_never_becomes_shared():
    shared = loader.load(LATER.replace('partage = "personnel"', 'partage = "equipe"'), LISTS, {})
    assert moved(chain(), shared, {"note": "à moi"}) == {}
    assert moved(chain(), later(), {"note": "à moi"}) == {"note": "à moi"}
    assert [item.id for item, _ in passage(chain(), shared, {"note": "à moi"}).left] == ["note"]
