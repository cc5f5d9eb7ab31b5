"""Fiches: resumed, saved as revisions, read by whom they are meant for."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.model import Partage
from microstructure_desktop.services import drafts, equipe, fiches, reference, unlock
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.fiche_forms import UnknownForm
from microstructure_desktop.services.fiche_reading import readable
from microstructure_desktop.services.fiches import BeforeBirth, InvalidAnswers
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from microstructure_desktop.store.failures import StaleRevision
from tests.cabinet import PASSPHRASE

from .cases import oppose, states
from .plans import planned_care

JOUR = date(2026, 11, 19)


@pytest.fixture
def patient(team):
    return team.patient()


@pytest.fixture
def opened(team, patient):
    return fiches.start(team.psychologue, patient.id, FICHE_DE_SUIVI)


def items(form, partage):
    """Text questions always asked, of one circle of readers."""
    asked = (i for i in form.questions if i.type.value == "text" and not i.when)
    return [i for i in asked if i.partage is partage]


def test_that_a_new_fiche_is_empty_and_belongs_to_its_profession(team, patient, opened):
    assert (opened.answers, opened.revision, opened.based_on) == ({}, 0, None)
    assert opened.jour == JOUR
    mine = [f for f in fiches.forms_for(team.psychologue) if f.role is not None]
    assert {f.role for f in mine} == {Role.PSYCHOLOGUE}
    assert FICHE_DE_SUIVI in {f.id for f in mine}
    with pytest.raises(AccessDenied):
        fiches.start(team.medecin, patient.id, FICHE_DE_SUIVI)
    with pytest.raises(UnknownForm):
        fiches.start(team.psychologue, patient.id, "inconnue")


def test_that_an_unfinished_fiche_is_taken_up_again_with_its_private_text(team, opened):
    office = team.psychologue
    private = items(opened.form, Partage.PERSONNEL)[0].id
    fiches.save_draft(office, opened, jour=JOUR, answers={private: "pour moi seule"})
    again = fiches.start(office, opened.patient.id, FICHE_DE_SUIVI)
    assert again.id == opened.id
    assert again.brouillon
    assert again.answers == {private: "pour moi seule"}
    stored = drafts.load(office, drafts.FICHE, opened.id)
    assert "pour moi" not in str(stored)


def test_that_saving_appends_a_revision_and_drops_the_draft(team, opened):
    office = team.psychologue
    shared = items(opened.form, Partage.EQUIPE)[0].id
    fiches.save_draft(office, opened, jour=JOUR, answers={shared: "un"})
    fiches.save(office, opened, jour=JOUR, answers={shared: "un"}, complete=False)
    second = fiches.open_fiche(office, opened.id)
    assert (second.revision, second.brouillon, second.answers) == (1, False, {shared: "un"})
    fiches.save(office, second, jour=JOUR, answers={shared: "deux"}, complete=False)
    assert [x.answers[shared] for x in states(office, opened.id)] == ["un", "deux"]


def test_that_obligatory_answers_are_asked_only_to_mark_it_complete(team, opened):
    office = team.psychologue
    with pytest.raises(InvalidAnswers):
        fiches.save(office, opened, jour=JOUR, answers={}, complete=True)
    assert not fiches.save(office, opened, jour=JOUR, answers={}, complete=False).complete


def test_that_two_savings_from_the_same_state_do_not_overwrite_each_other(team, opened):
    office = team.psychologue
    fiches.save(office, opened, jour=JOUR, answers={}, complete=False)
    one = fiches.open_fiche(office, opened.id)
    fiches.save(office, one, jour=JOUR, answers={}, complete=False)
    with pytest.raises(StaleRevision):
        fiches.save(office, one, jour=JOUR, answers={}, complete=False)


def test_that_each_reader_sees_only_what_is_shared_with_them(team, opened):
    office = team.psychologue
    private, own, shared = (
        items(opened.form, p)[0].id for p in (Partage.PERSONNEL, Partage.METIER, Partage.EQUIPE)
    )
    answers = {private: "pour moi", own: "entre nous", shared: "pour l’équipe"}
    fiche = fiches.save(office, opened, jour=JOUR, answers=answers, complete=False)
    assert readable(office, fiche, opened.form) == answers
    assert readable(team.medecin, fiche, opened.form) == {shared: "pour l’équipe"}
    assert "pour moi" not in str(fiche.answers)


def test_that_the_definition_is_kept_with_the_fiche(team, opened):
    fiches.save(team.psychologue, opened, jour=JOUR, answers={}, complete=False)
    with team.psychologue.store.read() as work:
        kept = work.definitions.text(opened.form.id, opened.form.version)
    assert kept == opened.form.source


# --- another day, another version, a sheet of paper -------------------------------------------

LOCAL = """
id = "essai_local"
version = {version}
title = "Fiche du cabinet"
role = "psychologue"
stage = "suivi"
depuis = 2026-11-01
[[group]]
id = "un"
title = "Un"
[[group.item]]
id = "{item}"
text = "Lieu"
type = "choice"
list = "CL04"
[[group.item]]
id = "craving"
text = "Envie"
type = "integer"
min = 0
max = 10
"""


def with_version(office, version, item="lieu"):
    """The office once the cabinet has put this version in its folder."""
    office.home.formulaires.mkdir(parents=True, exist_ok=True)
    path = office.home.formulaires / f"{version}.toml"
    path.write_text(LOCAL.format(version=version, item=item), encoding="utf-8")
    return replace(office, reference=reference.load(office.home.formulaires))


def filled(office, patient, form_id, jour, answers):
    return fiches.save(
        office,
        fiches.start(office, patient.id, form_id),
        jour=jour,
        answers=answers,
        complete=False,
    )


def test_that_each_question_shows_the_last_answer_of_the_profession(team, patient):
    office = with_version(team.psychologue, 1)
    filled(office, patient, FICHE_DE_SUIVI, date(2026, 3, 3), {"craving": 8, "alliance": "BONNE"})
    filled(office, patient, "essai_local", date(2026, 6, 2), {"craving": 5, "lieu": "MSP"})
    opened = fiches.start(office, patient.id, FICHE_DE_SUIVI)
    assert {i: (e.jour.month, e.value) for i, e in opened.precedentes.items()} == {
        "craving": (6, 5),
        "alliance": (3, "BONNE"),
    }
    may = fiches.precedentes(office, opened, jour=date(2026, 5, 1))
    assert may["craving"].value == 8


def test_that_another_profession_s_answers_are_not_one_s_own(team, patient):
    filled(team.psychologue, patient, FICHE_DE_SUIVI, date(2026, 3, 3), {"craving": 8})
    mine = next(f for f in fiches.forms_for(team.travailleur_social) if f.role is not None)
    assert fiches.start(team.travailleur_social, patient.id, mine.id).precedentes == {}


def test_that_a_fiche_stays_in_its_version_until_it_is_moved(team, patient):
    first = with_version(team.psychologue, 1)
    made = filled(first, patient, "essai_local", JOUR, {"lieu": "MSP", "craving": 5})
    office = with_version(team.psychologue, 2, item="endroit")
    opened = fiches.open_fiche(office, made.id)
    assert (opened.form.version, opened.suivante.version) == (1, 2)
    moved = fiches.move(office, opened, jour=JOUR, answers=opened.answers)
    assert (moved.form.version, moved.suivante) == (2, None)
    assert moved.answers == {"craving": 5}
    fiches.save(office, moved, jour=JOUR, answers=moved.answers, complete=True)
    first, last = states(office, made.id)
    assert (first.form_version, first.answers) == (1, {"lieu": "MSP", "craving": 5})
    assert (last.form_version, last.answers) == (2, {"craving": 5})
    assert fiches.open_fiche(office, made.id).form.version == 2


def test_that_moving_a_draft_keeps_in_history_what_has_no_place_any_more(team, patient):
    first = with_version(team.psychologue, 1)
    opened = fiches.start(first, patient.id, "essai_local")
    fiches.save_draft(first, opened, jour=JOUR, answers={"lieu": "MSP", "craving": 5})
    office = with_version(team.psychologue, 2, item="endroit")
    again = fiches.start(office, patient.id, "essai_local")
    assert (again.id, again.form.version, again.suivante.version) == (opened.id, 1, 2)
    moved = fiches.move(office, again, jour=JOUR, answers=again.answers)
    assert moved.answers == {"craving": 5}
    assert states(office, opened.id)[0].answers == {"lieu": "MSP", "craving": 5}


def test_that_a_draft_is_kept_with_the_form_it_answers(team, patient):
    first = with_version(team.psychologue, 1)
    opened = fiches.start(first, patient.id, "essai_local")
    fiches.save_draft(first, opened, jour=JOUR, answers={"lieu": "MSP", "craving": 5})
    (first.home.formulaires / "1.toml").unlink()
    office = with_version(team.psychologue, 2, item="endroit")
    again = fiches.start(office, patient.id, "essai_local")
    assert (again.form.version, again.answers) == (1, {"lieu": "MSP", "craving": 5})


def test_that_a_colleague_s_correction_leaves_the_author_and_their_note(team, patient):
    author = team.psychologue
    membre = equipe.add(team.medecin, NouveauMembre("Rose", "Motif", Role.PSYCHOLOGUE), PASSPHRASE)
    other = unlock.as_member(author, membre.id, PASSPHRASE)
    made = filled(author, patient, FICHE_DE_SUIVI, JOUR, {"craving": 5, "note_privee": "à moi"})
    opened = fiches.open_fiche(other, made.id)
    assert opened.form.item("note_privee") is None
    assert opened.answers == {"craving": 5}
    fiches.save(other, opened, jour=JOUR, answers={"craving": 6}, complete=False)
    again = fiches.open_fiche(author, made.id)
    assert again.answers == {"craving": 6, "note_privee": "à moi"}
    with author.store.read() as work:
        assert work.fiches.get(made.id).redacteur == author.membre.id
        saved_by = [revision.author for revision in work.revisions.history(made.id)]
    assert saved_by == [author.membre.id, membre.id]


def test_that_what_is_personal_is_sealed_in_a_draft_over_a_colleague_s_fiche(team, patient):
    author = team.psychologue
    membre = equipe.add(team.medecin, NouveauMembre("Rose", "Motif", Role.PSYCHOLOGUE), PASSPHRASE)
    other = unlock.as_member(author, membre.id, PASSPHRASE)
    made = filled(author, patient, FICHE_DE_SUIVI, JOUR, {"craving": 5, "note_privee": "à moi"})
    opened = fiches.open_fiche(other, made.id)
    typed = {**opened.answers, "craving": 6, "note_privee": "tapé ici"}
    fiches.save_draft(other, opened, jour=JOUR, answers=typed)
    kept = drafts.load(other, drafts.FICHE, made.id)["answers"]
    assert kept["craving"] == 6
    assert "tapé ici" not in str(kept)


def test_that_two_people_on_one_plan_lose_nothing(team, patient):
    plan = filled(team.psychologue, patient, "pps", JOUR, {"objectif_1": "Dormir"})
    mine = fiches.open_fiche(team.medecin, plan.id)
    fiches.save_draft(
        team.medecin, mine, jour=JOUR, answers={**mine.answers, "points_forts": "sa sœur"}
    )
    theirs = fiches.open_fiche(team.psychologue, plan.id)
    fiches.save(
        team.psychologue,
        theirs,
        jour=JOUR,
        answers={**theirs.answers, "objectif_2": "Un logement"},
        complete=False,
    )
    again = fiches.open_fiche(team.medecin, plan.id)
    assert again.brouillon_depasse
    assert again.answers == {
        "objectif_1": "Dormir",
        "objectif_2": "Un logement",
        "points_forts": "sa sœur",
    }


def test_that_a_draft_over_a_colleague_s_plan_opens_nothing_after_an_objection(team, patient):
    begun = planned_care(team, patient)
    doctor = team.medecin
    mine = fiches.open_fiche(doctor, begun.id)
    fiches.save_draft(doctor, mine, jour=mine.jour, answers=dict(mine.answers))
    oppose(team, patient)
    for act in (
        lambda: fiches.start(doctor, patient.id, "pps"),
        lambda: fiches.open_fiche(doctor, begun.id),
        lambda: fiches.move(
            doctor, replace(mine, suivante=mine.form), jour=mine.jour, answers=mine.answers
        ),
    ):
        with pytest.raises(PartageLimite):
            act()


def test_that_nobody_but_a_carer_of_that_profession_writes_a_draft(team, opened):
    for role in (Role.SECRETARIAT, Role.MEDECIN):
        with pytest.raises(AccessDenied):
            fiches.save_draft(team[role], opened, jour=JOUR, answers={"craving": 1})


def test_that_a_sheet_is_copied_apart_with_its_own_day(team, patient, opened):
    office = team.psychologue
    fiches.save_draft(office, opened, jour=JOUR, answers={"craving": 3})
    sheet = fiches.start(office, patient.id, FICHE_DE_SUIVI, papier=True)
    assert sheet.id != opened.id
    assert sheet.papier
    fiches.save_draft(office, sheet, jour=date(2026, 9, 1), answers={"craving": 7})
    assert fiches.start(office, patient.id, FICHE_DE_SUIVI, papier=True).id == sheet.id
    assert fiches.start(office, patient.id, FICHE_DE_SUIVI).id == opened.id
    made = fiches.save(office, sheet, jour=date(2026, 9, 1), answers={"craving": 7}, complete=False)
    assert (made.papier, made.jour) == (True, date(2026, 9, 1))
    assert fiches.open_fiche(office, made.id).papier


def test_that_a_scale_is_kept_with_its_version(team, patient):
    office = team.psychologue
    opened = fiches.start(office, patient.id, "echelle_audit")
    answer = {"version": 1, "cotes": {"1": 4}}
    fiches.save(office, opened, jour=JOUR, answers={"audit": answer}, complete=False)
    with office.store.read() as work:
        assert work.definitions.scales() == (office.reference.instruments["audit"].source,)
    assert fiches.open_fiche(team.medecin, opened.id).answers == {"audit": answer}


def test_that_nobody_answered_before_they_were_born(team, opened):
    with pytest.raises(BeforeBirth):
        fiches.save(team.psychologue, opened, jour=date(1992, 5, 13), answers={}, complete=False)
    made = fiches.save(team.psychologue, opened, jour=date(1992, 5, 14), answers={}, complete=False)
    assert made.jour == date(1992, 5, 14)
