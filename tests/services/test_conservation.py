"""When each record is archived and when its doctor is asked, counted by hand."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services import conservation, dossiers
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annulation import noted, undo
from microstructure_desktop.services.conservation import MotifIncomplet
from tests import factories as make
from tests.cabinet import TODAY

from .cases import write

BORN = date(1970, 1, 1)
MOTIF = "Litige en cours, assurance prévenue"


@pytest.fixture
def old(team):
    """Somebody whose follow-up ended in 2006, taken up from a former register."""
    return ended(team, "Ancien", date(2006, 3, 4))


def ended(team, nom, fin, naissance=BORN, motif="DEMENAGEMENT"):
    patient = team.patient(nom, naissance=naissance, programme=None, debut=None)
    episode = make.an_inclusion(
        id=new_id(), patient=patient.id, debut=date(2004, 1, 1), fin=fin, motif_sortie=motif
    )
    write(team, "inclusions", episode)
    return patient


def test_where_a_record_is_in_its_time(team, old):
    found = conservation.etat(team.medecin, old.id)
    assert (found.dernier, found.archive_le) == (date(2006, 3, 4), date(2011, 3, 4))
    assert (found.terme, found.archive, found.deces) == (date(2026, 3, 4), True, None)
    followed = conservation.etat(team.medecin, team.patient().id)
    assert (followed.dernier, followed.terme, followed.archive) == (None, None, False)


def test_that_the_reason_kept_in_the_log_names_nobody(team):
    patient = team.patient("D'Exemple-Martin", "Zoé")
    for named in ("Demande de mme MARTIN au téléphone", "zoe demande son dossier"):
        with pytest.raises(MotifIncomplet):
            conservation.ouvrir(team.medecin, patient.id, named)
    conservation.ouvrir(team.medecin, patient.id, "Demande de la personne, au téléphone")


def test_that_the_yearly_list_has_those_whose_time_ends_before_its_end(team, old):
    later = ended(team, "Suivant", date(2007, 1, 1))
    minor = ended(team, "Enfant", date(2006, 5, 5), naissance=date(2000, 2, 2))
    dead = ended(team, "Défunt", date(2012, 6, 7), motif=conservation.DECES)
    office = team.medecin
    assert ids(conservation.a_decider(office, 2026)) == [dead.id, old.id]
    assert ids(conservation.a_decider(office, 2027)) == [dead.id, old.id, later.id]
    assert ids(conservation.a_decider(office, 2028)) == [dead.id, old.id, later.id, minor.id]
    assert conservation.etat(office, dead.id).deces == date(2012, 6, 7)
    assert conservation.etat(office, dead.id).terme == date(2022, 6, 7)


def ids(etats):
    return [e.patient.id for e in etats]


def test_that_the_archive_is_listed_by_term(team, old):
    recent = ended(team, "Récent", date(2021, 11, 19))
    awake = ended(team, "Actif", date(2021, 11, 20))
    assert ids(conservation.archive(team.psychologue)) == [old.id, recent.id]
    assert awake.id not in ids(conservation.archive(team.medecin))


def test_that_who_keeps_a_record_is_asked_again_that_day(team, old):
    office = team.medecin
    until = date(2030, 6, 30)
    made = noted(office, lambda o: conservation.garder(o, old.id, MOTIF, until))
    assert conservation.a_decider(office, 2026) == ()
    assert conservation.etat(office, old.id).gardee == made.result
    assert ids(conservation.a_decider(office, 2030)) == [old.id]
    undo(office, made.changes)
    assert ids(conservation.a_decider(office, 2026)) == [old.id]
    conservation.garder(office, old.id, MOTIF, until)
    team.clock.set(until, time(9))
    assert conservation.etat(office, old.id).gardee is None
    assert ids(conservation.a_decider(office, 2030)) == [old.id]


@pytest.mark.parametrize(
    ("motif", "until"),
    [
        ("court", date(2030, 1, 1)),
        ("x" * 201, date(2030, 1, 1)),
        (MOTIF, TODAY),
        (MOTIF, date(2090, 1, 1)),
    ],
)
def test_that_a_decision_without_reason_or_day_is_refused(team, old, motif, until):
    with pytest.raises(MotifIncomplet):
        conservation.garder(team.medecin, old.id, motif, until)
    assert conservation.jusqu_au_problem(None, TODAY) is not None
    assert ids(conservation.a_decider(team.medecin, 2026)) == [old.id]


def test_that_a_reason_opens_the_record(team, old):
    office = team.psychologue
    with pytest.raises(MotifIncomplet):
        conservation.ouvrir(office, old.id, "x")
    conservation.ouvrir(office, old.id, "Courrier d’un confrère reçu")
    assert dossiers.dossier(office, old.id).patient.id == old.id


def test_that_only_a_doctor_decides(team, old):
    for role in (Role.PSYCHOLOGUE, Role.SECRETARIAT):
        with pytest.raises(AccessDenied):
            conservation.garder(team[role], old.id, MOTIF, date(2030, 1, 1))
    with pytest.raises(AccessDenied):
        conservation.archive(team[Role.SECRETARIAT])


def test_that_the_longest_decision_holds(team, old):
    office = team.medecin
    first = conservation.garder(office, old.id, MOTIF, date(2035, 1, 1))
    conservation.garder(office, old.id, MOTIF, date(2028, 1, 1))
    assert conservation.etat(office, old.id).gardee == replace(first)


def test_that_a_record_says_calmly_where_it_is(team, old):
    office = team.medecin
    lately = ended(team, "Récent", date(2024, 2, 3))
    followed = team.patient()
    with office.store.read() as work:
        told = [conservation.phrase(work, office, p.id) for p in (old, lately, followed)]
    assert told == [
        "Dossier archivé depuis le 04/03/2011, relu avec un motif.",
        "Dernier acte le 03/02/2024. Sans autre acte, le dossier sera archivé le 03/02/2029.",
        "",
    ]
    assert dossiers.dossier(office, lately.id).conservation == told[1]
