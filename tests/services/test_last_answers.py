"""What a blank fiche may recall: shared with its reader, never personal, from any version known."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.forms.model import Partage
from microstructure_desktop.services import fiches
from microstructure_desktop.services.last_answers import last_answers
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from tests.cabinet import TODAY
from tests.factories import a_fiche
from tests.services.cases import filled, write

JUNE = date(2026, 6, 2)


def known(team, office, patient, form_id=FICHE_DE_SUIVI):
    form = office.reference.forms.get(form_id)
    with office.store.read() as work:
        return last_answers(office, work, form, patient.id)


def a_private_question(office):
    form = office.reference.forms.get(FICHE_DE_SUIVI)
    return next(i.id for i in form.questions if i.personal)


def test_that_the_last_answer_to_each_question_is_known_with_its_day(team):
    sophie = team.patient()
    filled(team, sophie, JUNE, craving=6)
    filled(team, sophie, TODAY, craving=4)
    found = known(team, team.psychologue, sophie)
    assert (found["craving"].jour, found["craving"].value) == (TODAY, 4)


def test_that_a_colleague_recalls_only_what_is_shared_with_them(team):
    sophie = team.patient()
    filled(team, sophie, JUNE, craving=6, rud_urgence="FAIBLE")
    found = known(team, team.medecin, sophie)
    assert "craving" not in found
    assert found["rud_urgence"].value == "FAIBLE"


def test_that_a_personal_note_is_not_recalled_even_to_its_author(team):
    sophie = team.patient()
    secret = a_private_question(team.psychologue)
    filled(team, sophie, JUNE, **{secret: "Pour moi seule."})
    assert secret not in known(team, team.psychologue, sophie)


def test_that_a_note_stays_personal_when_a_later_version_shares_its_question(team):
    sophie = team.patient()
    office = team.psychologue
    secret = a_private_question(office)
    filled(team, sophie, JUNE, **{secret: "Pour moi seule."})
    form = office.reference.forms.get(FICHE_DE_SUIVI)
    groups = (
        replace(g, items=tuple(replace(i, partage=Partage.EQUIPE) for i in g.items))
        for g in form.groups
    )
    later = replace(form, version=form.version + 1, groups=tuple(groups))
    with office.store.read() as work:
        found = last_answers(office, work, later, sophie.id)
    assert secret not in found
    assert "craving" in found


def test_that_a_fiche_whose_form_is_gone_recalls_nothing(team):
    sophie = team.patient()
    filled(team, sophie, JUNE, craving=6)
    write(team, "fiches", a_fiche(patient=sophie.id, form="ancienne", answers={"craving": 9}))
    assert known(team, team.psychologue, sophie)["craving"].value == 6


def test_that_an_unsaved_text_is_not_recalled(team):
    sophie = team.patient()
    opened = fiches.start(team.psychologue, sophie.id, FICHE_DE_SUIVI)
    fiches.save_draft(team.psychologue, opened, jour=TODAY, answers={"craving": 9})
    assert known(team, team.psychologue, sophie) == {}
