"""Something entered by mistake is cancelled with a reason, and comes back by one key."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import corbeille, dossiers
from microstructure_desktop.ui.dialogs.cancelling import Cancelling
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.services.cases import planned
from tests.ui.desk import make_desk


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def seance(team, sophie):
    return team.seance(sophie.id, date(2026, 11, 12))


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    made.notices = []
    made.context.events.notice_requested.connect(made.notices.append)
    yield made
    made.settle()


@pytest.fixture
def cancelling(desk, show):
    return Cancelling(desk.context, show(QWidget(), 800, 600))


def answer(cancelling, desk, motif):
    cancelling.dialog.edit.setText(motif)
    cancelling.dialog.accept()
    desk.settle()


def test_that_a_session_is_cancelled_and_brought_back(cancelling, desk, sophie, seance):
    cancelling.ask("consultation", seance.id)
    words = [part.text() for part in cancelling.dialog.findChildren(Paragraph)]
    assert f"Annuler cette séance{NBSP}?" in words
    assert cancelling.dialog.accept_button.text() == "Annuler cette séance"
    answer(cancelling, desk, "Saisie en double")
    assert dossiers.dossier(desk.office, sophie.id).seances == ()
    notice = desk.notices[-1]
    assert (notice.text, notice.action) == ("Séance annulée", "Rétablir")
    (line,) = corbeille.corbeille(desk.office)
    assert line.motif == "Saisie en double"
    notice.on_action()
    desk.settle()
    assert len(dossiers.dossier(desk.office, sophie.id).seances) == 1
    assert desk.notices[-1].text == "Séance rétablie"


def test_that_the_words_agree(cancelling, desk, team, sophie):
    rdv = planned(team, sophie, date(2026, 12, 3))
    cancelling.ask("rendez_vous", rdv.id)
    assert cancelling.dialog.accept_button.text() == "Annuler ce rendez-vous"
    answer(cancelling, desk, "Professionnel empêché")
    assert desk.notices[-1].text == "Rendez-vous annulé"


def test_that_giving_up_cancels_nothing(cancelling, desk, sophie, seance):
    cancelling.ask("consultation", seance.id)
    cancelling.dialog.reject()
    desk.settle()
    assert len(dossiers.dossier(desk.office, sophie.id).seances) == 1


def test_that_a_refusal_is_told(cancelling, desk, team, sophie):
    theirs = team.seance(sophie.id, date(2026, 11, 9), Role.TRAVAILLEUR_SOCIAL)
    cancelling.ask("consultation", theirs.id)
    answer(cancelling, desk, "Doublon")
    assert desk.notices[-1].kind == "danger"
    assert "auteur" in desk.notices[-1].text


def test_that_the_readers_told_are_those_of_what_is_cancelled(desk, show):
    cancelling = Cancelling(desk.context, show(QWidget(), 600, 400))
    for kind, said in (("consultation", "soignants de l’équipe."), ("rendez_vous", "secrétariat.")):
        cancelling.ask(kind, "x")
        assert cancelling.dialog.field.hint_text.endswith(said)
        cancelling.dialog.reject()
