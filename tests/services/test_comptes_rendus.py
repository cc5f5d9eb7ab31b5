"""The minutes that each member may read, and what of them goes into one person's file."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.reports import wording
from microstructure_desktop.services import (
    additifs,
    comptes,
    comptes_rendus,
    documents,
    droits_personne,
    equipe,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.additifs import MeetingOpen
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.comptes_rendus import NonEvoquee
from microstructure_desktop.services.oppositions import Cible
from tests.cabinet import TODAY
from tests.services import merges
from tests.ui.pages.reunions import scenes

SEPTEMBER = date(2026, 9, 24)


@pytest.fixture
def who(team):
    return scenes.people(team)


@pytest.fixture
def held(team, who):
    """In October, about Sophie and Luc, with marks in each text."""
    return scenes.hold(
        team,
        scenes.seen(
            who.sophie,
            scenes.decision("reperedecision"),
            medical="reperemedical",
            question="reperequestion",
        ),
        scenes.seen(who.luc, scenes.decision("autredecision"), social="autresocial"),
        scenes.seen(who.ana, vue=False),
    )


def text(document):
    pages = PdfReader(BytesIO(document.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def close_to(team, patient, role):
    cible = Cible(Objet.PARTAGE, None, role)
    droits_personne.declarer(team.medecin, patient.id, cible, oppose=True, jour=TODAY)


def test_that_closed_meetings_are_listed_newest_first_with_their_counts(team, who, held):
    september = scenes.hold(team, scenes.seen(who.luc), jour=SEPTEMBER)
    additifs.signer(team.medecin, september.id, "Ajout.")
    scenes.begin(team, scenes.seen(who.ana))
    found = [
        (x.id, x.numero, x.jour, x.patients, x.decisions, x.additifs)
        for x in comptes_rendus.comptes_rendus(team.psychologue)
    ]
    assert found == [
        (held.id, 1, scenes.OCTOBER, 2, 2, 0),
        (september.id, 2, SEPTEMBER, 1, 0, 1),
    ]


def test_that_who_was_not_there_has_no_minutes_of_it(team, who):
    held = scenes.hold_without(team, Role.PSYCHIATRE, scenes.seen(who.luc))
    absent = team[Role.PSYCHIATRE]
    assert comptes_rendus.comptes_rendus(absent) == ()
    for read in (comptes_rendus.compte_rendu, documents.minutes):
        with pytest.raises(AccessDenied):
            read(absent, held.id)
    with pytest.raises(AccessDenied):
        documents.extrait(absent, held.id, who.luc.id)


def test_that_one_of_them_tells_who_was_discussed_and_what_was_added(team, who, held):
    additifs.signer(team.medecin, held.id, "Courrier parti.", who.luc.id)
    found = comptes_rendus.compte_rendu(team.psychologue, held.id)
    assert found.ligne == comptes_rendus.comptes_rendus(team.psychologue)[0]
    assert [p.nom for _, p in found.patients] == ["Légende", "Bernard"]
    assert len(found.presents) == 4
    assert [a.texte for a in found.additifs] == ["Courrier parti."]
    assert (found.retenues, found.additifs_retenus, found.initiales) == (0, 0, False)


def test_that_reading_it_is_noted(team, held):
    comptes_rendus.compte_rendu(team.psychologue, held.id)
    with team.psychologue.store.read() as work:
        last = work.acces.page(Filtre(), None, 1)[0]
    assert (last.action, last.objet) == (Action.LECTURE_COMPTE_RENDU, held.id)


def test_that_a_meeting_under_way_has_no_minutes_yet(team, who):
    opened = scenes.begin(team, scenes.seen(who.luc)).synthese.id
    with pytest.raises(MeetingOpen):
        comptes_rendus.compte_rendu(team.medecin, opened)
    with pytest.raises(MeetingOpen):
        documents.extrait(team.medecin, opened, who.luc.id)


def test_that_what_is_closed_to_the_reader_is_counted_and_not_there(team, who, held):
    additifs.signer(team.medecin, held.id, "Au sujet d’elle.", who.sophie.id)
    close_to(team, who.sophie, Role.PSYCHOLOGUE)
    found = comptes_rendus.compte_rendu(team.psychologue, held.id)
    assert [p.nom for _, p in found.patients] == ["Bernard"]
    assert (found.retenues, found.additifs, found.additifs_retenus) == (1, (), 1)
    printed = text(documents.minutes(team.psychologue, held.id))
    assert "1 additif n’est pas communiqué ici" in printed
    assert "Au sujet d’elle" not in printed
    with pytest.raises(PartageLimite):
        documents.extrait(team.psychologue, held.id, who.sophie.id)


def test_that_paper_says_to_whom_it_must_not_be_handed(team, who, held):
    close_to(team, who.sophie, Role.TRAVAILLEUR_SOCIAL)
    close_to(team, who.luc, Role.PSYCHIATRE)
    extract = text(documents.extrait(team.psychologue, held.id, who.sophie.id))
    assert extract.count("Ne pas remettre à :") == 1
    social, psychiatre = (team[r].membre for r in (Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE))
    said = f"Ne pas remettre à : {wording.membre(social)}".replace("\u00a0", " ")
    assert said in extract
    minutes = text(documents.minutes(team.psychologue, held.id))
    assert said in minutes
    assert f"Ne pas remettre à : {wording.membre(psychiatre)}".replace("\u00a0", " ") in minutes


def test_that_who_has_no_account_any_more_is_not_named(team, who, held):
    close_to(team, who.sophie, Role.TRAVAILLEUR_SOCIAL)
    comptes.suspend(team.medecin, team[Role.TRAVAILLEUR_SOCIAL].membre.id)
    assert "remettre" not in text(documents.minutes(team.psychologue, held.id))


def test_that_an_extract_holds_one_person_and_nobody_else(team, who, held):
    additifs.signer(team.medecin, held.id, "repereadditif", who.sophie.id)
    additifs.signer(team.medecin, held.id, "autreadditif", who.luc.id)
    additifs.signer(team.medecin, held.id, "autregeneral")
    document = documents.extrait(team.psychologue, held.id, who.sophie.id)
    printed = text(document)
    for mark in ("decision", "medical", "question", "additif"):
        assert f"repere{mark}" in printed
    assert "autre" not in printed.replace("Les autres situations", "")
    for name in ("BERNARD", "Luc", "COSTA", "Ana"):
        assert name not in printed
    assert "Version 1 + 3 additifs" in printed
    assert document.fichier == "extrait-synthese-2026-10-22.pdf"
    assert (document.patient, document.genre) == (who.sophie.id, "extrait")


def test_that_who_was_not_discussed_has_no_extract(team, who, held):
    with pytest.raises(NonEvoquee):
        documents.extrait(team.medecin, held.id, who.ana.id)


def test_that_a_record_joined_since_is_found_under_its_present_number(team, who, held):
    double = team.patient("Legende", "Sofie", programme=None, debut=None)
    merges.joined(team, double, who.sophie, certain=True)
    assert "reperemedical" in text(documents.extrait(team.medecin, held.id, double.id))


def test_that_the_cabinet_chooses_and_a_print_may_be_stricter(team, who, held):
    named, strict = (
        text(documents.minutes(team.medecin, held.id, initiales=i)) for i in (False, True)
    )
    assert "LÉGENDE Sophie" in named
    assert "LÉGENDE" not in strict
    assert f"S. L. dossier n° {who.sophie.dossier}" in strict
    equipe.save_cabinet(team.medecin, replace(equipe.cabinet(team.medecin), initiales=True))
    for office in (team.medecin, team.psychologue):
        assert "LÉGENDE" not in text(documents.minutes(office, held.id, initiales=False))
    assert comptes_rendus.compte_rendu(team.medecin, held.id).initiales


def test_that_nothing_of_anybody_else_is_given_to_the_extract(team, who, held):
    additifs.signer(team.medecin, held.id, "autreadditif", who.luc.id)
    with team.psychologue.store.read() as work:
        whole = replace(work.syntheses.get(held.id), organisation="autreorganisation")
        contenu = comptes_rendus.extrait(team.psychologue, work, whole, who.sophie.id)
    assert set(contenu.patients) == set(contenu.forfaits) == {who.sophie.id}
    assert "autre" not in repr(replace(contenu, cabinet=None, membres={}))
