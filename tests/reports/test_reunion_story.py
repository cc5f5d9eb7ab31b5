"""Participants by structure, points, figures, actions, signatures: in the order they are read."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.reunion import Invite, Point, Reportee
from microstructure_desktop.reports import raster
from microstructure_desktop.reports.reunion import reunion
from tests.reports import cases
from tests.reports.reading import framed, ink, plain, texts, whole
from tests.reports.test_reunion import HELD, TABLE, content


def said(*args, **options):
    return plain(whole(reunion(content(*args, **options))))


def test_that_it_opens_with_what_when_and_where():
    assert "RÉUNION TRIMESTRIELLE DU RÉSEAU N° 2 DE 2026 Compte rendu" in said()
    assert "mardi 24 novembre 2026, de 14:00 à 16:00 (2 h) · Salle de la mairie" in said()
    assert "à partir de 14:00" in said(replace(HELD, fin=None))


def test_that_participants_stand_under_their_structure():
    found = said()
    assert "Cabinet médical des Oliviers Dr Lemoine (médecin généraliste), C. Morel" in found
    assert "CSAPA du centre Léa Martin (infirmière), Jean Roux CAARUD Omar Diallo" in found
    assert "Rédaction C. Morel (psychologue)" in found
    alone = replace(HELD, invites=(Invite("Ana Costa"),))
    assert "Autres Ana Costa" in said(alone)


def test_that_points_are_numbered_and_actions_have_an_owner_and_a_date():
    found = said()
    assert "1. Tests rapides au cabinet Un test par mois. 2. Divers —" in found
    assert "Action Commander des tests Qui C. Morel Quand avant le 04/12" in found
    assert "Aucun point n’a été noté" in said(replace(HELD, points=()))
    assert "Aucune action n’a été décidée" in said(replace(HELD, actions=()))


def test_that_an_action_of_nobody_is_the_teams():
    action = replace(HELD.actions[0], qui=None)
    assert "Commander des tests Qui Toute l’équipe" in said(replace(HELD, actions=(action,)))


def test_that_an_action_has_the_day_that_was_meant():
    action = replace(HELD.actions[0], echeance="avant le 4", echeance_jour=date(2026, 12, 4))
    assert "avant le 4 (04/12/2026)" in said(replace(HELD, actions=(action,)))


def test_that_what_was_carried_over_stands_before_the_points():
    assert "Décidé les fois précédentes" not in said()
    reportee = Reportee(cases.decision("Rencontrer la pharmacie"), date(2026, 9, 8))
    found = said(reportees=(reportee,))
    told = (
        "Décidé les fois précédentes Action Rencontrer la pharmacie Décidée le 08/09/2026 "
        "Qui C. Morel Quand avant le 04/12 Points abordés"
    )
    assert told in found


def test_that_figures_are_a_table_with_what_is_held_back():
    assert "Chiffres du cabinet" not in said()
    found = said(tableaux=(TABLE,), retenus=("Trop peu de personnes.",))
    assert "Le trimestre Personnes vues dans le mois septembre 2026 12" in found
    assert "octobre 2026 retenu" in found
    assert "Trop peu de personnes. Nombres d’ensemble" in found


def test_that_everybody_has_a_place_to_sign():
    end = said().partition("Signatures")[2]
    for name in ("Dr Anne Lemoine", "Camille Morel", "Léa Martin", "Omar Diallo", "Jean Roux"):
        assert name in end
    assert "Signatures" not in said(replace(HELD, membres=(), invites=()))


def test_that_a_guest_whose_structure_fills_a_page_is_printed_whole():
    guest = Invite("Léa Martin", "Structure " * 300)
    assert said(replace(HELD, invites=(guest,))).count("Structure") == 2 * 300


@pytest.mark.parametrize(
    "held",
    [
        HELD,
        replace(HELD, points=tuple(Point(f"Point {n}", cases.LONG) for n in range(6))),
        replace(HELD, points=(), actions=(), membres=(), invites=(), redacteur=None),
        replace(HELD, invites=tuple(Invite(f"Nom{n}" * 9, "S" * 90) for n in range(40))),
        replace(HELD, points=(Point("𝕏 ☃ \u202e", "x" * 900),)),
    ],
    ids=["usual", "long", "empty", "crowded", "odd"],
)
def test_that_nothing_goes_into_the_margins(held):
    pdf = reunion(content(held, tableaux=(TABLE,)))
    assert all(framed(ink(page)) for page in raster.pages(pdf, 40))
    assert f"Page\u00a0{1}/{len(texts(pdf))}".replace("\u00a0", " ") in plain(texts(pdf)[0])
