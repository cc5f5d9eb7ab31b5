"""What a forfait lacks is named, with the place where it is filled in."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import patients
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.forfaits.detail_card import DetailCard
from microstructure_desktop.ui.widgets.buttons import Button
from tests.cabinet import TODAY
from tests.services.billing import WHOLE, acts, board, followed, line, prepared
from tests.ui.desk import make_desk


@pytest.fixture
def card(team, theme, show):
    def make(patient, role=Role.PSYCHOLOGUE):
        desk = make_desk(team, theme, role)
        made = show(DetailCard(desk.context), 900, 300)
        made.show_ligne(line(team, patient), TODAY, board(team).parts)
        return desk, made

    return make


def said(card):
    return " ".join(w.text() for w in card.findChildren(QLabel))


def links(card):
    return [b for b in card.findChildren(Button) if b.text() in {"Noter l’information"} | FICHES]


FICHES = {"Compléter la fiche"}


def test_that_each_missing_piece_is_named_with_its_place(team, card):
    sophie = followed(team, papers=False)
    desk, shown = card(sophie)
    told = said(shown)
    assert "L’information donnée à la personne n’est pas notée." in told
    assert told.count("n’est pas complète.") == 3
    places = []
    for button in links(shown):
        button.click()
        places.append(desk.routes[-1])
    assert places == [
        Route("dossier", patient_id=sophie.id, formulaire="identite"),
        Route("dossier", patient_id=sophie.id, onglet="fiches"),
        Route("fiche", patient_id=sophie.id, form_id="psychologique_entree"),
        Route("dossier", patient_id=sophie.id, onglet="fiches"),
    ]


def test_that_what_will_be_lost_is_told(team, card):
    _, shown = card(followed(team, done=(1, 4, 7)))
    assert "Au rythme actuel" in said(shown)
    assert "1\u00a0séance du psychologue" in said(shown)


def test_that_both_amounts_of_an_exit_are_told(team, card):
    sophie = followed(team, done=(1, 1, 1))
    inclusion = line(team, sophie).decompte.cycle.inclusion
    patients.close(team.medecin, inclusion.id, fin=date(2026, 6, 2), motif="DECES")
    _, shown = card(sophie)
    assert "829,00\u00a0€ en entier, 208,95\u00a0€ au prorata de 92 jours suivis sur 365" in said(
        shown
    )


def test_that_what_changed_since_it_was_billed_is_told_and_leads_to_the_list(team, card):
    sophie = followed(team, done=WHOLE)
    lot = prepared(team)
    acts(team, sophie, date(2026, 11, 2), (0, 1, 0))
    _, shown = card(sophie)
    assert "1\u00a0séance ajoutée depuis" in said(shown)
    assert shown.tag.text() == "Changé depuis"
    asked = []
    shown.lot_asked.connect(asked.append)
    shown.lot_button.click()
    assert asked == [lot.id]


def test_that_nothing_chosen_hides_it(team, card):
    _, shown = card(followed(team))
    shown.show_ligne(None, TODAY, board(team).parts)
    assert not shown.isVisible()


def test_that_the_part_of_the_team_s_time_is_only_shown(team, card):
    _, shown = card(followed(team))
    assert "réunions 0\u00a0min, psychiatre 0\u00a0min. Affichage seul" in said(shown)
