"""What is known of an appointment that moves: everything."""

from datetime import time

from microstructure_desktop.ui.dialogs.appointment_wish import Wish, wish_to_move
from tests.cabinet import TODAY
from tests.factories import AUTHOR, a_patient, a_rendez_vous


def test_that_an_appointment_to_move_says_all_it_is():
    somebody = a_patient()
    rdv = a_rendez_vous(patient=somebody.id, jour=TODAY, heure=time(9, 15), duree=30)
    assert wish_to_move(rdv, somebody) == Wish(
        somebody.id, somebody, AUTHOR, TODAY, time(9, 15), 30, rdv
    )


def test_that_nothing_may_be_known():
    assert Wish().moved is None
