"""A cabinet comes back from a file and a secret: here, or on a computer that has nothing."""

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.paths import Home
from microstructure_desktop.services import equipe, restauration, retrait, sauvegardes, unlock
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.secret_sauvegarde import Code, Phrase
from microstructure_desktop.store import erased, keyring, keys, recovery_code, rescue
from microstructure_desktop.store.failures import AccountUnknown, StoreBusy
from tests.altered_log import alter
from tests.cabinet import PASSPHRASE
from tests.store.backups import own_file

from .erasures import erase


@pytest.fixture
def made(team):
    """A backup with one patient; a second came after."""
    team.patient()
    path = sauvegardes.sauvegarder(team.medecin).chemin
    team.patient("Autre", "Luc")
    return path


def secret(team, role=Role.MEDECIN, phrase=PASSPHRASE):
    return Phrase(team[role].membre.id, phrase)


def names(home, office):
    again = unlock.open_cabinet(home, office.membre.id, PASSPHRASE, cost=office.cost)
    try:
        with again.store.read() as work:
            return [p.nom for p in work.patients.all()]
    finally:
        unlock.close(again)


def test_that_a_file_says_whose_it_is_before_any_secret(team, made):
    seen = restauration.regarder(made)
    assert (seen.cabinet, seen.genre) == ("Cabinet des Lilas", Genre.AUTO)
    assert [c.role for c in seen.comptes][:2] == ["medecin", "psychologue"]


def test_that_the_preview_says_what_would_come_back(team, made, tmp_path):
    blank = Home(tmp_path / "neuf")
    seen = restauration.apercu(blank, made, secret(team, Role.SECRETARIAT), cost=team.medecin.cost)
    assert (seen.patients, seen.cabinet) == (1, "Cabinet des Lilas")
    assert seen.derniere_saisie == team.clock()
    assert not unlock.exists(blank)


def test_that_an_altered_log_is_said_before_and_comes_back(team, tmp_path):
    team.patient()
    alter(team.medecin.store)
    path = sauvegardes.sauvegarder(team.medecin).chemin
    blank, cost = Home(tmp_path / "neuf"), team.medecin.cost
    seen = restauration.apercu(blank, path, secret(team), cost=cost)
    assert seen.journal.startswith("Le journal d’accès a été modifié")
    assert restauration.restaurer(blank, path, secret(team), cost=cost).apercu == seen
    assert names(blank, team.medecin) == ["Légende"]


def test_that_a_blank_computer_has_the_cabinet_again(team, made, tmp_path):
    blank = Home(tmp_path / "neuf")
    office = team.psychologue
    done = restauration.restaurer(blank, made, secret(team, Role.PSYCHOLOGUE), cost=office.cost)
    assert (done.garde, done.apercu.patients) == (None, 1)
    assert names(blank, office) == ["Légende"]


def test_that_from_inside_the_former_is_kept_and_a_backup_made(team, made):
    office, home = team.medecin, team.home
    ready = restauration.preparer_ouvert(office, made)
    with office.store.read() as work:
        assert len(work.patients.all()) == 2  # still open, still whole
    unlock.close(office)
    done = restauration.terminer(home, ready)
    assert names(home, office) == ["Légende"]
    assert done.garde.name.startswith("coffre.avant-restauration-")
    assert [s.genre for s in _files(home)] == [Genre.AVANT_RESTAURATION, Genre.AUTO]


def _files(home):
    from microstructure_desktop.store import backup_folder

    return sorted((c for _, c in backup_folder.listed(home.sauvegardes)), key=lambda c: -len(c.nom))


def test_that_what_the_cabinet_wrote_comes_back_on_a_blank_computer(team, tmp_path):
    own_file(team.home, "id = 1")
    made = sauvegardes.sauvegarder(team.medecin).chemin
    blank, cost = Home(tmp_path / "neuf"), team.medecin.cost
    assert restauration.apercu(blank, made, secret(team), cost=cost).formulaires == 1
    done = restauration.restaurer(blank, made, secret(team), cost=cost)
    assert (done.apercu.formulaires, done.formulaires_gardes) == (1, None)
    assert (blank.formulaires / "echelles" / "sommeil.toml").read_text() == "id = 1"


def test_that_what_the_cabinet_wrote_since_is_kept_aside_and_told(team):
    path, office = own_file(team.home, "id = 1"), team.medecin
    made = sauvegardes.sauvegarder(office).chemin
    own_file(team.home, "id = 2")
    ready = restauration.preparer_ouvert(office, made)
    unlock.close(office)
    done = restauration.terminer(team.home, ready)
    assert path.read_text() == "id = 1"
    kept = done.formulaires_gardes
    assert kept.name == done.garde.name.replace("coffre", "formulaires")
    assert (kept / "echelles" / "sommeil.toml").read_text() == "id = 2"
    assert not done.formulaires_en_attente


def test_that_forms_refused_by_the_disk_come_with_the_next_opening(team, tmp_path):
    own_file(team.home, "id = 1")
    made, office = sauvegardes.sauvegarder(team.medecin).chemin, team.medecin
    blank = Home(tmp_path / "neuf")
    blank.root.mkdir()
    blank.formulaires.write_text("a file where the folder should be")
    assert restauration.restaurer(
        blank, made, secret(team), cost=office.cost
    ).formulaires_en_attente
    blank.formulaires.unlink()
    unlock.close(unlock.open_cabinet(blank, office.membre.id, PASSPHRASE, cost=office.cost))
    assert (blank.formulaires / "echelles" / "sommeil.toml").read_text() == "id = 1"


