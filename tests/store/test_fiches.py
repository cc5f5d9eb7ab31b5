"""A fiche keeps every answer, even those this version does not know."""

from tests import factories as make


def test_that_answers_of_every_shape_come_back(store):
    answers = {
        "texte": "L’« été » — 3 € \U0001f642\n\tfin",
        "entier": -3,
        "vide": "",
        "oui": True,
        "liste": ["A", "B"],
        "jour": "2026-11-18",
        "inconnu": {"a": [1.5, None]},
    }
    fiche = make.a_fiche(answers=answers)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.fiches.save(fiche)
        assert work.fiches.get(fiche.id) == fiche
        assert work.fiches.get(fiche.id).answers["oui"] is True
