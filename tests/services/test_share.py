"""A month is prepared, written and remembered; figures counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.errors import StructureUnknown
from microstructure_desktop.services import equipe, share
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.share import Controle

from .cases import write

OCTOBRE = Mois(2026, 10)


@pytest.fixture
def october(team):
    """Six people kept one psychologist session of 45 minutes; one missed a second one."""
    people = [team.patient(f"Figurant{n}") for n in range(6)]
    for rank, patient in enumerate(people):
        team.seance(patient.id, date(2026, 10, 8 + rank), duree=45)
    team.seance(people[0].id, date(2026, 10, 22), issue=Issue.ABSENT_NON_EXCUSE)
    return team


def test_that_the_figures_are_those_counted_by_hand(october):
    contenu = share.prepare(october.psychologue, OCTOBRE).contenu
    rows = {(x.acteur.value, x.acte.value): (x.nombre, x.minutes) for x in contenu.activite}
    assert rows == {
        ("psychologue", "entretien_individuel"): (6, 270),
        ("psychologue", "rdv_non_honore"): (1, 0),
    }
    assert [(x.file_active, x.cumul_annee) for x in contenu.file_active] == [(6, 6)]
    (forfaits,) = contenu.forfaits
    assert (forfaits.en_cours, forfaits.ouverts_cumul_annee, forfaits.prest_psy) == (6, 6, 6)


def test_that_trainings_come_from_the_register(october):
    assert share.prepare(october.medecin, OCTOBRE).contenu.fonctionnement[0].formations is None
    me = october.psychologue.membre.id
    for rank, du in enumerate((date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 31))):
        write(october, "formations", Formation(f"f{rank}", me, "CONCEPT", "Jour", du))
    depart = share.prepare(october.medecin, OCTOBRE)
    assert depart.contenu.fonctionnement[0].formations == 2
    assert b";2\r\n" in dict(depart.paquet.files)["data/fonctionnement.csv"]


def test_that_no_forfait_is_billed_for_who_became_an_alias(october):
    office = october.medecin
    with office.store.read() as work:
        someone = work.patients.all()[0]
    write(october, "patients", replace(someone, anonyme=True, prenom=""))
    contenu = share.prepare(office, OCTOBRE).contenu
    assert contenu.forfaits[0].en_cours == 5
    assert contenu.file_active[0].file_active == 6


def test_that_the_same_month_stays_one_bundle_and_a_change_makes_a_second(october, tmp_path):
    office = october.medecin
    first = share.write(office, OCTOBRE, tmp_path)
    (tmp_path / "autre").mkdir()
    again = share.write(office, OCTOBRE, tmp_path / "autre")
    assert again.name == first.name
    (envoi,) = share.history(office)
    assert envoi.sequence == 1
    assert share.prepare(office, OCTOBRE).identique

    newcomer = october.patient("Roman")
    october.seance(newcomer.id, date(2026, 10, 29))
    changed = share.prepare(office, OCTOBRE)
    assert not changed.identique
    share.write(office, OCTOBRE, tmp_path)
    latest = share.history(office)[0]
    assert (latest.sequence, latest.remplace) == (2, envoi.paquet)


def test_that_what_is_written_reads_back_as_what_was_shown(october, tmp_path):
    depart = share.prepare(october.psychologue, OCTOBRE)
    folder = share.write(october.medecin, OCTOBRE, tmp_path)
    files = {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }
    assert bundle.read(files)[1] == depart.contenu


def test_that_a_folder_that_refuses_leaves_no_trace(october, tmp_path):
    with pytest.raises(AppError):
        share.write(october.medecin, OCTOBRE, tmp_path / "absent")
    assert share.history(october.psychologue) == ()


def test_that_the_checks_say_what_is_not_ready(october):
    done = dict(share.prepare(october.psychologue, OCTOBRE).controles)
    assert all(done.values())
    running = dict(share.prepare(october.psychologue, Mois(2026, 11)).controles)
    assert not running[Controle.MOIS_TERMINE]
    assert running[Controle.RELECTURE]


def test_that_months_run_from_the_first_act_to_this_one(october):
    assert share.months(october.psychologue) == (Mois(2026, 11), OCTOBRE)


def test_that_nothing_is_offered_before_the_first_act(team):
    assert share.months(team.psychologue) == ()


def test_that_the_secretariat_sends_nothing(october):
    with pytest.raises(AccessDenied):
        share.prepare(october[Role.SECRETARIAT], OCTOBRE)


def test_that_no_name_note_or_birth_date_is_in_any_byte(october):
    secret = october.patient("Canariecrit", "Elodiecrit", naissance=date(1961, 2, 3))
    october.seance(secret.id, date(2026, 10, 27), note_partagee="notesecretecrite")
    depart = share.prepare(october.psychologue, OCTOBRE)
    content = b"".join(content for _, content in depart.paquet.files).lower()
    for token in (b"canariecrit", b"elodiecrit", b"notesecretecrite", b"1961", b"2026-10-2"):
        assert token not in content


def test_that_without_a_code_the_rows_are_shown_and_nothing_is_written(october, tmp_path):
    office = october.medecin
    equipe.save_cabinet(office, replace(equipe.cabinet(office), structure=""))
    depart = share.prepare(office, OCTOBRE)
    assert depart.paquet is None
    assert depart.contenu.activite
    assert not dict(depart.controles)[Controle.STRUCTURE]
    with pytest.raises(StructureUnknown):
        share.write(office, OCTOBRE, tmp_path)
    assert not list(tmp_path.glob("MSMA*"))


def test_that_who_may_only_read_hands_nothing_over(october, tmp_path):
    assert share.prepare(october.psychologue, OCTOBRE).contenu.activite
    with pytest.raises(AccessDenied):
        share.write(october.psychologue, OCTOBRE, tmp_path)
    assert not list(tmp_path.glob("MSMA*"))
