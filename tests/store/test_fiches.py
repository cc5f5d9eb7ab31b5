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


def test_that_who_answered_yes_is_told_from_who_did_not(store):
    """One yes long ago is enough; another form, a blank or a text that says so is none."""
    yes, no, other, text = (make.new_id() for _ in range(4))
    told = [
        (yes, "inclusion", {"retrait": True}),
        (yes, "inclusion", {"retrait": False}),
        (no, "inclusion", {"retrait": False, "autre": True}),
        (other, "psy_suivi", {"retrait": True}),
        (text, "inclusion", {"retrait": '"retrait":true', "liste": ["retrait"]}),
    ]
    with store.begin(make.AUTHOR, make.NOW) as work:
        for patient, form, answers in told:
            work.fiches.save(make.a_fiche(patient=patient, form=form, answers=answers))
        assert work.fiches.people_who_said_yes("inclusion", ("retrait", "partage")) == {yes}
