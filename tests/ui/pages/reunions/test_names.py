"""People are named in full, or by what a wall may show."""

from dataclasses import replace

from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.reunions.names import Names


def test_that_a_patient_has_a_name_and_a_short_one(names, who):
    assert names.patient(who.sophie.id) == "LÉGENDE Sophie"
    assert names.short(who.sophie.id) == "LÉGENDE"


def test_that_a_projected_screen_shows_initials_and_the_file_number(names, who):
    names.discretion.switch(on=True)
    assert names.patient(who.sophie.id) == "S.\xa0L. · n°\xa00001"
    assert names.short(who.luc.id) == "L.\xa0B."


def test_that_several_members_are_joined_as_one_says_them(names, team):
    doctor, psy = team.medecin.membre.id, team.psychologue.membre.id
    social = team.travailleur_social.membre.id
    assert names.membres_of(()) == ""
    assert names.membres_of((psy,)) == "C. Modèle"
    assert names.membres_of((psy, doctor)) == "C. Modèle et Dr Exemple"
    assert names.membres_of((psy, social, doctor)) == "C. Modèle, N. Témoin et Dr Exemple"


def test_that_nobody_has_no_name():
    assert Names({}, {}, Discretion()).membre(None) == ""


def test_that_who_must_not_hear_of_somebody_is_named(names, who, team):
    before = team.medecin.membre, team.psychologue.membre
    limited = replace(names, limites={who.sophie.id: before})
    assert limited.limite(who.sophie.id) == (
        "Partage limité\xa0: pas devant Dr Exemple et C. Modèle"
    )
    assert limited.limite(who.luc.id) == ""
