"""The fictional cabinet meets the network, and meets besides; the next meeting is prepared."""

from datetime import date

from microstructure_desktop.demo import material, reseau
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services import actions_decidees, autres_reunions, noms_cites

from .conftest import LAST


def test_that_every_kind_of_the_season_was_held_and_the_next_is_prepared(told):
    # from 20/07 to 20/11/2026: the quarter's on 18/09, two carers on 02/10, a crisis on 06/11
    office = told[0].offices[Role.PSYCHOLOGUE]
    found = [(x.type, x.reunion.jour, x.reunion.etat) for x in autres_reunions.reunions(office)]
    assert found == [
        (TypeReunion.TRIMESTRIELLE, date(2026, 12, 18), Etat.PREPAREE),
        (TypeReunion.CRISE, date(2026, 11, 6), Etat.CLOSE),
        (TypeReunion.CONCERTATION, date(2026, 10, 2), Etat.CLOSE),
        (TypeReunion.TRIMESTRIELLE, date(2026, 9, 18), Etat.CLOSE),
    ]


def test_that_the_network_was_told_figures_and_somebody_has_something_to_do(told):
    office = told[0].offices[Role.MEDECIN]
    held = next(
        x.reunion
        for x in autres_reunions.reunions(office)
        if x.type is TypeReunion.TRIMESTRIELLE and x.reunion.close
    )
    assert held.chiffres
    assert len({i.structure for i in held.invites}) == 3
    assert held.points[0].titre.startswith("Chiffres")
    assert len(held.actions) == 2
    assert all(a.echeance_jour is not None and a.qui is not None for a in held.actions)
    assert autres_reunions.imprimer(office, held.id).pdf.startswith(b"%PDF-")


def test_that_most_of_what_was_asked_is_done_and_some_of_it_is_late(told):
    # told of on 06/11: what the doctor and the psychologist owed to the network since 18/10; the
    # social worker's since 01/11 waits, and the crisis asks for two things by 06/12
    offices = told[0].offices
    waiting = [
        (role, a.action.reunion, a.action.pour)
        for role in (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)
        for a in actions_decidees.mes_actions(offices[role]).miennes
        if a.action.reunion is not None
    ]
    assert waiting == [
        (Role.MEDECIN, TypeReunion.CRISE, date(2026, 12, 6)),
        (Role.PSYCHOLOGUE, TypeReunion.CRISE, date(2026, 12, 6)),
        (Role.TRAVAILLEUR_SOCIAL, TypeReunion.CONCERTATION, date(2026, 11, 1)),
    ]


def test_that_nobody_followed_is_named_in_them(told):
    office = told[0].offices[Role.MEDECIN]
    for ligne in autres_reunions.reunions(office):
        said = [t for p in ligne.reunion.points for t in (p.titre, p.texte)]
        said += [a.texte for a in ligne.reunion.actions] + [i.nom for i in ligne.reunion.invites]
        assert noms_cites.cites(office, {str(n): text for n, text in enumerate(said)}) == {}


def test_that_a_day_without_meeting_holds_none(team):
    reseau.hold(team.offices, team.clock, material.load(), date(2026, 11, 1), date(2026, 11, 20))
    assert autres_reunions.reunions(team.medecin) == ()
    reseau.hold(team.offices, team.clock, material.load(), date(2026, 11, 1), date(2026, 11, 6))
    assert [x.type for x in autres_reunions.reunions(team.medecin)] == [TypeReunion.CRISE]


def test_that_the_meeting_to_come_is_after_the_last_day(told):
    office = told[0].offices[Role.MEDECIN]
    coming = autres_reunions.reunions(office)[0].reunion
    assert coming.jour > LAST
    assert coming.points
