"""A backup of before somebody left comes back under a key that they never had."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.paths import Home
from microstructure_desktop.services import (
    comptes,
    equipe,
    ouvrables,
    restauration,
    restauration_cle,
    retrait,
    sauvegardes,
    secours,
    unlock,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.restauration_cle import Feuille, Suite
from microstructure_desktop.services.secret_sauvegarde import BackupOtherKey, Code, Phrase
from microstructure_desktop.store import backup_reading, keyring, keys, recovery_code, rescue
from microstructure_desktop.store.backup_rekey import Folder
from microstructure_desktop.store.failures import AccountUnknown, WrongRecoveryCode
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from tests.cabinet import PASSPHRASE, TODAY

OLD, NEW = bytes(range(20)), bytes(range(1, 21))


@pytest.fixture
def away(team, tmp_path):
    """Where a stick that nobody has at hand holds a backup of one patient, under this key."""
    stick = tmp_path / "cle"
    stick.mkdir()
    team.patient()
    return stick


@pytest.fixture
def opened(team):
    made = []

    def opener(role=Role.MEDECIN):
        made.append(
            unlock.open_cabinet(
                team.home,
                team.offices[role].membre.id,
                PASSPHRASE,
                cost=team.medecin.cost,
                now=team.clock,
            )
        )
        return made[-1]

    yield opener
    for office in made:
        unlock.close(office)


def exported(office, folder):
    return sauvegardes.sauvegarder(office, Genre.EXPORTEE, folder).chemin


def printed(office, code, *, proved=True):
    ring = rescue.add_sheet(
        keyring.load(office.home.coffre), office.key, code, "2026-11-01", office.membre.id
    )
    if proved:
        ring = rescue.prove_sheet(ring, office.key, code, "2026-11-02")
    keyring.supersede(office.home.coffre, ring)


def phrase(team, role=Role.MEDECIN):
    return Phrase(team.offices[role].membre.id, PASSPHRASE)


def typed(code):
    return Code(" ".join(recovery_code.groups(code)))


def removed(office, team, *, seen=False):
    retrait.retirer(office, team.offices[Role.PSYCHIATRE].membre.id, feuille_vue=seen)


def restored(team, path, secret=None):
    return restauration.restaurer(
        team.home, path, secret or phrase(team), cost=team.medecin.cost, now=team.clock
    )


def test_that_the_key_of_who_left_opens_nothing_of_what_is_restored(team, away, opened):
    """Their old stick gives the key of its day: it is not that of the cabinet any more."""
    path, leaver = exported(team.medecin, away), team.offices[Role.PSYCHIATRE].membre
    theirs = backup_reading.accounts(backup_reading.look(path))
    stolen, _ = keys.unlock(theirs, leaver.id, PASSPHRASE, team.medecin.cost.bounds())
    removed(team.medecin, team)
    seen = restauration.apercu(team.home, path, phrase(team), cost=team.medecin.cost)
    done = restored(team, path)
    assert seen.suite == done.apercu.suite == Suite(autre_cle=True, partis=(leaver.nom_complet,))
    assert done.partis == (leaver.nom_complet,)
    ring = keyring.load(team.home.coffre)
    assert not keys.vouches(ring, stolen)
    assert not keys.vouches(ring, keys_of(done.garde, team))
    office = opened()
    assert office.key.raw not in {stolen.raw, keys_of(done.garde, team).raw}
    assert {k.raw for k in office.store.former_keys()} == {stolen.raw}
    assert (office.store.counts()[0], office.store.verify()) == (1, [])


def keys_of(folder, team):
    ring, bounds = keyring.load(folder), team.medecin.cost.bounds()
    return keys.unlock(ring, team.medecin.membre.id, PASSPHRASE, bounds)[0]


def test_that_the_team_says_who_left_and_the_log_why(team, away, opened):
    path, leaver = exported(team.medecin, away), team.offices[Role.PSYCHIATRE].membre
    removed(team.medecin, team)
    restored(team, path)
    office = opened()
    found = {c.membre.id: c.membre for c in comptes.comptes(office)}[leaver.id]
    assert (found.actif, found.retire_le) == (False, TODAY)
    with office.store.read() as work:
        (line,) = work.acces.page(Filtre(action=Action.CLE_CHANGEE), None, 9)
        (back,) = work.acces.page(Filtre(action=Action.RESTAURATION), None, 9)
    assert (line.objet, line.detail) == (leaver.id, "restauration")
    assert line.membre == back.membre == team.medecin.membre.id


def test_that_the_copies_of_before_are_brought_under_the_new_key(team, away, opened):
    """Those that who left opens, and no others: what was put aside stays for who comes back."""
    path, leaver = exported(team.medecin, away), team.offices[Role.PSYCHIATRE].membre
    removed(team.medecin, team)
    between = opened()
    ready = restauration.preparer_ouvert(between, path, phrase(team))
    unlock.close(between)
    aside = restauration.terminer(team.home, ready).garde
    before = {p: p.read_bytes() for p in team.home.sauvegardes.glob("*.msmabak")}
    office = opened()
    assert retrait.reprendre(office) == Folder()
    assert {p: p.read_bytes() for p in team.home.sauvegardes.glob("*.msmabak")} == before
    assert ouvrables.ouvrables(office).fichiers == ()
    assert aside.exists()
    assert retrait.reprendre(office, away) == Folder(1)
    ring = backup_reading.accounts(backup_reading.look(path))
    with pytest.raises(AccountUnknown):
        keys.unlock(ring, leaver.id, PASSPHRASE, office.cost.bounds())
    assert backup_reading.read(path, office.key, team.home.sauvegardes).patients == 1


def test_that_from_inside_one_of_before_needs_a_secret_of_its_time(team, away, opened):
    path = exported(team.medecin, away)
    removed(team.medecin, team)
    office = opened()
    before = sorted(team.home.sauvegardes.iterdir())
    with pytest.raises(BackupOtherKey):
        restauration.preparer_ouvert(office, path)
    assert sorted(team.home.sauvegardes.iterdir()) == before  # not even the one made first


def test_that_who_came_after_what_is_in_place_is_not_taken_for_gone(team, away, opened):
    """A restoration is undone: whoever joined since the old backup has their account again."""
    old = exported(team.medecin, away)
    removed(team.medecin, team)
    office = opened()
    newcomer = equipe.add(office, NouveauMembre("Jean", "Second", Role.MEDECIN), PASSPHRASE)
    ready = restauration.preparer_ouvert(office, old, phrase(team))
    unlock.close(office)
    restauration.terminer(team.home, ready)
    office = opened()
    (back,) = (p for p in team.home.sauvegardes.glob("*avant-restauration*.msmabak"))
    assert restauration.suite(office, back) == Suite(autre_cle=True)
    ready = restauration.preparer_ouvert(office, back, phrase(team))
    unlock.close(office)
    assert restauration.terminer(team.home, ready).partis == ()
    again = unlock.open_cabinet(team.home, newcomer.id, PASSPHRASE, cost=office.cost)
    assert again.store.verify() == []
    unlock.close(again)


def test_that_the_same_key_drops_nobody_and_changes_nothing(team, away, opened):
    """Here the key file in place is the older one."""
    office = team.medecin
    old = exported(office, away)
    newcomer = equipe.add(office, NouveauMembre("Jean", "Second", Role.MEDECIN), PASSPHRASE)
    recent = away / "recente"
    recent.mkdir()
    recent = exported(office, recent)
    key = DatabaseKey(office.key.raw)
    unlock.close(office)
    for path in (old, recent):
        assert restored(team, path).apercu.suite == Suite()
    assert keyring.load(team.home.coffre).slot(newcomer.id) is not None
    assert keys.vouches(keyring.load(team.home.coffre), key)


def test_that_a_backup_brought_up_since_does_not_bring_anybody_back(team, opened):
    """It is under the key of today, and its team is that of its day."""
    path, leaver = sauvegardes.sauvegarder(team.medecin).chemin, team.offices[Role.PSYCHIATRE]
    removed(team.medecin, team)
    office = opened()
    assert restauration.suite(office, path) == Suite()
    ready = restauration.preparer_ouvert(office, path)
    unlock.close(office)
    done = restauration.terminer(team.home, ready)
    assert (done.apercu.suite, done.partis) == (Suite(), (leaver.membre.nom_complet,))
    found = {c.membre.id: c.membre for c in comptes.comptes(opened())}[leaver.membre.id]
    assert (found.actif, found.retire_le) == (False, TODAY)


def test_that_the_day_they_left_is_kept_when_the_cabinet_knows_it(team, away, opened):
    path, leaver = exported(team.medecin, away), team.offices[Role.PSYCHIATRE].membre
    removed(team.medecin, team)
    office = opened()
    with office.store.begin(office.membre.id, office.now()) as work:
        gone = replace(work.equipe.get(leaver.id), retire_le=TODAY.replace(day=2))
        work.equipe.save(gone)
    ready = restauration.preparer_ouvert(office, path, phrase(team))
    unlock.close(office)
    restauration.terminer(team.home, ready)
    found = {c.membre.id: c.membre for c in comptes.comptes(opened())}[leaver.id]
    assert found.retire_le == TODAY.replace(day=2)


def test_that_the_sheet_of_today_opens_and_not_the_one_that_was_replaced(team, away):
    printed(team.medecin, OLD)
    path = exported(team.medecin, away)
    printed(team.medecin, NEW)
    removed(team.medecin, team)
    assert restored(team, path).apercu.suite.feuille is Feuille.RIEN_A_DIRE
    ring = keyring.load(team.home.coffre)
    assert keys.vouches(ring, keys.unlock_with_code(ring, NEW))
    with pytest.raises(WrongRecoveryCode):
        keys.unlock_with_code(ring, OLD)


def test_that_a_sheet_replaced_under_the_same_key_stays_replaced(team, away):
    printed(team.medecin, OLD)
    path = exported(team.medecin, away)
    printed(team.medecin, NEW)
    unlock.close(team.medecin)
    assert restored(team, path).apercu.suite == Suite()
    ring = keyring.load(team.home.coffre)
    assert [s.prouvee for s in ring.secours] == ["2026-11-02"]
    keys.unlock_with_code(ring, NEW)
    with pytest.raises(WrongRecoveryCode):
        keys.unlock_with_code(ring, OLD)


def test_that_a_sheet_that_was_seen_does_not_come_back(team, away):
    printed(team.medecin, OLD)
    path = exported(team.medecin, away)
    removed(team.medecin, team, seen=True)
    assert restored(team, path).apercu.suite.feuille is Feuille.RETIREE
    assert keyring.load(team.home.coffre).secours == ()


def test_that_who_has_nothing_but_a_sheet_that_was_seen_comes_in_and_is_told(team, away, opened):
    printed(team.medecin, OLD)
    path = exported(team.medecin, away)
    removed(team.medecin, team, seen=True)
    done = restored(team, path, typed(OLD))
    assert done.apercu.suite.feuille is Feuille.SERVIE
    assert done.apercu.suite.autre_cle
    ring = keyring.load(team.home.coffre)
    assert keys.vouches(ring, keys.unlock_with_code(ring, OLD))
    assert secours.etat(opened()).rappel.startswith(
        f"La feuille de secours a servi le {TODAY:%d/%m/%Y}"
    )


def test_that_a_key_file_that_nobody_vouches_for_adds_no_sheet(team, away):
    """Anybody may write in the folder: only what the backup has already may stay."""
    printed(team.medecin, OLD)
    path = exported(team.medecin, away)
    removed(team.medecin, team)
    folder = team.home.coffre
    forged = keyring.load(folder)
    mine = rescue.add_sheet(
        forged, keys_of(folder, team), NEW, "2026-11-03", team.medecin.membre.id
    )
    slots = tuple(replace(s, salt=bytes(16)) for s in mine.slots)  # no passphrase opens it
    keyring.save(folder, replace(mine, slots=slots))
    restored(team, path)
    ring = keyring.load(folder)
    assert keys.vouches(ring, keys.unlock_with_code(ring, OLD))
    with pytest.raises(WrongRecoveryCode):
        keys.unlock_with_code(ring, NEW)


def test_that_somebody_opens_it_even_when_everybody_left(team, away):
    path = exported(team.medecin, away)
    place = restauration_cle.EnPlace(
        replace(keyring.load(team.home.coffre), slots=(keyring.load(team.home.coffre).slots[0],)),
        partis={office.membre.id: TODAY for office in team.offices.values()},
    )
    head = backup_reading.look(path)
    made = restauration_cle.plan(head, team.medecin.key, place, None, team.clock())
    assert made.suite == Suite(inconnue=True, autre_cle=True)
    assert len(made.under.ring.slots) == len(backup_reading.accounts(head).slots)
    assert made.under.key.raw != team.medecin.key.raw


def test_that_without_a_readable_key_file_nothing_can_be_known(team, away, tmp_path):
    path, blank = exported(team.medecin, away), Home(tmp_path / "neuf")
    cost = team.medecin.cost
    assert restauration.apercu(blank, path, phrase(team), cost=cost).suite == Suite(inconnue=True)
    done = restauration.restaurer(blank, path, phrase(team), cost=cost)
    assert done.apercu.suite == Suite(inconnue=True)
    assert keys.vouches(keyring.load(blank.coffre), team.medecin.key)


def test_that_only_who_restores_is_told_what_it_would_change(team, away):
    path = exported(team.medecin, away)
    with pytest.raises(AccessDenied):
        restauration.suite(team[Role.SECRETARIAT], path)


def test_that_a_store_restored_under_another_key_is_for_its_owner_alone(team, away):
    path = exported(team.medecin, away)
    removed(team.medecin, team)
    restored(team, path)
    for name in ("store.db", "trousseau.json"):
        assert (team.home.coffre / name).stat().st_mode & 0o077 == 0
    ring, key = keyring.load(team.home.coffre), keys_of(team.home.coffre, team)
    store = Store.open(team.home.coffre, key, ring.store_id)
    assert store.verify() == []
    store.close()
