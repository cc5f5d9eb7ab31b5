"""Acts are taken back one after the other, and done again; a refusal is said."""

from functools import partial

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers, patients
from microstructure_desktop.services.annulation import noted
from microstructure_desktop.services.corbeille import cancel
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY
from tests.services.cases import asked, planned
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    made.notices = []
    made.context.events.notice_requested.connect(made.notices.append)
    yield made
    made.settle()


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def question(team, sophie):
    return asked(team, sophie, "Sevrage ?")


def cancelled(desk, record, said):
    fait = noted(desk.office, partial(cancel, entity=record.id, motif="Doublon"))
    desk.context.undo.offer(said, fait.changes)


def there(desk, sophie):
    shown = dossiers.dossier(desk.office, sophie.id)
    return len(shown.questions), len(shown.rendez_vous)


def test_that_two_acts_are_taken_back_and_done_again_in_turn(desk, team, sophie, question):
    rdv = planned(team, sophie, TODAY)
    cancelled(desk, question, "Question annulée")
    cancelled(desk, rdv, "Rendez-vous annulé")
    undo = desk.context.undo
    undo.undo()
    undo.undo()
    desk.settle()
    assert there(desk, sophie) == (1, 1)
    assert desk.notices[-1].text == f"Annulé{NBSP}: question annulée"
    assert (desk.notices[-1].action, desk.notices[-1].keys) == ("Rétablir", "Ctrl+Maj+Z")
    undo.redo()
    desk.settle()
    assert there(desk, sophie) == (0, 1)
    assert desk.notices[-1].text == "Question annulée"
    undo.redo()
    desk.settle()
    assert there(desk, sophie) == (0, 0)
    undo.redo()
    assert desk.notices[-1].text == "Rien à rétablir."


def test_that_there_may_be_nothing_to_take_back(desk):
    desk.context.undo.undo()
    assert (desk.notices[-1].text, desk.notices[-1].kind) == ("Rien à annuler.", "info")


def test_that_a_new_act_ends_what_could_be_done_again(desk, team, sophie, question):
    cancelled(desk, question, "Question annulée")
    desk.context.undo.undo()
    desk.settle()
    cancelled(desk, planned(team, sophie, TODAY), "Rendez-vous annulé")
    desk.context.undo.redo()
    desk.settle()
    assert there(desk, sophie) == (1, 0)


def test_that_an_act_that_changed_nothing_offers_nothing(desk):
    desk.context.undo.offer("Rien de neuf", ())
    assert (desk.notices[-1].action, desk.notices[-1].on_action) == ("", None)
    desk.context.undo.undo()
    assert desk.notices[-1].text == "Rien à annuler."


def test_that_another_way_on_leaves_the_keys_to_the_stack(desk, question):
    fait = noted(desk.office, partial(cancel, entity=question.id, motif="Doublon"))
    desk.context.undo.offer(
        "Suivi terminé", fait.changes, action="Fiche de fin", on_action=desk.settle
    )
    assert desk.notices[-1].on_action == desk.settle
    assert desk.notices[-1].keys == "Ctrl+Z annule"


def test_that_a_refusal_is_said_and_changes_nothing(desk, team, sophie):
    identity = patients.identity(desk.office, sophie.id)
    saisie = patients.PatientSaisie("Légendes", "Sophie", identity.patient.naissance)
    edit = partial(patients.edit, patient_id=sophie.id, saisie=saisie, based_on=None)
    desk.context.undo.offer("Identité enregistrée", noted(desk.office, edit).changes)
    patients.edit(team.medecin, sophie.id, saisie.__class__("X", "Y", saisie.naissance), None)
    desk.context.undo.undo()
    desk.settle()
    assert desk.notices[-1].kind == "danger"
    assert "Dr Exemple" in desk.notices[-1].text
    assert patients.identity(desk.office, sophie.id).patient.nom == "X"


def test_that_the_oldest_acts_are_forgotten(desk, team, sophie):
    questions = [asked(team, sophie, f"Question {n}") for n in range(21)]
    for question in questions:
        cancelled(desk, question, "Question annulée")
    for _ in range(22):
        desk.context.undo.undo()
        desk.settle()
    assert desk.notices[-1].text == "Rien à annuler."
    assert there(desk, sophie) == (20, 0)
