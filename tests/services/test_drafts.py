"""Unfinished texts: kept as typed, one's own, the personal note sealed."""

from datetime import timedelta

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services import accueil, dossiers, drafts
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI


def raw(team, key, role=Role.PSYCHOLOGUE):
    """The payload as the store holds it."""
    with team.medecin.store.read() as work:
        return work.drafts.get(key, team[role].membre.id).payload


def test_that_what_was_typed_comes_back_as_it_was(team):
    office = team.psychologue
    sophie = team.patient()
    typed = {"jour": "dema", "note_partagee": "Dort « mieux »,\n  parle d’Élodie "}
    at = drafts.save(office, drafts.SEANCE, "s1", typed, sophie.id)
    assert at == team.clock()
    loaded = drafts.load(office, drafts.SEANCE, "s1")
    assert {k: loaded[k] for k in typed} == typed
    assert drafts.load(office, drafts.SEANCE, "s2") is None


def test_that_the_personal_note_is_unreadable_to_a_colleague(team):
    office = team.psychologue
    drafts.save(office, drafts.SEANCE, "s1", {drafts.PERSONAL: "Contre-transfert"})
    sealed = raw(team, "seance:s1")[drafts.PERSONAL]
    assert "transfert" not in sealed
    assert drafts.load(office, drafts.SEANCE, "s1")[drafts.PERSONAL] == "Contre-transfert"
    assert drafts.load(team.medecin, drafts.SEANCE, "s1") is None


def test_that_an_empty_personal_note_stays_empty(team):
    drafts.save(team.psychologue, drafts.SEANCE, "s1", {drafts.PERSONAL: ""})
    assert raw(team, "seance:s1")[drafts.PERSONAL] == ""


def test_that_each_person_has_their_own_and_the_last_typed_wins(team):
    drafts.save(team.psychologue, drafts.PATIENT, drafts.NEW, {"nom": "Un"})
    drafts.save(team.medecin, drafts.PATIENT, drafts.NEW, {"nom": "Deux"})
    drafts.save(team.psychologue, drafts.PATIENT, drafts.NEW, {"nom": "Trois"})
    assert drafts.load(team.psychologue, drafts.PATIENT, drafts.NEW)["nom"] == "Trois"
    assert drafts.load(team.medecin, drafts.PATIENT, drafts.NEW)["nom"] == "Deux"
    assert len(drafts.mine(team.psychologue)) == 1


def test_that_mine_lists_the_latest_first_and_what_opens_each(team):
    office, sophie = team.psychologue, team.patient()
    now = team.clock().astimezone()
    drafts.save(office, drafts.SEANCE, "s1", {}, sophie.id)
    later = now + timedelta(minutes=3)
    team.clock.set(later.date(), later.time())
    fiche = new_id()
    drafts.save(office, drafts.FICHE, fiche, {"form": FICHE_DE_SUIVI}, sophie.id)
    found = drafts.mine(office)
    assert [(d.genre, d.cible, d.sujet, d.patient) for d in found] == [
        (drafts.FICHE, fiche, FICHE_DE_SUIVI, sophie.id),
        (drafts.SEANCE, "s1", "s1", sophie.id),
    ]


def test_that_a_dropped_draft_is_gone(team):
    drafts.save(team.psychologue, drafts.SEANCE, "s1", {"jour": "x"})
    drafts.drop(team.psychologue, drafts.SEANCE, "s1")
    assert drafts.mine(team.psychologue) == ()


def test_that_the_copy_of_a_sheet_is_told_from_what_is_typed_on_screen(team):
    sophie = team.patient()
    office = team.psychologue
    for fiche, papier in (("f1", False), ("f2", True)):
        payload = {"form": FICHE_DE_SUIVI, "papier": papier}
        drafts.save(office, drafts.FICHE, fiche, payload, sophie.id)
    assert {d.cible: d.papier for d in drafts.mine(office)} == {"f1": False, "f2": True}
    told = {a.papier for a in dossiers.dossier(office, sophie.id).alertes if a.cible == "fiche"}
    assert told == {False, True}
    assert {t.papier for t in accueil.accueil(office).taches if t.genre_brouillon} == {False, True}
