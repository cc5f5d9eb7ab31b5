"""P11, « effacer un patient, vraiment »: no page of the store nor of a backup has them any more."""

import time
from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.services import effacement, effacement_copies, sauvegardes
from microstructure_desktop.store import backup_folder, backup_reading, guards
from tests import factories as make
from tests.services.erasures import CANARY, erase, somebody
from tests.services.merges import discussed
from tests.store.plain_pages import plain_pages

FEW, MANY = 2, 23
SESSIONS = 4_500
NOTE = "Entretien de soutien, sommeil et logement évoqués. " * 70
"""With the rest of a session, about four kilobytes: the cabinet of the long test is 18 MiB."""


def backed_up(team, count):
    """Backups of as many hours, the latest now."""
    office = team.medecin
    folder = office.home.sauvegardes
    folder.mkdir(exist_ok=True)
    return [
        office.store.backup(office.key, folder, Genre.AUTO, office.now() - timedelta(hours=rank))
        for rank in range(count)
    ]


def filled_with(team, patient, sessions):
    office = team.psychologue
    with office.store.begin(office.membre.id, office.now()) as work:
        for rank in range(sessions):
            jour = date(2020, 1, 1) + timedelta(days=rank % 2_000)
            made = make.a_consultation(
                id=new_id(), patient=patient.id, jour=jour, note_partagee=f"{rank} {NOTE}"
            )
            work.consultations.save(made)


def has_canary(path, key):
    found = plain_pages(path, key)
    return any(CANARY.encode(code) in found for code in ("utf-8", "utf-16-le", "utf-16-be"))


def check_erased(team, gone, tmp_path, record_property):
    office = team.medecin
    before = len(backup_folder.listed(office.home.sauvegardes))
    mebibytes = (office.home.coffre / guards.NAME).stat().st_size / 2**20
    start = time.perf_counter()
    done = erase(team, gone)
    seconds = time.perf_counter() - start
    assert (done.copies.faites, done.copies.refusees) == (before, ())
    assert not has_canary(office.home.coffre / guards.NAME, office.key)
    assert (office.home.coffre / f"{guards.NAME}-wal").stat().st_size == 0
    assert office.store.verify() == []
    for path, _ in backup_folder.listed(office.home.sauvegardes):
        backup_reading.read(path, office.key, office.home.sauvegardes)
        extracted = tmp_path / f"{path.name}.db"
        backup_reading.extract(path, extracted)
        assert not has_canary(extracted, office.key)
        extracted.unlink()
    record_property("promesse", "P11")
    record_property(
        "mesure",
        f"coffre et {before} sauvegardes de {mebibytes:.1f} Mio refaits et relus en"
        f" {seconds:.1f} s : 0 trace de la personne dans leurs pages déchiffrées",
    )


def test_that_a_person_is_in_no_page_of_the_store_nor_of_its_backups(
    team, tmp_path, record_property
):
    gone = somebody(team)
    other = team.patient("Reste", "Marie")
    discussed(team, gone, other)
    backups = backed_up(team, FEW)
    team.medecin.store.checkpoint()
    assert has_canary(team.home.coffre / guards.NAME, team.medecin.key)
    backup_reading.extract(backups[0], tmp_path / "avant.db")
    assert has_canary(tmp_path / "avant.db", team.medecin.key)
    check_erased(team, gone, tmp_path, record_property)
    assert sauvegardes.verifier(team.medecin, backups[0]).patients == 1


def test_that_a_copy_made_before_does_not_bring_them_back(team, tmp_path, record_property):
    """On a medium that was away: listed until it is seen again."""
    gone, stick = somebody(team), tmp_path / "cle"
    stick.mkdir()
    sauvegardes.sur_support(team.medecin, stick)
    erase(team, gone)
    assert effacement_copies.a_reprendre(team.medecin).supports
    effacement_copies.reprendre_support(team.medecin, stick)
    ((path, _),) = backup_folder.listed(stick)
    backup_reading.extract(path, tmp_path / "apres.db")
    assert not has_canary(tmp_path / "apres.db", team.medecin.key)
    record_property("promesse", "P11")
    record_property("mesure", "clé absente ce jour-là : annoncée, puis refaite à son retour")


@pytest.mark.long
def test_that_a_year_of_backups_forgets_too(team, tmp_path, record_property):
    gone = somebody(team)
    filled_with(team, team.patient("Reste", "Marie"), SESSIONS)
    assert effacement.apercu(team.medecin, gone.id).sauvegardes == 0
    backed_up(team, MANY)
    check_erased(team, gone, tmp_path, record_property)
