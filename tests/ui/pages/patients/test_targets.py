"""A menu says what it is about, to who cannot see beside what it stands."""

from datetime import date

from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.pages.patients.targets import (
    appointment_target,
    fiche_target,
    meeting_target,
    seance_target,
)
from tests.services.cases import filled, planned
from tests.ui.pages.reunions import scenes


def test_that_each_record_is_named_with_its_day(team, sophie):
    me = team.psychologue.membre
    seance = team.seance(sophie.id, date(2026, 11, 12))
    assert seance_target(seance, me).named == "séance du 12/11/2026 à 14:00"
    rdv = planned(team, sophie, date(2026, 12, 3))
    assert appointment_target(rdv, me).named == "rendez-vous du 03/12/2026 à 09:15"
    made = filled(team, sophie)
    (ligne,) = dossiers.dossier(team.psychologue, sophie.id).fiches
    target = fiche_target(ligne, me)
    assert (target.kind, target.entity, target.mine) == ("fiche", made.id, True)
    assert target.named == f"{ligne.titre} du 19/11/2026"


def test_that_closed_minutes_have_a_part_for_who_was_discussed(team, sophie):
    luc = team.patient("Bernard", "Luc")
    held = scenes.hold(team, scenes.seen(sophie), scenes.seen(luc, vue=False))
    first, second = held.situations
    target = meeting_target(held, first)
    assert (target.kind, target.entity, target.about) == ("synthese", held.id, sophie.id)
    assert (target.named, target.mine) == ("réunion du 22/10/2026", False)
    assert meeting_target(held, second) is None
    opened = scenes.begin(team, scenes.seen(sophie)).synthese
    assert meeting_target(opened, opened.situations[0]) is None
