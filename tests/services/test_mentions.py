"""Somebody named in what was typed about others is found, as far as it may be read."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from microstructure_desktop.domain.demande import Demande, NatureDemande
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Identite
from microstructure_desktop.domain.reunion import Point, Reunion, TypeReunion
from microstructure_desktop.domain.suites_donnees import Additif
from microstructure_desktop.domain.synthese import Decision, Motif, Reprise, Situation
from microstructure_desktop.services.mentions import Mention, mentions
from tests import factories as make
from tests.cabinet import TODAY

from .cases import as_role, asked, filled, oppose, planned, write
from .merges import joined

SEPTEMBRE, NOVEMBRE = date(2026, 9, 3), date(2026, 11, 12)


@pytest.fixture
def irma(team):
    birth = Identite(nom_naissance="Vermeil", prenoms_naissance="Irma Élise")
    return write(team, "patients", replace(team.patient("Légende", "Irma"), identite=birth))


@pytest.fixture
def other(team):
    return team.patient("Reste", "Marie")


def found(team, *who, office=None):
    reader = office or team.medecin
    with reader.store.read() as work:
        return mentions(work, reader, {p.id for p in who})


def named(team, *who, office=None):
    return {(m.genre, m.titre) for m in found(team, *who, office=office)}


@pytest.mark.parametrize(
    ("texte", "said"),
    [
        ("Hébergée chez Mme LEGENDE.", True),
        ("sa voisine irma légende l’aide", True),
        ("Élise Vermeil, sa tante", True),
        ("Tél. de Vermeil", True),
        ("Une légendes, un vermeillon, délégende.", False),
        ("Irma est passée.", False),
        ("", False),
    ],
)
def test_how_a_name_is_recognised(team, irma, other, texte, said):
    team.seance(other.id, NOVEMBRE, note_partagee=texte)
    assert bool(found(team, irma)) is said


def test_that_every_kind_of_text_of_others_is_read(team, irma, other):
    team.seance(other.id, NOVEMBRE, note_partagee="Vient avec Légende")
    asked(team, other, "Et Mme Légende ?")
    filled(team, other, securite_suite="ACTION", securite_conduite="Appelé Légende")
    planned(team, other, date(2026, 12, 3), precision="avec Légende")
    write(team, "documents", make.a_document(patient=other.id, titre="Courrier de Légende"))
    write(team, "lettres", make.a_lettre(patient=other.id, corps="Chez Mme Légende."))
    said = Demande("d", other.id, TODAY, NatureDemande.ACCES, make.AUTHOR, "Irma Légende, sa fille")
    write(team, "demandes", said)
    assert {m.genre for m in found(team, irma)} == {
        "consultation", "question", "fiche", "rendez_vous", "document", "lettre", "demande",
    }  # fmt: skip
    assert {m.patient.id for m in found(team, irma)} == {other.id}
    assert not any("Légende" in m.titre for m in found(team, irma))


def test_that_meetings_are_read_by_person_and_say_that_they_are_closed(team, irma, other):
    third = team.patient("Tiers", "Paul")
    decided = Decision("r1", "Appeler Légende")
    meeting = make.a_synthese(
        jour=NOVEMBRE,
        etat="close",
        close_le=make.NOW,
        situations=(
            Situation(irma.id, Motif.QUESTION, medical="Légende va mieux"),
            Situation(other.id, Motif.QUESTION, social="Vit chez Légende"),
            Situation(third.id, Motif.QUESTION, social="Vit seul"),
        ),
        reprises=(Reprise(third.id, decided, SEPTEMBRE),),
        organisation="Café offert par Irma Légende",
    )
    write(team, "syntheses", meeting)
    at = datetime(2026, 11, 20, tzinfo=UTC)
    write(team, "additifs", Additif("a", meeting.id, make.AUTHOR, at, "Légende a rappelé", irma.id))
    titre = "Réunion de synthèse du 12/11/2026"
    assert set(found(team, irma)) == {
        Mention("synthese", meeting.id, who, titre, clos=True) for who in (other, third, None)
    }
    silent = make.a_synthese(jour=SEPTEMBRE, situations=(), close_le=make.NOW, etat="close")
    write(team, "syntheses", silent)
    write(team, "additifs", Additif("b", silent.id, make.AUTHOR, at, "Légende", third.id))
    assert found(team, irma)[-1].cible == silent.id


def test_that_a_meeting_of_the_network_is_read(team, irma):
    meeting = Reunion("n", TypeReunion.CRISE, NOVEMBRE, time(9), points=(Point("Mme Légende"),))
    write(team, "reunions", meeting)
    (one,) = found(team, irma)
    assert (one.genre, one.cible, one.patient, one.clos) == ("reunion", "n", None, False)


def test_that_the_same_surname_says_nothing_in_the_record_of_its_own(team, irma):
    cousin = team.patient("LEGENDE", "Paul")
    team.seance(cousin.id, NOVEMBRE, note_partagee="M. Légende dort mieux.")
    assert found(team, irma) == ()
    team.seance(cousin.id, SEPTEMBRE, note_partagee="Parle d’Irma Légende.")
    assert len(found(team, irma)) == 1


def test_that_what_is_closed_to_the_reader_is_left_out(team, irma, other):
    team.seance(other.id, NOVEMBRE, note_partagee="Vient avec Légende")
    team.seance(other.id, SEPTEMBRE, role=Role.MEDECIN, note_partagee="Avec Légende")
    assert named(team, irma, office=as_role(team.medecin, Role.SECRETARIAT)) == set()
    assert len(found(team, irma)) == 2
    oppose(team, other)
    assert {(m.genre, "03/09" in m.titre) for m in found(team, irma)} == {("consultation", True)}


def test_that_every_record_of_the_person_is_their_own(team, irma):
    double = team.patient("Légende", "Irmina", naissance=date(1990, 1, 1), programme=None)
    team.seance(double.id, NOVEMBRE, note_partagee="Irma Légende dort mieux.")
    assert found(team, irma, double) == ()
    joined(team, irma, double, certain=True)
    assert found(team, irma, double) == ()
