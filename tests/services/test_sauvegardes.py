"""Backups make themselves, are few, and say when something is wrong with them."""

from datetime import date, time, timedelta

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.sauvegarde import Fraicheur, Genre
from microstructure_desktop.services import drafts, restauration, sauvegardes, supports
from microstructure_desktop.services.secret_sauvegarde import Phrase
from microstructure_desktop.services.supports import SameFolder
from microstructure_desktop.store.backup_failures import BackupOfAnother, MediumGone
from microstructure_desktop.store.failures import WrongPassphrase
from tests.altered_log import alter
from tests.cabinet import PASSPHRASE, TODAY, make_team
from tests.store.backups import own_file


@pytest.fixture
def stick(tmp_path):
    path = tmp_path / "cle"
    path.mkdir()
    return path


def later(team, **more):
    moment = (team.clock() + timedelta(**more)).astimezone()
    team.clock.set(moment.date(), moment.time())


def logged(office, action):
    with office.store.read() as work:
        return [a.detail for a in work.acces.page(Filtre(action=action), None, 50)]


def files(folder):
    return sorted(p.name for p in folder.iterdir() if p.name.startswith("msma-"))


def test_that_a_cabinet_without_any_says_so(team):
    state = sauvegardes.etat(team.medecin)
    assert (state.derniere, state.fraicheur) == (None, Fraicheur.JAMAIS)
    assert state.alarme == "Aucune sauvegarde de ce cabinet n’existe sur cet ordinateur."
    assert state.exercice_du


def test_that_a_new_one_is_the_latest_and_is_noted(team):
    team.patient()
    made = sauvegardes.sauvegarder(team.psychologue)
    state = sauvegardes.etat(team.medecin)
    assert state.derniere == made
    assert (state.fraicheur, state.alarme, state.attend_depuis) == (Fraicheur.OK, "", None)
    assert logged(team.medecin, Action.SAUVEGARDE) == ["auto"]


def test_that_an_altered_log_is_said_and_keeps_nobody_from_a_backup(team):
    team.patient()
    alter(team.medecin.store)
    made = sauvegardes.sauvegarder(team.medecin)
    found = sauvegardes.verifier(team.medecin, made.chemin)
    assert (found.saine, found.patients) == (True, 1)
    assert found.journal.startswith("Le journal d’accès a été modifié")
    assert made.chemin.exists()  # its name says nothing of damage
    secret = Phrase(team.medecin.membre.id, PASSPHRASE)
    assert sauvegardes.exercice(team.medecin, made.chemin, secret).reussi


def test_that_what_waits_two_days_is_an_alarm(team):
    sauvegardes.sauvegarder(team.medecin)
    later(team, days=5)
    assert sauvegardes.etat(team.medecin).alarme == ""  # nothing was entered since
    team.patient()
    later(team, hours=47)
    assert sauvegardes.etat(team.medecin).fraicheur is Fraicheur.OK
    later(team, hours=2)
    assert sauvegardes.etat(team.medecin).alarme == (
        f"La dernière sauvegarde date du {TODAY:%d/%m/%Y}\u00a0: faites-en une maintenant."
    )


def test_that_closing_makes_one_when_something_changed(team, home):
    sauvegardes.quand_ferme(team.travailleur_social)
    assert len(files(home.sauvegardes)) == 1
    later(team, hours=3)
    sauvegardes.quand_ferme(team.medecin)  # nothing changed
    assert len(files(home.sauvegardes)) == 1
    team.patient()
    sauvegardes.quand_ferme(team.medecin)
    assert len(files(home.sauvegardes)) == 2
    later(team, minutes=29)
    team.patient("Autre", naissance=date(1970, 1, 1))
    sauvegardes.quand_ferme(team.medecin)  # too soon
    assert len(files(home.sauvegardes)) == 2
    later(team, minutes=1)
    sauvegardes.quand_ferme(team.medecin)
    assert len(files(home.sauvegardes)) == 3


def test_that_closing_makes_one_of_what_was_only_typed(team, home):
    sauvegardes.quand_ferme(team.medecin)
    later(team, hours=1)
    drafts.save(team.medecin, drafts.SEANCE, "1", {"note": "pas encore enregistrée"})
    assert sauvegardes.etat(team.medecin).attend_depuis == team.clock()
    sauvegardes.quand_ferme(team.medecin)
    assert len(files(home.sauvegardes)) == 2


def test_that_closing_makes_one_of_a_form_that_the_cabinet_wrote(team, home):
    sauvegardes.quand_ferme(team.medecin)
    own_file(home, "id = 1")
    later(team, hours=1)
    for _ in range(2):
        sauvegardes.quand_ferme(team.medecin)
        assert len(files(home.sauvegardes)) == 2
        later(team, hours=1)
    latest = sauvegardes.lister(home.sauvegardes)[0].chemin
    assert sauvegardes.verifier(team.medecin, latest).formulaires == 1


def test_that_a_disk_that_refuses_keeps_nobody_from_leaving(team, home):
    home.sauvegardes.write_text("a file where the folder should be")
    sauvegardes.quand_ferme(team.medecin)
    assert home.sauvegardes.read_text() != ""
    assert sauvegardes.etat(team.medecin).fraicheur is Fraicheur.JAMAIS


def test_that_too_many_go_but_not_those_of_another_cabinet(team, home, stick):
    other = stick / "msma-20250101-080000-cle.msmabak"
    first = sauvegardes.sur_support(team.medecin, stick)
    content = first.chemin.read_bytes().replace(
        b'"store_id": "', b'"store_id": "0', 1
    )  # a label of another store
    other.write_bytes(content)
    for _ in range(3):
        later(team, days=2)
        sauvegardes.sur_support(team.medecin, stick)
        later(team, hours=1)
        sauvegardes.sur_support(team.medecin, stick)
    names = files(stick)
    assert names[0] == other.name
    assert len(names) == 1 + 1 + 2 + 2  # the first day, the latest of one, two of the last 24 h
    assert sauvegardes.lister(stick)[-1].chemin == other


