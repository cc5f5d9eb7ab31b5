"""Other meetings, trainings, what became of decisions, additions to minutes."""

from datetime import date, time, timedelta

from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.reunion import Point, Reunion, TypeReunion
from microstructure_desktop.domain.suites_donnees import Additif, SuiteDonnee
from microstructure_desktop.domain.synthese import Suite
from tests import factories as make

JOUR = date(2026, 10, 5)


def test_that_meetings_follow_their_days_and_can_be_taken_back(store):
    later = Reunion("r1", TypeReunion.TRIMESTRIELLE, JOUR, time(14), points=(Point("Budget"),))
    first = Reunion("r2", TypeReunion.CRISE, JOUR - timedelta(days=9), time(9))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.reunions.save(later)
        work.reunions.save(first)
        assert work.reunions.all() == [first, later]
        work.reunions.void("r2", "reportée")
        assert work.reunions.all() == [later]


def test_that_trainings_are_kept_by_member(store):
    made = Formation("f", make.AUTHOR, "CONCEPT", "Concept microstructure", JOUR, heures=7)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.formations.save(made)
        assert work.formations.all() == [made]


def test_that_the_last_word_on_a_decision_counts(store):
    said = SuiteDonnee("d", make.PATIENT, "s", Suite.FAITE, JOUR, make.AUTHOR)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.suites.save(said)
        dropped = SuiteDonnee("d", make.PATIENT, "s", Suite.ABANDONNEE, JOUR, make.AUTHOR)
        work.suites.save(dropped)
        assert work.suites.of(make.PATIENT) == [dropped]


def test_that_additions_are_read_in_the_order_they_were_written(store):
    texts = ("b", "Puis"), ("a", "Enfin")
    with store.begin(make.AUTHOR, make.NOW) as work:
        for rank, (key, texte) in enumerate(texts):
            at = make.NOW + timedelta(minutes=rank)
            work.additifs.save(Additif(key, "s", make.AUTHOR, at, texte))
        work.additifs.save(Additif("c", "autre", make.AUTHOR, make.NOW, "Ailleurs"))
        assert [a.texte for a in work.additifs.of_synthese("s")] == ["Puis", "Enfin"]
