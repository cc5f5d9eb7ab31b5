"""What a route opens."""

from dataclasses import replace

import pytest

from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.forms.model import Auto
from microstructure_desktop.services import fiches
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.assiduite import Assiduite
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.fiches.opening import attendance, open_route

from .conftest import FORM, JUNE, NOVEMBER


def new(patient):
    return Route("fiche", patient_id=patient.id, form_id=FORM)


def test_that_a_new_fiche_is_dated_and_has_no_other_answer(team, patient):
    opened = open_route(team.psychologue, new(patient))
    assert opened.answers == {"jour": "2026-11-19"}
    assert opened.fiche.precedentes == {}
    assert opened.auto[Auto.ASSIDUITE] == "Aucune séance notée"
    assert opened.auto[Auto.DEMARCHES] == "Rien de noté pour l’instant"


def test_that_taking_up_again_finds_the_copy_of_a_sheet(team, patient):
    office = team.psychologue
    sheet = fiches.start(office, patient.id, FORM, papier=True)
    fiches.save_draft(office, sheet, jour=JUNE, answers={"alliance": "BONNE"})
    found = open_route(office, Route("fiche", patient_id=patient.id, form_id=FORM, papier=True))
    assert (found.fiche.id, found.fiche.papier) == (sheet.id, True)
    assert not open_route(office, new(patient)).fiche.brouillon


def test_that_the_previous_fiche_is_at_hand(team, patient, fiche_of_june):
    team.seance(patient.id, NOVEMBER)
    opened = open_route(team.psychologue, new(patient))
    assert opened.fiche.precedentes["alliance"] == Earlier(JUNE, "BONNE")
    assert opened.auto == {
        Auto.ASSIDUITE: "1\u00a0séance tenue depuis le 02/06/2026",
        Auto.DEPLACEMENTS: ("0\u00a0visite à domicile, 0\u00a0accompagnement depuis le 02/06/2026"),
        Auto.ENTOURAGE: "0\u00a0entretien depuis le 02/06/2026",
        Auto.DEMARCHES: "Rien de noté pour l’instant",
    }


def test_that_a_saved_fiche_opens_as_it_was(team, fiche_of_june):
    opened = open_route(team.psychologue, Route("fiche", fiche_id=fiche_of_june.id))
    assert opened.answers["note_privee"] == "à ne pas montrer"
    assert opened.fiche.complete
    assert opened.fiche.precedentes == {}


def test_that_a_draft_opens_where_it_was_left(team, patient):
    opened = open_route(team.psychologue, new(patient))
    fiches.save_draft(
        team.psychologue, opened.fiche, jour=NOVEMBER, answers={"jour": "", "alliance": "BONNE"}
    )
    again = open_route(team.psychologue, new(patient))
    assert again.fiche.id == opened.fiche.id
    assert again.answers == {"jour": "", "alliance": "BONNE"}


def test_that_a_form_without_a_day_gets_no_such_answer(team, patient):
    opened = open_route(team.psychologue, new(patient))
    form = replace(opened.fiche.form, groups=opened.fiche.form.groups[1:])
    assert replace(opened, fiche=replace(opened.fiche, form=form)).answers == {}


def test_that_another_profession_is_refused(team, patient):
    with pytest.raises(AccessDenied):
        open_route(team.travailleur_social, new(patient))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Assiduite(0, 0), "Aucune séance notée"),
        (Assiduite(1, 0), "1 séance tenue"),
        (Assiduite(5, 2, JUNE), "5 séances tenues, 2 absences depuis le 02/06/2026"),
    ],
)
def test_that_attendance_is_told_in_words(found, words):
    assert attendance(found).replace("\u00a0", " ") == words