def test_that_each_key_has_its_age(team, tmp_path):
    one, two = (tmp_path / name for name in ("bleue", "rouge"))
    for stick in (one, two):
        stick.mkdir()
    sauvegardes.sur_support(team.medecin, one)
    later(team, days=9)
    assert sauvegardes.etat(team.medecin).ailleurs is Fraicheur.ANCIENNE
    sauvegardes.sur_support(team.psychologue, two)
    state = sauvegardes.etat(team.medecin)
    assert {s.support.nom: s.fraicheur for s in state.supports} == {
        "bleue": Fraicheur.ANCIENNE,
        "rouge": Fraicheur.OK,
    }
    assert state.ailleurs is Fraicheur.OK
    assert state.derniere is None  # none on this computer
    supports.retirer(team.medecin, supports.known_mark(one).id)
    assert [s.support.nom for s in sauvegardes.etat(team.medecin).supports] == ["rouge"]


def test_that_a_key_is_somewhere_else_and_there(team, home, stick):
    with pytest.raises(SameFolder):
        sauvegardes.sur_support(team.medecin, home.sauvegardes)
    stick.rmdir()
    with pytest.raises(MediumGone):
        sauvegardes.sur_support(team.medecin, stick)
    assert not stick.exists()
    assert sauvegardes.etat(team.medecin).supports == ()


def test_that_one_that_is_damaged_is_never_the_latest_again(team):
    good = sauvegardes.sauvegarder(team.medecin)
    later(team, hours=1)
    bad = sauvegardes.sauvegarder(team.medecin)
    assert sauvegardes.verifier(team.medecin, good.chemin).saine
    with bad.chemin.open("r+b") as file:
        file.seek(-9_000, 2)
        file.write(b"\0")
    examined = sauvegardes.verifier(team.medecin, bad.chemin)
    assert not examined.saine
    assert "abîmée" in examined.checks[0].failure.sentence
    state = sauvegardes.etat(team.medecin)
    assert state.derniere == good
    assert [s.abimee for s in state.toutes] == [True, False]
    later(team, days=60)
    sauvegardes.sauvegarder(team.medecin)
    assert len(sauvegardes.etat(team.medecin).toutes) == 3  # neither thinned nor counted


def test_that_another_cabinets_is_not_ours_to_judge(team, tmp_path, cheap, limits, stick):
    from microstructure_desktop.paths import Home
    from microstructure_desktop.services.office import Cost

    other = make_team(Home(tmp_path / "autre"), Cost(cheap, limits))
    made = sauvegardes.sur_support(other.medecin, stick)
    other.medecin.store.close()
    with pytest.raises(BackupOfAnother):
        sauvegardes.verifier(team.medecin, made.chemin)
    assert made.chemin.exists()


def test_that_a_drill_restores_beside_and_counts(team, home, stick):
    team.patient()
    made = sauvegardes.sur_support(team.medecin, stick)
    before = sorted(p.name for p in home.root.iterdir())
    secret = Phrase(team.psychologue.membre.id, PASSPHRASE)
    done = sauvegardes.exercice(team.medecin, made.chemin, secret)
    assert (done.patients, done.reussi, done.feuille) == (1, True, False)
    assert done.support == supports.known_mark(stick).id
    assert sorted(p.name for p in home.root.iterdir()) == before
    state = sauvegardes.etat(team.medecin)
    assert state.exercice == done
    assert not state.exercice_du
    assert logged(team.medecin, Action.EXERCICE) == [""]


def test_that_a_drill_on_a_damaged_copy_says_so_and_counts_for_nothing(team, stick):
    made = sauvegardes.sur_support(team.medecin, stick)
    with made.chemin.open("r+b") as file:
        file.seek(-9_000, 2)
        file.write(b"\0")
    done = sauvegardes.exercice(
        team.medecin, made.chemin, Phrase(team.medecin.membre.id, PASSPHRASE)
    )
    assert "un octet du fichier a changé" in done.probleme
    assert sauvegardes.etat(team.medecin).exercice_du


def test_that_a_wrong_passphrase_is_no_drill(team):
    made = sauvegardes.sauvegarder(team.medecin)
    with pytest.raises(WrongPassphrase):
        sauvegardes.exercice(team.medecin, made.chemin, Phrase(team.medecin.membre.id, "non"))
    assert sauvegardes.etat(team.medecin).exercice is None


def test_that_one_is_made_before_what_cannot_be_taken_back(team):
    made = sauvegardes.par_precaution(team.medecin, Genre.AVANT_RETRAIT)
    assert made.chemin.name.endswith("avant-retrait.msmabak")
    assert restauration.regarder(made.chemin).genre is Genre.AVANT_RETRAIT


def test_that_the_one_before_a_restoration_leaves_the_oldest_to_restore(team):
    for day in range(8):
        team.clock.set(TODAY + timedelta(days=day), time(9))
        oldest = sauvegardes.etat(team.medecin).toutes[-1:]
        if day < 7:
            sauvegardes.sauvegarder(team.medecin)
    restauration.abandonner(restauration.preparer_ouvert(team.medecin, oldest[0].chemin))
    assert oldest[0].chemin.exists()


def test_that_an_export_thins_nothing(team, stick):
    for day in range(10):
        team.clock.set(TODAY + timedelta(days=day), time(9))
        sauvegardes.sauvegarder(team.medecin, Genre.EXPORTEE, stick)
    assert len(files(stick)) == 10
