"""Whoever was written under another record is found under the one of today."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.synthese import Decision, Motif, Reprise, Situation
from microstructure_desktop.services import (
    annuaire,
    consultations,
    droits_personne,
    fiches,
    intervenants,
    lettres,
    pieces,
    rendez_vous,
    reunis,
    syntheses,
)
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.services.lettres import LettreSaisie
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.pieces import PieceSaisie
from microstructure_desktop.services.reunis import RecordJoined
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from tests import factories as make
from tests.cabinet import TODAY
from tests.reports import received

from .cases import write
from .merges import joined


@pytest.fixture
def three(team):
    """The second became part of the first, the third of the second."""
    first, second, third = (team.patient(nom) for nom in ("Un", "Deux", "Trois"))
    office = team.medecin
    with office.store.begin(office.membre.id, office.now()) as work:
        work.patients.save(replace(third, absorbe_par=second.id))
        work.patients.save(replace(second, absorbe_par=first.id))
    return first, second, third


def test_that_each_record_leads_to_the_one_of_today(team, three):
    first, second, third = three
    with team.medecin.store.read() as work:
        assert reunis.reunis(work) == {second.id: first.id, third.id: first.id}
        assert [reunis.courant(work, p.id) for p in three] == [first.id] * 3
        assert reunis.identifiants(work, first.id) == {p.id for p in three}
        assert reunis.identifiants(work, third.id) == {third.id}


def test_that_a_record_joined_to_another_is_not_changed(team, three):
    first, _, third = three
    with team.medecin.store.read() as work:
        reunis.check_current(work.patients.get(first.id))
        with pytest.raises(RecordJoined):
            reunis.check_current(work.patients.get(third.id))


def test_that_a_meeting_is_read_under_the_names_of_today_and_kept_as_it_was(team, three):
    first, _, third = three
    office = team.medecin
    written = make.a_synthese(
        situations=(Situation(third.id, Motif.AJOUT),),
        reprises=(Reprise(third.id, Decision("d", "Appeler"), date(2026, 10, 20)),),
    )
    with office.store.begin(office.membre.id, office.now()) as work:
        work.syntheses.save(written)
        (lue,) = reunis.syntheses_lues(work)
        assert work.syntheses.all() == [written]
    assert lue.situations == (Situation(first.id, Motif.AJOUT),)
    assert [r.patient for r in lue.reprises] == [first.id]


def test_that_an_objection_closes_what_was_written_under_each_id(team, three):
    first, second, third = three
    said = Declaration(
        new_id(), first.id, Objet.PARTAGE, True, TODAY, make.AUTHOR, role=Role.TRAVAILLEUR_SOCIAL
    )
    write(team, "declarations", said)
    written = make.a_synthese(situations=tuple(Situation(p.id, Motif.AJOUT) for p in three))
    write(team, "syntheses", written)
    seen = syntheses.open_synthese(team.travailleur_social, written.id).synthese.situations
    assert seen == ()
    read = syntheses.open_synthese(team.medecin, written.id)
    assert {read.patients[p.id].id for p in (second, third)} == {first.id}
    assert [s.patient for s in read.synthese.situations] == [p.id for p in three]


def test_that_nothing_more_is_written_about_a_record_joined_to_another(team, three):
    office, gone = team.psychologue, three[1].id
    saisi = rendez_vous.RendezVousSaisi(office.membre.id, gone, TODAY, time(9), 45)
    cible = Cible(Objet.PARTAGE)
    for refused in (
        lambda: consultations.open_seance(office, gone),
        lambda: team.seance(gone, TODAY),
        lambda: fiches.start(office, gone, FICHE_DE_SUIVI),
        lambda: rendez_vous.prendre(office, saisi),
        lambda: droits_personne.declarer(office, gone, cible, oppose=True, jour=TODAY),
    ):
        with pytest.raises(RecordJoined):
            refused()


def test_that_no_paper_and_no_partner_come_to_a_joined_record(team):
    kept, gone = team.patient("Un"), team.patient("Deux", programme=None, debut=None)
    partner = annuaire.add(team.medecin, PartenaireSaisi("Pharmacie du Port", "PHARMACIE"))
    joined(team, kept, gone)
    paper = PieceSaisie("Bilan", "AUTRE", TODAY)
    letter = LettreSaisie("presence", TODAY, "Venue", "Venue ce jour", "Un partenaire")
    for refused in (
        lambda: pieces.ajouter(team.medecin, gone.id, paper, received.pdf()),
        lambda: lettres.ecrire(team.medecin, gone.id, letter),
        lambda: intervenants.add(team.medecin, gone.id, partner.id),
    ):
        with pytest.raises(RecordJoined):
            refused()
