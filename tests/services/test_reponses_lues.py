"""Fiches and sessions as they are counted."""

from datetime import date
from decimal import Decimal

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.faits import Personne
from microstructure_desktop.domain.indicateurs.reponses import Reponses, Score
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services.reponses_lues import de_fiche, de_seance
from microstructure_desktop.services.shipped import shipped
from tests import factories as make

FORMS = {form.id: form for form in shipped().forms}
JOUR = date(2026, 5, 5)
ADULTE = Personne(Sexe.F, date(1980, 1, 1))
ENFANT = Personne(Sexe.F, date(2012, 1, 1))


def lue(form, answers, qui=ADULTE):
    return de_fiche(FORMS[form], make.a_fiche(form=form, jour=JOUR, answers=answers), qui)


def test_that_what_is_private_is_not_there():
    found = lue("psychologique_entree", {"note_privee": "scellée", "motivation": "ACTION"})
    assert found == Reponses(
        make.PATIENT, JOUR, Role.PSYCHOLOGUE, "entree", {"motivation": "ACTION"}
    )


def test_that_a_session_says_what_was_asked_in_it():
    acte = make.a_consultation(jour=JOUR, form="seance_test_rapide", reponses={"trod_vih": "X"})
    found = de_seance(FORMS["seance_test_rapide"], acte, None)
    assert (found.metier, found.etape, found.donnees) == (None, "seance", {"trod_vih": "X"})


def cotes(value, rows=9):
    return {"version": 1, "cotes": {str(n): value for n in range(1, rows + 1)}}


def test_that_a_scale_is_told_by_its_name_wherever_it_was_filled_in():
    alone = lue("echelle_phq_9", {"phq_9": cotes(1)})
    among = lue("psychologique_suivi", {"echelle_phq9": cotes(1), "echelle_gad7": cotes(0, 7)})
    assert alone.scores == {"phq_9": Score(Decimal(9), 1, seuil=False)}
    assert among.scores["phq_9"] == alone.scores["phq_9"]
    assert lue("echelle_phq_9", {"phq_9": cotes(2)}).scores["phq_9"].seuil is True


def test_that_an_unfinished_scale_or_another_version_has_no_score():
    assert lue("echelle_phq_9", {"phq_9": cotes(1, 8)}).scores == {}
    assert lue("echelle_phq_9", {"phq_9": {**cotes(1), "version": 9}}).scores == {}
    assert lue("echelle_phq_9", {"phq_9": "NR"}).scores == {}


def test_that_a_cut_off_is_that_of_the_age_on_the_day():
    every = cotes(0, 11)
    assert lue("echelle_epices", {"epices": every}).scores["epices"] == Score(
        Decimal("75.14"), 1, seuil=True
    )
    assert lue("echelle_epices", {"epices": every}, ENFANT).scores["epices"].seuil is None
    assert lue("echelle_epices", {"epices": every}, None).scores == {}
