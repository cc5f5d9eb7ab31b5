"""What is added to closed minutes is signed, dated, never taken back, and never changes them."""

from datetime import UTC, datetime

import pytest

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.revision import Change
from microstructure_desktop.services import additifs, drafts, droits_personne
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.additifs import (
    TEXTE_MAX,
    AdditifTropLong,
    AdditifVide,
    HorsDeLaReunion,
    MeetingOpen,
)
from microstructure_desktop.services.annulation import NotUndoable, noted, undo
from microstructure_desktop.services.cercle import PartageLimite, cercle
from microstructure_desktop.services.oppositions import Cible
from tests.cabinet import TODAY
from tests.ui.pages.reunions import scenes


@pytest.fixture
def sophie(team):
    return team.patient("Légende", "Sophie")


@pytest.fixture
def held(team, sophie):
    """A meeting of October about her, closed."""
    return scenes.hold(team, scenes.seen(sophie))


def read(office, synthese):
    with office.store.read() as work:
        return additifs.lus(work, cercle(office, work), synthese.id)


def against(team, sophie, role):
    cible = Cible(Objet.PARTAGE, None, role)
    droits_personne.declarer(team.medecin, sophie.id, cible, oppose=True, jour=TODAY)


def test_that_an_addition_is_signed_dated_and_numbered(team, held, sophie):
    additifs.signer(team.medecin, held.id, "  Courrier parti.\n", sophie.id)
    additifs.signer(team.psychologue, held.id, "Salle changée.")
    found = read(team.travailleur_social, held)
    told = [(a.rang, a.auteur.role, a.texte, a.patient) for a in found.lus]
    assert told == [
        (1, Role.MEDECIN, "Courrier parti.", sophie.id),
        (2, Role.PSYCHOLOGUE, "Salle changée.", None),
    ]
    assert [a.le.astimezone(UTC) for a in found.lus] == [
        datetime(2026, 11, 19, 14, 5, tzinfo=UTC)
    ] * 2
    assert (found.ecrits, found.retenus) == (2, 0)


def test_that_each_has_the_fingerprint_of_its_own_moment(team, held):
    additifs.signer(team.medecin, held.id, "Un.")
    with team.medecin.store.read() as work:
        then = work.revisions.fingerprint()
    additifs.signer(team.medecin, held.id, "Deux.")
    first, second = (a.empreinte for a in read(team.medecin, held).lus)
    assert first == then
    assert second != first


def test_that_the_minutes_stay_as_they_were_closed(team, held):
    with team.medecin.store.read() as work:
        before = work.revisions.head(held.id)
    additifs.signer(team.medecin, held.id, "Oubli.")
    with team.medecin.store.read() as work:
        assert work.revisions.head(held.id) == before
        assert work.syntheses.get(held.id) == held


def test_that_an_addition_is_not_taken_back(team, held):
    done = noted(team.medecin, lambda office: additifs.signer(office, held.id, "Signé."))
    assert done.changes == ()
    with team.medecin.store.read() as work:
        (revision,) = work.revisions.history(done.result.id)
    with pytest.raises(NotUndoable):
        undo(team.medecin, (Change(done.result.id, "additif", None, revision.id),))


def test_that_its_draft_ends_with_it(team, held):
    drafts.save(team.medecin, drafts.ADDITIF, held.id, {"texte": "Sig"})
    additifs.signer(team.medecin, held.id, "Signé.")
    assert drafts.load(team.medecin, drafts.ADDITIF, held.id) is None


@pytest.mark.parametrize("texte", ["", "  \n", " "])
def test_that_an_addition_says_something(team, held, texte):
    with pytest.raises(AdditifVide):
        additifs.signer(team.medecin, held.id, texte)
    assert additifs.problem(texte) == (
        "Cet additif ne dit rien. Écrivez ce qu’il faut ajouter au compte rendu."
    )


def test_that_an_addition_has_a_length(team, held):
    assert additifs.problem("a" * TEXTE_MAX) is None
    with pytest.raises(AdditifTropLong):
        additifs.signer(team.medecin, held.id, "a" * (TEXTE_MAX + 1))


def test_that_minutes_that_may_still_change_take_none(team, sophie):
    opened = scenes.begin(team, scenes.seen(sophie))
    with pytest.raises(MeetingOpen):
        additifs.signer(team.medecin, opened.synthese.id, "Trop tôt.")


def test_that_it_is_about_somebody_of_that_meeting(team, held):
    other = team.patient("Bernard", "Luc")
    with pytest.raises(HorsDeLaReunion):
        additifs.signer(team.medecin, held.id, "Texte", other.id)


def test_that_who_was_not_there_adds_nothing(team, sophie):
    held = scenes.hold_without(team, Role.PSYCHIATRE, scenes.seen(sophie))
    with pytest.raises(AccessDenied):
        additifs.signer(team[Role.PSYCHIATRE], held.id, "Texte")
    with pytest.raises(AccessDenied):
        additifs.signer(team[Role.SECRETARIAT], held.id, "Texte")


def test_that_who_is_objected_to_neither_reads_nor_writes_about_them(team, held, sophie):
    additifs.signer(team.psychologue, held.id, "À moi.", sophie.id)
    additifs.signer(team.medecin, held.id, "Au sujet d’elle.", sophie.id)
    additifs.signer(team.medecin, held.id, "En général.")
    against(team, sophie, Role.PSYCHOLOGUE)
    found = read(team.psychologue, held)
    assert [(a.rang, a.texte) for a in found.lus] == [(1, "À moi."), (3, "En général.")]
    assert (found.ecrits, found.retenus) == (3, 1)
    with pytest.raises(PartageLimite):
        additifs.signer(team.psychologue, held.id, "Encore.", sophie.id)