def test_that_what_is_given_up_leaves_nothing(team, made):
    ready = restauration.preparer_ouvert(team.medecin, made)
    restauration.abandonner(ready)
    assert not list(team.home.root.glob("coffre.*nouveau*"))
    restauration.abandonner(restauration.preparer_ouvert(team.medecin, made))


def test_that_a_cabinet_in_use_is_not_replaced(team, made, tmp_path):
    """Its own window is open: from the outside, one waits for it."""
    with pytest.raises(AccessDenied):
        restauration.preparer(
            team.home, made, secret(team, Role.PSYCHOLOGUE), cost=team.medecin.cost
        )
    ready = restauration.preparer(team.home, made, secret(team), cost=team.medecin.cost)
    with pytest.raises(StoreBusy):
        _in_another_process(team, ready)
    assert names(team.home, team.medecin) == ["Autre", "Légende"]


def _in_another_process(team, ready):
    from tests.store.another_process import running

    key, store_id = team.medecin.key, keyring.load(team.home.coffre).store_id
    team.medecin.store.close()
    with running("hold", team.home.coffre, key, store_id) as process:
        assert process.stdout.readline() == "open\n"
        restauration.terminer(team.home, ready)


def test_that_only_who_may_replaces_a_cabinet_from_inside(team, made):
    for role in (Role.PSYCHOLOGUE, Role.SECRETARIAT):
        with pytest.raises(AccessDenied):
            restauration.preparer_ouvert(team[role], made)


def test_that_who_restored_is_noted(team, made, tmp_path):
    blank, office = Home(tmp_path / "neuf"), team.psychologue
    restauration.restaurer(blank, made, secret(team, Role.PSYCHOLOGUE), cost=office.cost)
    again = unlock.open_cabinet(blank, office.membre.id, PASSPHRASE, cost=office.cost)
    with again.store.read() as work:
        from microstructure_desktop.domain.acces import Filtre

        (line,) = work.acces.page(Filtre(action=Action.RESTAURATION), None, 5)
    unlock.close(again)
    assert line.membre == office.membre.id


@pytest.fixture
def away(team, tmp_path):
    """Where a key that nobody has at hand today holds a backup."""
    made = tmp_path / "cle"
    made.mkdir()
    return made


def test_that_who_was_removed_neither_restores_nor_comes_back(team, away):
    office, home = team.medecin, team.home
    gone = equipe.add(office, NouveauMembre("Jean", "Second", Role.MEDECIN), PASSPHRASE)
    path = sauvegardes.sauvegarder(office, Genre.EXPORTEE, away).chemin
    retrait.retirer(office, gone.id, feuille_vue=False)
    with pytest.raises(AccessDenied):
        restauration.restaurer(home, path, Phrase(gone.id, PASSPHRASE), cost=office.cost)
    restauration.restaurer(home, path, secret(team), cost=office.cost)
    assert names(home, office) == []
    with pytest.raises(AccountUnknown):
        unlock.open_cabinet(home, gone.id, PASSPHRASE, cost=office.cost)
    for path in home.coffre.glob("trousseau*"):
        assert gone.id not in path.read_text()


def test_that_who_was_erased_stays_so_without_the_register_of_the_folder(team, away):
    patient = team.patient()
    path = sauvegardes.sauvegarder(team.medecin, Genre.EXPORTEE, away).chemin
    erase(team, patient)
    (team.home.root / "effacements.json").unlink()
    ready = restauration.preparer_ouvert(team.medecin, path)
    assert ready.apercu.patients == 0
    restauration.abandonner(ready)


def test_that_the_register_beside_learns_whom_the_backup_knows(team):
    gone = team.patient()
    erase(team, gone)
    made = sauvegardes.sauvegarder(team.medecin).chemin
    unlock.close(team.medecin)
    (team.home.root / erased.NAME).write_text("[]")
    restauration.restaurer(team.home, made, secret(team), cost=team.medecin.cost)
    found = {one.empreinte for one in erased.read(team.home.root)}
    assert found == {erased.fingerprint(gone.id)}


def test_that_the_recovery_sheet_is_enough(team, tmp_path):
    """Nobody remembers anything: a file and a sheet of paper bring the cabinet back."""
    code = recovery_code.generate()
    home, office = team.home, team.medecin
    ring = rescue.add_sheet(
        keyring.load(home.coffre), office.key, code, "2026-11-19", office.membre.id
    )
    keyring.save(home.coffre, ring)
    path = sauvegardes.sauvegarder(office).chemin
    blank = Home(tmp_path / "neuf")
    typed = " ".join(recovery_code.groups(code)).lower()
    done = restauration.restaurer(blank, path, Code(typed), cost=office.cost)
    assert done.apercu.patients == 0
    key = keys.unlock_with_code(keyring.load(blank.coffre), code)
    assert key.raw == office.key.raw
    assert sauvegardes.exercice(office, path, Code(typed)).feuille
