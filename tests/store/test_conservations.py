"""What is kept, asked and saved elsewhere comes back as it was given, in its order."""

from datetime import date, timedelta

from microstructure_desktop.domain.conservation import Choix, Conservation
from microstructure_desktop.domain.demande import Demande, NatureDemande, Remise
from microstructure_desktop.domain.dossier_legal import UNIQUE, DossierLegal
from microstructure_desktop.domain.support import Exercice, Support
from tests import factories as make

JOUR = date(2026, 11, 19)


def test_that_decisions_and_requests_of_a_person_come_in_their_order(store):
    kept = Conservation("k", make.PATIENT, JOUR, "m", Choix.GARDER, "litige", date(2027, 11, 19))
    answered = Demande(
        "b", make.PATIENT, JOUR, NatureDemande.ACCES, "m", repondue_le=JOUR, remise=Remise.COURRIER
    )
    first = Demande("a", make.PATIENT, date(2026, 1, 2), NatureDemande.RECTIFICATION, "m")
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.conservations.save(kept)
        for each in (answered, first):
            work.demandes.save(each)
        assert work.conservations.of(make.PATIENT) == [kept]
        assert work.demandes.of(make.PATIENT) == [first, answered]
        assert work.demandes.of("quelqu’un d’autre") == []


def test_that_drills_come_the_earliest_first(store):
    late = Exercice("b", make.NOW, "m", make.NOW, patients=12)
    early = Exercice("a", make.NOW - timedelta(days=30), "m", make.NOW, probleme="abîmée")
    with store.begin(make.AUTHOR, make.NOW) as work:
        for each in (late, early):
            work.exercices.save(each)
        assert work.exercices.all() == [early, late]


def test_that_a_support_and_the_legal_file_are_one_record_each(store):
    key = Support("s", "Clé bleue", make.NOW)
    legal = DossierLegal(UNIQUE, {"dpo": "Mme Exemple"}, {"disque": JOUR}, JOUR)
    with store.begin(make.AUTHOR, make.NOW) as work:
        for each in (key, Support("s", "Clé rouge", make.NOW, make.NOW)):
            work.supports.save(each)
        work.dossiers_legaux.save(legal)
        assert [s.nom for s in work.supports.all()] == ["Clé rouge"]
        assert work.dossiers_legaux.all() == [legal]
