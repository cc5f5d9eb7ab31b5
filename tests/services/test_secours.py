"""A lost passphrase is repaired by a colleague, or by the sheet; the last way keeps the file."""

from copy import deepcopy
from datetime import date, time

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import comptes, secours, unlock
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.secours import GroupsWrong, OwnPassphrase
from microstructure_desktop.services.unlock import AccountSuspended, WrongPassphrase
from microstructure_desktop.store import keyring, recovery_code
from microstructure_desktop.store.failures import NoteSealed, StoreBusy, WrongRecoveryCode
from microstructure_desktop.store.recovery_code import CodeUnreadable
from tests.cabinet import PASSPHRASE, TODAY
from tests.store.another_process import running

NEW = "une autre phrase bien longue"


def typed_back(feuille):
    groups = recovery_code.groups(feuille.code)
    return {rank: groups[rank - 1] for rank in feuille.demandes}


def proved(team):
    feuille = secours.preparer(team.medecin)
    secours.prouver(team.medecin, feuille, typed_back(feuille))
    return feuille


def opened(team, role, passphrase):
    office = team.offices[role]
    return unlock.open_cabinet(
        team.home, office.membre.id, passphrase, cost=office.cost, now=team.clock
    )


def rescued(team, code, role=Role.MEDECIN):
    office = team.offices[role]
    return secours.ouvrir(team.home, code, office.membre.id, NEW, cost=office.cost, now=team.clock)


def test_that_it_is_reminded_until_it_is_proved(team):
    assert secours.etat(team.medecin).rappel == "Aucune feuille de secours n’est imprimée."
    feuille = secours.preparer(team.medecin)
    unproved = secours.etat(team.medecin)
    assert (unproved.faite_le, unproved.prouvee_le) == (TODAY, None)
    assert "n’est pas encore prouvée" in unproved.rappel
    secours.prouver(team.medecin, feuille, typed_back(feuille))
    assert secours.etat(team.medecin) == secours.Etat(TODAY, TODAY, "")


def test_that_the_paper_must_have_been_read(team):
    feuille = secours.preparer(team.medecin)
    assert len(feuille.demandes) == 2
    first, second = feuille.demandes
    with pytest.raises(GroupsWrong) as refusal:
        secours.prouver(team.medecin, feuille, {first: typed_back(feuille)[first], second: "x"})
    assert refusal.value.ranks == (second,)
    with pytest.raises(GroupsWrong) as refusal:
        secours.prouver(team.medecin, feuille, {})
    assert refusal.value.ranks == (first, second)
    assert secours.etat(team.medecin).prouvee_le is None


def test_that_scanning_the_square_code_proves_it_too(team):
    feuille = secours.preparer(team.medecin)
    read = recovery_code.printed(feuille.code, keyring.load(team.home.coffre).store_id)
    secours.prouver(team.medecin, feuille, {feuille.demandes[0]: read})
    assert secours.etat(team.medecin).prouvee_le == TODAY


def test_that_the_former_sheet_opens_until_the_new_one_is_proved(team):
    former = proved(team)
    latest = secours.preparer(team.medecin)
    for feuille in (former, latest):
        assert secours.lire(team.home, "".join(recovery_code.groups(feuille.code))) == feuille.code
    assert secours.etat(team.medecin).rappel == ""
    secours.prouver(team.medecin, latest, typed_back(latest))
    with pytest.raises(WrongRecoveryCode):
        secours.lire(team.home, "".join(recovery_code.groups(former.code)))


def test_that_the_sheet_opens_with_a_new_passphrase_and_asks_for_another_sheet(team):
    patient = team.patient("Légende", "Sophie")
    note = team.medecin.personal.seal("pour moi")
    code = proved(team).code
    unlock.close(team.medecin)
    office = rescued(team, code)
    with office.store.read() as work:
        assert work.patients.get(patient.id).nom == "Légende"
        lines = work.acces.page(Filtre(action=Action.FEUILLE_SECOURS), None, 9)
    assert [line.detail for line in lines] == [
        "secours_utilisee",
        "secours_prouvee",
        "secours_preparee",
    ]
    with pytest.raises(NoteSealed):
        office.personal.open(note)
    assert secours.etat(office).rappel == (
        "La feuille de secours a servi le 19/11/2026\xa0: imprimez-en une autre."
    )
    unlock.close(office)
    with pytest.raises(WrongPassphrase):
        opened(team, Role.MEDECIN, PASSPHRASE)
    unlock.close(opened(team, Role.MEDECIN, NEW))
    unlock.close(opened(team, Role.PSYCHOLOGUE, PASSPHRASE))


def test_that_a_refused_opening_leaves_every_passphrase_as_it_was(team):
    code = proved(team).code
    comptes.suspend(team.medecin, team.psychologue.membre.id)
    unlock.close(team.medecin)
    with pytest.raises(AccountSuspended):
        rescued(team, code, Role.PSYCHOLOGUE)
    with pytest.raises(WrongRecoveryCode):
        rescued(team, bytes(20))
    unlock.close(opened(team, Role.MEDECIN, PASSPHRASE))


def test_that_what_is_typed_wrong_is_named_before_anything_else(team):
    proved(team)
    with pytest.raises(CodeUnreadable):
        secours.lire(team.home, "ABCDE")
    with pytest.raises(WrongRecoveryCode):
        secours.lire(team.home, " ".join(recovery_code.groups(bytes(20))))


def test_that_a_colleague_gives_another_passphrase(team):
    psychologue = team.psychologue.membre
    note = team.psychologue.personal.seal("pour moi")
    with pytest.raises(AccessDenied):
        secours.donner_phrase(team.psychologue, team.medecin.membre.id, NEW)
    with pytest.raises(OwnPassphrase):
        secours.donner_phrase(team.medecin, team.medecin.membre.id, NEW)
    assert secours.donner_phrase(team.medecin, psychologue.id, NEW) == psychologue
    unlock.close(team.medecin)
    office = opened(team, Role.PSYCHOLOGUE, NEW)
    with pytest.raises(NoteSealed):
        office.personal.open(note)
    with office.store.read() as work:
        (line,) = work.acces.page(Filtre(action=Action.CLE_CHANGEE), None, 9)
    assert (line.detail, line.objet) == ("phrase_donnee", psychologue.id)
    unlock.close(office)
    (team.home.coffre / keyring.NAME).unlink()  # its former generation takes its place
    with pytest.raises(WrongPassphrase):
        opened(team, Role.PSYCHOLOGUE, PASSPHRASE)


def test_that_starting_afresh_keeps_the_locked_folder_whole(team):
    key = deepcopy(team.medecin.key)
    unlock.close(team.medecin)
    store_id = keyring.load(team.home.coffre).store_id
    with running("hold", team.home.coffre, key, store_id) as process:
        assert process.stdout.readline() == "open\n"
        with pytest.raises(StoreBusy):
            secours.repartir(team.home, now=team.clock)
    before = {p.name: p.read_bytes() for p in team.home.coffre.iterdir()}
    team.clock.set(date(2026, 11, 22), time(11, 30))
    kept = secours.repartir(team.home, now=team.clock)
    assert kept.name == "coffre.mis-de-cote-20261122-113000"
    assert {p.name: p.read_bytes() for p in kept.iterdir()} == before
    assert not unlock.exists(team.home)
