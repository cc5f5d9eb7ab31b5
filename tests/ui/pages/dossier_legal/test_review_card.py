"""Where the file stands: never read over, read over, to be read over again."""

from datetime import date, time

import pytest

from microstructure_desktop.services import dossier_legal
from microstructure_desktop.ui.pages.dossier_legal.review_card import ReviewCard
from tests.ui import a11y


@pytest.fixture
def card(theme, show):
    return show(ReviewCard(), 320, 400)


def test_that_a_new_file_says_all_that_is_left(card, team, qtbot):
    card.show_dossier(dossier_legal.dossier(team.medecin))
    assert a11y.problems(card) == []
    assert "pas encore été relu" in card.review.text()
    assert card.answers.text() == "9\u00a0réponses à compléter."
    assert card.points.text() == "Poste\u00a0: 2 points sur 19 vérifiés."
    with qtbot.waitSignal(card.reviewed):
        card.button.click()


def test_that_a_year_later_it_is_to_be_read_over_again(card, team):
    dossier_legal.revoir(team.medecin)
    card.show_dossier(dossier_legal.dossier(team.medecin))
    assert card.review.text() == "Relu en entier le 19\u00a0novembre\u00a02026."
    team.clock.set(date(2027, 11, 25), time(9))
    card.show_dossier(dossier_legal.dossier(team.medecin))
    assert card.review.text().endswith("\u00a0: à relire, une fois par an.")


def test_that_a_file_filled_in_says_so_and_who_reads_notes_nothing(card, team):
    for ligne in dossier_legal.dossier(team.medecin).reponses:
        dossier_legal.repondre(team.medecin, ligne.blanc.id, "ici")
    card.show_dossier(dossier_legal.dossier(team.psychologue))
    assert card.answers.text() == "Tout est complété."
    assert card.button.isHidden()
