"""When, where, whether it was held and what it was about."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.services import consultations
from microstructure_desktop.services.consultations import Attendus
from microstructure_desktop.ui.pages.seances.facts_card import FactsCard
from microstructure_desktop.ui.pages.seances.typed import as_typed
from tests.cabinet import TODAY


@pytest.fixture
def opened(team, sophie):
    return consultations.open_seance(team.psychologue, sophie.id)


@pytest.fixture
def card(show, team, opened):
    made = show(FactsCard(opened.role, lambda: TODAY), 800, 420)
    made.show_seance(opened, as_typed(opened.saisie), team.psychologue.reference)
    return made


def test_that_labels_follow_the_person(card):
    assert card.presence.part(Issue.HONORE).text() == "Présente"
    assert card.evolution_field.label.text() == "Évolution ressentie par la patiente"


def test_that_every_kind_of_session_of_the_profession_is_offered(card):
    labels = [card.type.itemText(at) for at in range(card.type.count())]
    assert labels == [
        "Consultation",
        "Avec l’entourage",
        "En visio",
        "Par téléphone",
        "Visite à domicile",
        "À deux professionnels",
        "Groupe",
    ]
    assert card.type.value() == TypeActe.CONS_PSY


def test_that_what_the_lists_have_lost_is_still_shown(card, opened, team):
    old = replace(
        as_typed(opened.saisie),
        duree="50",
        lieu="LIEU_DISPARU",
        themes=("THEME_DISPARU",),
        type=TypeActe.CONS_PSYCHIATRE,
    )
    card.show_seance(opened, old, team.psychologue.reference)
    assert (card.duree.value(), card.lieu.value()) == ("50", "LIEU_DISPARU")
    assert card.themes.selected() == ("THEME_DISPARU",)
    assert card.type.value() == TypeActe.CONS_PSYCHIATRE
    card.show_seance(opened, replace(old, duree="37"), team.psychologue.reference)
    assert (card.duree.value(), card.duree.currentText()) == ("37", "37\xa0min")


def test_that_what_a_session_does_not_say_is_hidden_and_kept(card):
    card.themes.chip("SOMMEIL").click()
    card.expect(Attendus(themes=False, evolution=False))
    assert not card.themes_field.isVisible()
    assert not card.evolution_field.isVisible()
    card.expect(Attendus(themes=True, evolution=True))
    assert card.themes.selected() == ("SOMMEIL",)


def test_that_nobody_is_present_where_nobody_was_to_come(card):
    card.expect(Attendus(themes=True, evolution=False, presence=False))
    assert not card.presence_field.isVisible()
    card.expect(Attendus(themes=True, evolution=True))
    assert card.presence_field.isVisible()


def choose(combo, code):
    combo.activated.emit(combo.findData(code))


def test_that_an_act_says_its_place_and_gives_it_back(card):
    places = []
    for kind in ("VAD", "CONTACT_TEL", "TELECONSULTATION", "CONS_PSY"):
        card.type.set_value(kind)
        choose(card.type, kind)
        places.append(card.lieu.value())
    assert places == ["DOMICILE", "TELEPHONE", "VISIO", "CABINET"]
    card.lieu.set_value("PARTENAIRE")
    card.type.set_value("GROUPE")
    choose(card.type, "GROUPE")
    assert card.lieu.value() == "PARTENAIRE"


def test_that_every_answer_is_heard(card, taper):
    heard = []
    card.edited.connect(lambda: heard.append(1))
    taper(card.jour, "1")
    taper(card.heure, "1")
    card.presence.part(Issue.REPORTE).click()
    card.themes.chip("SOMMEIL").click()
    card.evolution.button(3).click()
    for combo in (card.duree, card.lieu, card.type):
        combo.activated.emit(0)
    assert len(heard) == 8


def test_that_the_keyboard_alone_answers(card):
    card.presence.part(Issue.HONORE).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.focusWidget(), Qt.Key.Key_R)
    assert card.presence.value() == Issue.REPORTE
    card.evolution.button(0).setFocus(Qt.FocusReason.TabFocusReason)
    for digit in (Qt.Key.Key_1, Qt.Key.Key_0):
        QTest.keyClick(card.focusWidget(), digit)
    assert card.evolution.value() == 10
    card.themes.chip("CONSOMMATIONS").setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_L, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(card.focusWidget(), key)
    assert card.themes.selected() == ("TRAVAIL", "LOGEMENT")
