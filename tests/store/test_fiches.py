"""A fiche keeps every answer, even those this version does not know."""

from datetime import date

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
        assert work.fiches.people_who_said_yes("inclusion", ("retrait",), {yes, no}) == {yes}
        assert work.fiches.people_who_said_yes("inclusion", ("retrait",), {no, text}) == set()


def test_that_the_last_complete_fiche_of_each_form_is_told(store):
    one, other, asked_of_nobody = (make.new_id() for _ in range(3))
    done = [
        (one, "psy_suivi", date(2026, 3, 1), True),
        (one, "psy_suivi", date(2026, 9, 1), True),
        (one, "psy_suivi", date(2026, 10, 1), False),
        (one, "inclusion", date(2026, 1, 1), True),
        (one, "sociale_suivi", date(2026, 1, 1), True),
        (other, "inclusion", date(2026, 2, 1), False),
        (asked_of_nobody, "inclusion", date(2026, 2, 1), True),
    ]
    with store.begin(make.AUTHOR, make.NOW) as work:
        for patient, form, jour, complete in done:
            said = {"patient": patient, "form": form, "jour": jour, "complete": complete}
            work.fiches.save(make.a_fiche(**said))
        found = work.fiches.completed({one, other}, ("psy_suivi", "inclusion"))
    assert sorted(found) == [
        (one, "inclusion", date(2026, 1, 1)),
        (one, "psy_suivi", date(2026, 9, 1)),
    ]


def test_that_what_is_unfinished_is_told_of_some_people_however_old(store):
    followed, gone = make.new_id(), make.new_id()
    days = [date(2026, 6, 1), date(2020, 1, 1), date(2026, 5, 31)]
    with store.begin(make.AUTHOR, make.NOW) as work:
        for patient in (followed, gone):
            for jour in days:
                work.fiches.save(make.a_fiche(patient=patient, jour=jour, complete=False))
            work.fiches.save(make.a_fiche(patient=patient, jour=days[0], complete=True))
        found = work.fiches.unfinished(date(2026, 6, 1), {followed})
    told = [(f.jour, f.patient == followed) for f in found]
    assert told[:2] == [(days[1], True), (days[2], True)]
    assert sorted(told[2:]) == [(days[0], False), (days[0], True)]
