"""One meeting's minutes beside the list: who was discussed, what was added, what is held back."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import additifs, comptes_rendus, droits_personne
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.ui.pages.reunions.comptes_rendus_card import MinutesCard, counted
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.cabinet import TODAY
from tests.ui.a11y import problems

from . import scenes


@pytest.fixture
def held(team, who):
    made = scenes.hold(team, scenes.seen(who.sophie), scenes.seen(who.luc))
    additifs.signer(team.medecin, made.id, "Courrier parti.", who.sophie.id)
    return made


@pytest.fixture
def card(desk, show, held):
    made = show(MinutesCard(desk.context.discretion), 340, 700)
    made.show_minutes(comptes_rendus.compte_rendu(desk.office, held.id))
    return made


def said(card) -> list[str]:
    return [x.text() for kind in (Label, Paragraph) for x in card.findChildren(kind)]


def test_that_it_says_who_was_there_who_was_discussed_and_what_was_added(card):
    found = said(card)
    assert card.title.text() == "Compte rendu n°\xa01"
    assert card.tag.text() == "Version\xa01 + 1\xa0additif"
    assert card.day.text() == "Jeudi 22\xa0octobre\xa02026"
    assert card.present.text().endswith("Dr Exemple, C. Modèle, N. Témoin, Dr Gabarit")
    assert [n for n in found if n in ("LÉGENDE Sophie", "BERNARD Luc")] == [
        "LÉGENDE Sophie",
        "BERNARD Luc",
    ]
    assert "Courrier parti." in found
    assert any(x.startswith("Au sujet de LÉGENDE Sophie · empreinte ") for x in found)
    assert problems(card) == []


def test_that_each_person_has_their_extract(qtbot, card, who):
    first, second = card.extracts()
    assert first.accessibleName() == "Extrait pour LÉGENDE Sophie"
    with qtbot.waitSignal(card.extract_clicked) as told:
        second.click()
    assert told.args == [who.luc.id]


def test_that_hidden_names_are_hidden_here_too(desk, card):
    desk.context.discretion.switch(on=True)
    heard = [*said(card), *(b.accessibleName() for b in card.extracts())]
    assert not any("LÉGENDE" in x or "BERNARD" in x for x in heard)


def test_that_a_cabinet_without_names_leaves_no_choice(desk, card, held):
    found = comptes_rendus.compte_rendu(desk.office, held.id)
    assert card.strict.isEnabled()
    assert not card.strict.isChecked()
    card.show_minutes(replace(found, initiales=True))
    assert card.strict.isChecked()
    assert not card.strict.isEnabled()
    assert "toujours" in card.strict_note.text()


def test_that_what_is_closed_to_the_reader_is_said(desk, team, card, held, who):
    cible = Cible(Objet.PARTAGE, None, Role.PSYCHOLOGUE)
    droits_personne.declarer(team.medecin, who.sophie.id, cible, oppose=True, jour=TODAY)
    card.show_minutes(comptes_rendus.compte_rendu(desk.office, held.id))
    assert card.held.text().startswith("1\xa0situation et 1\xa0additif ne sont pas")
    assert "Rien n’a été ajouté depuis la clôture." in said(card)


@pytest.mark.parametrize(("many", "told"), [(0, "0 compte rendu"), (2, "2 comptes rendus")])
def test_that_minutes_are_counted(many, told):
    assert counted(many).replace("\xa0", " ") == told
