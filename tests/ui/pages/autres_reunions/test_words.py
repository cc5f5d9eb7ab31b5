"""A meeting is called by its type, its rank and its year."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services import shipped
from microstructure_desktop.ui import icons
from microstructure_desktop.ui.pages.autres_reunions import words

HELD = Reunion(
    "r", TypeReunion.TRIMESTRIELLE, date(2026, 11, 24), time(14), time(16), lieu=" Mairie "
)


def test_that_every_type_has_a_name_in_the_list():
    codes = {o.code for o in shipped.shipped().listes["TYPE_REUNION"].options}
    assert codes == {t.name for t in TypeReunion}


def test_that_a_meeting_says_when_and_where():
    assert words.when(HELD) == ("Mardi 24\xa0novembre\xa02026 · de\xa014:00\xa0à\xa016:00 · Mairie")
    assert words.when(replace(HELD, fin=None, lieu="")).endswith("· à\xa014:00")


def test_that_a_doubt_names_nobody_to_who_may_not_know():
    assert words.doubt(None) == ""
    assert words.doubt("").startswith("Un nom semble cité. Si c’est")
    assert "« Petit »".replace(" ", "\xa0") in words.doubt("Petit")


def test_that_every_state_has_its_words():
    assert set(words.STATES) == set(Etat)
    assert icons.icon("network") is not None
