"""Each forfait says its state, what it lacks and what it may be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.decompte import EtatForfait
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.facturable import Piece
from microstructure_desktop.services import facturation, patients
from microstructure_desktop.services.forfait_lignes import Groupe
from tests import factories as make

from .billing import WHOLE, acts, board, followed, line, prepared
from .cases import planned, write

G = Groupe


def all_of(team):
    return board(team).lignes


@pytest.mark.parametrize(
    ("done", "debut", "papers", "groupes"),
    [
        ((0, 0, 0), date(2026, 11, 19), True, {G.OUVERT}),
        ((1, 3, 4), date(2026, 8, 1), True, {G.OUVERT}),
        ((1, 1, 1), date(2026, 3, 3), True, {G.OUVERT, G.PERD}),
        ((1, 5, 6), date(2026, 1, 19), True, {G.OUVERT, G.ECHEANCE, G.PERD}),
        ((1, 5, 6), date(2026, 1, 20), True, {G.OUVERT}),
        (WHOLE, date(2026, 3, 3), True, {G.OUVERT, G.EPUISE, G.FACTURABLE}),
        (WHOLE, date(2026, 3, 3), False, {G.OUVERT, G.EPUISE, G.BLOQUE}),
        ((1, 1, 1), date(2026, 10, 25), False, {G.OUVERT}),
        ((1, 1, 1), date(2026, 10, 20), False, {G.OUVERT, G.BLOQUE}),
    ],
)
def test_that_a_forfait_is_what_its_acts_its_days_and_its_papers_make_it(
    team, done, debut, papers, groupes
):
    found = line(team, followed(team, done=done, debut=debut, papers=papers))
    assert found.groupes == groupes


def test_that_a_year_that_has_ended_is_blocked_by_the_profession_nobody_met(team):
    sophie = followed(team, debut=date(2025, 11, 1), done=(1, 3, 0))
    (first, *_) = [x for x in all_of(team) if x.patient.id == sophie.id]
    assert first.groupes == {G.CLOS, G.BLOQUE}
    assert first.etat is EtatForfait.CLOS_INCOMPLET
    assert [(m.piece, m.role, m.nombre) for m in first.bloquants] == [
        (Piece.ACTES, Role.TRAVAILLEUR_SOCIAL, 1)
    ]
    acts(team, sophie, date(2026, 10, 31), (0, 0, 1))
    assert G.FACTURABLE in all_of(team)[0].groupes


def test_that_every_missing_paper_is_named(team):
    found = line(team, followed(team, papers=False))
    assert [(m.piece, m.formulaire) for m in found.manques] == [
        (Piece.INFORMATION, ""),
        (Piece.FICHE_ENTREE, "medicale_entree"),
        (Piece.FICHE_ENTREE, "psychologique_entree"),
        (Piece.FICHE_ENTREE, "sociale_entree"),
    ]


def test_that_both_amounts_of_an_exit_before_term_are_there_and_one_is_proposed(team):
    sophie = followed(team, done=(1, 1, 1))
    inclusion = line(team, sophie).decompte.cycle.inclusion
    patients.close(team.medecin, inclusion.id, fin=date(2026, 6, 2), motif="DEMENAGEMENT")
    found = line(team, sophie)
    du = found.decompte.du()
    assert (du.entier, du.jours, du.jours_cycle) == (82_900, 92, 365)
    assert du.prorata == 20_895  # 82 900 × 92 / 365 = 20 895,34
    assert found.propose == 82_900
    assert replace(found, prorata=True).propose == 20_895
    assert G.FACTURABLE in found.groupes


def test_that_the_psychiatrist_is_counted_in_minutes(team):
    sophie = followed(team)
    for rank, duree in enumerate((30, 20)):
        seen = make.a_consultation(
            patient=sophie.id,
            role=Role.PSYCHIATRE,
            type=TypeActe.CONS_PSYCHIATRE,
            duree=duree,
            jour=date(2026, 3, 2) + timedelta(days=rank),  # the first on the eve of the inclusion
        )
        write(team, "consultations", seen, Role.PSYCHIATRE)
    assert line(team, sophie).psychiatre == 20


def test_that_what_is_planned_prevents_a_loss(team):
    sophie = followed(team, done=(1, 4, 7))  # one more at this pace
    assert line(team, sophie).previsions.perdus == 1
    assert G.PERD in line(team, sophie).groupes
    for day in (1, 8):
        planned(team, sophie, date(2026, 12, day))
    assert line(team, sophie).previsions.perdus == 0
    assert G.PERD not in line(team, sophie).groupes


def test_that_two_forfaits_on_the_same_days_are_said(team):
    sophie = followed(team, done=WHOLE)
    twin = make.an_inclusion(
        patient=sophie.id, programme="EQUIPADDICT", debut=date(2026, 9, 1), fin=None
    )
    write(team, "inclusions", twin)
    found = [x for x in all_of(team) if x.patient.id == sophie.id]
    assert [Piece.CHEVAUCHEMENT in {m.piece for m in x.bloquants} for x in found] == [True, True]
    assert all(G.BLOQUE in x.groupes for x in found)


def test_that_a_second_forfait_within_the_year_is_said_and_blocks_nothing(team):
    """Left on 30 June 2025, back on the morrow: two whole forfaits for sixteen months."""
    sophie = followed(team, done=WHOLE, debut=date(2025, 3, 3))
    inclusion = line(team, sophie).decompte.cycle.inclusion
    patients.close(team.medecin, inclusion.id, fin=date(2025, 6, 30), motif="DEMENAGEMENT")
    back = make.an_inclusion(patient=sophie.id, programme="COVID_SM", debut=date(2025, 7, 1))
    write(team, "inclusions", back)
    acts(team, sophie, date(2025, 7, 1), WHOLE)
    first, second, third = (x for x in all_of(team) if x.patient.id == sophie.id)
    assert (first.manques, third.manques) == ((), ())
    assert [(m.piece, m.bloque, m.jour) for m in second.manques] == [
        (Piece.MEME_ANNEE, False, date(2025, 3, 3))
    ]
    assert G.FACTURABLE in first.groupes & second.groupes


def test_that_what_was_billed_says_so_and_lacks_nothing_any_more(team):
    sophie = followed(team, done=WHOLE)
    made = prepared(team)
    found = line(team, sophie)
    assert found.groupes == {G.OUVERT, G.EPUISE, G.FACTURE}
    assert found.etat is EtatForfait.FACTURE
    assert found.facturation.lot == made.id
    assert found.reprise is None
    facturation.annuler(team.psychologue, made.id, "Mauvais mois")
    back = line(team, sophie)
    assert G.FACTURABLE in back.groupes
    assert (back.facturation, back.reprise.motif) == (None, "Mauvais mois")
