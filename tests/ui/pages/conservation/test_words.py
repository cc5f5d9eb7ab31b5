"""How the time of a record is said, and what erasing takes away."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.conservation import Choix, Conservation
from microstructure_desktop.services.conservation import EtatDossier
from microstructure_desktop.services.effacement import Apercu
from microstructure_desktop.services.effacement_copies import AReprendre
from microstructure_desktop.ui.pages.conservation import words
from tests import factories as make

PATIENT = make.a_patient()
OLD = EtatDossier(PATIENT, date(2006, 3, 4), date(2011, 3, 4), date(2026, 3, 4), archive=True)
KEPT = Conservation(
    "c", PATIENT.id, date(2026, 11, 22), "m", Choix.GARDER, "Litige", date(2030, 1, 1)
)


def test_that_somebody_followed_has_no_term():
    followed = EtatDossier(PATIENT, None, None, None, archive=False)
    assert (words.term(followed), words.last_act(followed)) == ("", "Suivi en cours")


def test_that_a_term_says_what_it_was_counted_from():
    assert words.why(OLD) == "Compté depuis le dernier acte"
    assert words.why(replace(OLD, deces=date(2010, 5, 6))) == "Décès le 06/05/2010"
    kept = replace(OLD, gardee=KEPT)
    assert words.why(kept) == "Gardé jusqu’au 01/01/2030\u00a0: Litige"
    assert words.term(kept) == "01/01/2030"


def test_that_what_would_go_is_one_paragraph():
    seen = Apercu(PATIENT, ("0001",), {}, 2, AReprendre(), suivi_ouvert=True)
    assert words.losses(seen, ("12\u00a0séances",)) == (
        "12\u00a0séances. 2\u00a0sauvegardes de cet ordinateur à refaire et à relire."
        " Cette personne est suivie aujourd’hui."
        " Rien ne pourra être rétabli, d’aucune sauvegarde."
    )
    alone = replace(seen, sauvegardes=0, suivi_ouvert=False)
    assert words.losses(alone, ()).startswith("L’identité seule. Rien")
