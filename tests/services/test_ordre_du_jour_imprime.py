"""The agenda on paper: whose names are on it, what of a limited sharing, who noted it."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import (
    droits_personne,
    equipe,
    ordre_du_jour_imprime,
    syntheses,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.oppositions import Cible
from tests.cabinet import TODAY
from tests.reports.reading import plain, whole
from tests.ui.pages.reunions import scenes

from .cases import as_role
from .decided import a_decision, decided


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def prepared(team, sophie):
    scenes.hold(team, scenes.seen(sophie, scenes.decision("Appeler la MDPH")))
    found = syntheses.prepare(team.medecin)
    asked = Situation(sophie.id, Motif.QUESTION, "Relais ?", minutes_prevues=25)
    synthese = replace(found.synthese, situations=(asked,), visio=True)
    return syntheses.save(team.medecin, synthese, found.based_on).synthese


def text(office, synthese):
    return plain(whole(ordre_du_jour_imprime.document(office, synthese.id).pdf))


def test_that_it_says_what_to_take_up_and_whom_to_discuss(team, prepared):
    said = text(team.psychologue, prepared)
    assert "RÉUNION DE SYNTHÈSE N° 2" in said
    assert "Au cabinet · en visio" in said
    assert "Appeler la MDPH" in said
    assert "LÉGENDE Sophie (n° 0001) Pourquoi Question de l’équipe : Relais ? Temps 25 min" in said
    assert "25 min sur 1 h" in said


def test_that_what_was_decided_without_the_psychiatrist_is_not_on_their_paper(team, sophie):
    asked = decided(team, sophie, a_decision("Entre nous"), presents=(team.medecin.membre.id,))
    found = syntheses.prepare(team.medecin)
    assert [r.depuis for r in found.synthese.reprises] == [asked.jour]
    saved = syntheses.save(team.medecin, found.synthese, None).synthese
    assert "Entre nous" in text(team.medecin, saved)
    assert "Entre nous" not in text(team[Role.PSYCHIATRE], saved)


def test_that_a_cabinet_that_prints_initials_prints_them_here_too(team, prepared):
    with team.medecin.store.read() as work:
        cabinet = work.cabinet.get()
    equipe.save_cabinet(team.medecin, replace(cabinet, initiales=True))
    document = ordre_du_jour_imprime.document(team.medecin, prepared.id)
    said = plain(whole(document.pdf))
    assert "LÉGENDE" not in said
    assert "S. L. (n° 0001)" in said
    assert not document.nominatif
    assert document.fichier == "ordre-du-jour-2026-11-19.pdf"


def test_that_of_a_limited_sharing_nothing_is_printed_but_initials(team, prepared, sophie):
    cible = Cible(Objet.PARTAGE, role=Role.PSYCHOLOGUE)
    droits_personne.declarer(team.medecin, sophie.id, cible, oppose=True, jour=TODAY)
    said = text(team.medecin, prepared)
    assert "S. L. (n° 0001) Pourquoi Partage limité : à voir à l’écran Temps 25 min" in said
    for kept in ("LÉGENDE", "Relais", "MDPH"):
        assert kept not in said
    assert "0001" not in text(team.psychologue, prepared)


def test_that_reading_it_is_noted(team, prepared):
    ordre_du_jour_imprime.document(team.psychologue, prepared.id)
    with team.medecin.store.read() as work:
        (last,) = work.acces.page(Filtre(), None, 1)
    assert (last.action, last.objet, last.detail) == (
        Action.LECTURE_COMPTE_RENDU,
        prepared.id,
        "ordre_du_jour",
    )


def test_that_who_holds_no_meeting_prints_none(team, prepared):
    for role in (Role.SECRETARIAT, Role.COORDINATION):
        with pytest.raises(AccessDenied):
            ordre_du_jour_imprime.document(as_role(team.medecin, role), prepared.id)
