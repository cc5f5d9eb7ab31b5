"""A file taken up is one act: all of it or nothing, tried before, undone as a whole."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, time
from time import perf_counter

import openpyxl
import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import journal, reprise, unlock
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.services.reprise import ApercuDepasse, DejaAnnule, RienARetenir
from microstructure_desktop.services.reprise_examen import Sort
from tests.cabinet import PASSPHRASE, TODAY
from tests.store import another_process

from . import another_import
from .merges import joined

HEADS = "Nom;Prénom;DDN;Sexe;Programme;Entrée;Sortie;Motif;Adressé par;Remarque"
ROWS = (
    "Légende;Sophie;14/05/1992;F;Covid;03/03/2026;;;CSAPA;=1+1",
    "Récit;Karim;30.1.79;M;Covid;05/01/2026;01/06/2026;PDV;;",
    "Fable;Inès;07/03/1984;Mme;;;;;;",
    "Fable;Ines;07/03/1984;Mme;;;;;;",
    "Conte;;1990;H;;;;;;",
)


@pytest.fixture
def opened(team, tmp_path):
    def file(*rows, heads=HEADS):
        path = tmp_path / "Liste de Mme Légende.csv"
        path.write_bytes("\r\n".join([heads, *rows]).encode("cp1252"))
        return reprise.ouvrir(team.medecin, path)

    return file


def preview(team, opened, role=Role.MEDECIN, programme=None):
    return reprise.examiner(team[role], opened.tableau, opened.colonnes, programme)


def everybody(team):
    with team.medecin.store.read() as work:
        return work.patients.all()


def episodes(team):
    with team.medecin.store.read() as work:
        return work.inclusions.all()


def taken(team, opened, *rows):
    apercu = preview(team, opened(*(rows or ROWS)))
    return reprise.importer(team.medecin, apercu, apercu.proposees())


# --- tried ---------------------------------------------------------------------------------


def test_that_a_dry_run_tells_everything_and_writes_nothing(team, opened):
    team.patient("Récit", "Karim", naissance=date(1979, 1, 30))
    with team.medecin.store.read() as work:
        before = work.revisions.tip
    apercu = preview(team, opened(*ROWS))
    assert [(x.numero, x.sort) for x in apercu.lignes] == [
        (2, Sort.CREER), (3, Sort.CONNU), (4, Sort.CREER), (5, Sort.DOUBLON), (6, Sort.A_CORRIGER)
    ]  # fmt: skip
    with team.medecin.store.read() as work:
        assert work.revisions.tip == before


def test_that_examples_show_what_a_column_holds(opened):
    found = opened(*ROWS)
    assert found.exemples(0) == ("Légende", "Récit", "Fable")
    assert found.exemples(3, 2) == ("F", "M")


def test_that_one_programme_is_given_to_the_rows_that_name_none(team, opened):
    rows = "Fable;Inès;07/03/1984;04/05/2026"
    found = opened(rows, heads="Nom;Prénom;DDN;Entrée")
    apercu = preview(team, found, programme="EQUIPADDICT")
    reprise.importer(team.medecin, apercu, apercu.proposees())
    (episode,) = episodes(team)
    assert (episode.programme, episode.debut) == ("EQUIPADDICT", date(2026, 5, 4))


def test_that_a_workbook_is_read_like_a_text(team, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Nom", "Prénom", "Né le", "Tél"])
    book.active.append(["Légende", "Sophie", date(1992, 5, 14), 612345678])
    path = tmp_path / "liste.xlsx"
    book.save(path)
    apercu = preview(team, reprise.ouvrir(team.psychologue, path))
    lot = reprise.importer(team.psychologue, apercu, apercu.proposees())
    (sophie,) = everybody(team)
    assert (sophie.naissance, sophie.telephone) == (date(1992, 5, 14), "0612345678")
    assert (lot.fichier, lot.lignes, lot.par) == ("XLSX", 1, team.psychologue.membre.id)


@pytest.mark.parametrize("role", [Role.PSYCHIATRE, Role.SECRETARIAT])
def test_that_the_other_roles_may_not(team, opened, role):
    found = opened(*ROWS)
    apercu = preview(team, found)
    lot = reprise.importer(team.medecin, apercu, apercu.proposees())
    done = reprise.annuler(team.medecin, lot.id)
    for action in (
        lambda office: reprise.ouvrir(office, found.chemin),
        lambda office: reprise.examiner(office, found.tableau, found.colonnes),
        lambda office: reprise.importer(office, apercu, apercu.proposees()),
        lambda office: reprise.annuler(office, lot.id),
        lambda office: reprise.retablir(office, done),
        reprise.lots,
    ):
        with pytest.raises(AccessDenied):
            action(team[role])


# --- written -------------------------------------------------------------------------------


def test_that_the_rows_taken_become_records_and_inclusions(team, opened):
    lot = taken(team, opened)
    legende, recit, fable = sorted(everybody(team), key=lambda p: p.numero)
    assert (legende.nom, legende.prenom, legende.sexe) == ("Légende", "Sophie", Sexe.F)
    assert recit.naissance == date(1979, 1, 30)
    assert fable.prenom == "Inès"
    first, second = sorted(episodes(team), key=lambda e: e.debut, reverse=True)
    assert (first.programme, first.debut, first.orienteur) == (
        "COVID_SM", date(2026, 3, 3), "CSAPA"
    )  # fmt: skip
    assert (second.fin, second.motif_sortie) == (date(2026, 6, 1), "PERDU_DE_VUE")
    assert set(lot.patients) == {legende.id, recit.id, fable.id}
    assert set(lot.inclusions) == {first.id, second.id}
    assert (lot.fichier, lot.lignes) == ("CSV", 5)
    assert not team.medecin.store.verify()


def test_that_the_name_of_the_file_is_not_kept(team, opened):
    lot = taken(team, opened)
    with team.medecin.store.read() as work:
        assert "Mme" not in str(work.lots.get(lot.id))


def test_that_the_person_decides_for_the_doubtful_rows_and_may_leave_others(team, opened):
    apercu = preview(team, opened(*ROWS))
    reprise.importer(team.medecin, apercu, frozenset({2, 5, 6}))
    assert [p.prenom for p in everybody(team)] == ["Ines", "Sophie"]  # row 6 has to be corrected


def test_that_nothing_taken_is_said(team, opened):
    apercu = preview(team, opened(*ROWS))
    with pytest.raises(RienARetenir):
        reprise.importer(team.medecin, apercu, frozenset({6}))


def test_that_a_preview_out_of_date_writes_nothing(team, opened):
    apercu = preview(team, opened(*ROWS))
    team.patient("LEGENDE", "Sophie")
    with pytest.raises(ApercuDepasse):
        reprise.importer(team.medecin, apercu, apercu.proposees())
    assert len(everybody(team)) == 1


def test_that_taking_up_the_same_file_again_finds_everybody_known(team, opened):
    taken(team, opened)
    again = preview(team, opened(*ROWS))
    assert again.proposees() == frozenset()
    assert again.comptes()[Sort.CONNU] == 4


# --- undone --------------------------------------------------------------------------------


def test_that_an_import_is_undone_as_a_whole_and_given_back(team, opened):
    lot = taken(team, opened)
    kept = everybody(team), episodes(team)
    done = reprise.annuler(team.travailleur_social, lot.id)
    assert (done.patients, done.gardes) == (3, ())
    assert (everybody(team), episodes(team)) == ([], [])
    with pytest.raises(DejaAnnule):
        reprise.annuler(team.medecin, lot.id)
    reprise.retablir(team.medecin, done)
    assert (everybody(team), episodes(team)) == kept
    assert reprise.annuler(team.medecin, lot.id).patients == 3
    assert not team.medecin.store.verify()


def test_that_each_act_is_in_the_access_log(team, opened):
    lot = taken(team, opened)
    reprise.retablir(team.medecin, reprise.annuler(team.medecin, lot.id))
    page = journal.read(team.medecin, Demande(action=Action.REPRISE))
    said = [(ligne.acces.objet, ligne.quoi) for ligne in page.lignes]
    assert said == [
        (lot.id, f"File active reprise\u00a0: {what}")
        for what in ("rétablissement", "annulation", "CSV")
    ]


def test_that_whoever_was_seen_since_is_kept_and_named_by_number(team, opened):
    lot = taken(team, opened)
    sophie = next(p for p in everybody(team) if p.prenom == "Sophie")
    team.seance(sophie.id, TODAY)
    done = reprise.annuler(team.medecin, lot.id)
    assert (done.patients, done.gardes) == (2, (sophie.dossier,))
    assert everybody(team) == [sophie]
    assert [e.patient for e in episodes(team)] == [sophie.id]


def test_that_whoever_became_part_of_somebody_else_is_kept_with_the_follow_up(team, opened):
    known = team.patient("Légendaire", programme=None, debut=None)
    apercu = preview(team, opened(ROWS[0], ROWS[2]))
    numbers = frozenset(x.numero for x in apercu.lignes)
    lot = reprise.importer(team.medecin, apercu, numbers)
    imported = next(p for p in everybody(team) if p.id == lot.patients[0])
    joined(team, known, imported, certain=True)
    done = reprise.annuler(team.medecin, lot.id)
    assert (done.patients, done.gardes) == (1, (imported.dossier,))
    assert [e.patient for e in episodes(team)] == [known.id]


def test_that_numbers_of_records_taken_back_are_not_given_again(team, opened):
    reprise.annuler(team.medecin, taken(team, opened).id)
    assert team.patient("Nouvelle").numero == 4


def test_that_past_imports_are_listed_the_latest_first(team, opened):
    first = taken(team, opened, ROWS[0])
    team.clock.set(date(2026, 11, 20), time(9))
    second = taken(team, opened, ROWS[1])
    reprise.annuler(team.medecin, second.id)
    seen = reprise.lots(team.medecin)
    assert [x.lot for x in seen] == [replace(second, annule=True), first]
    assert seen[0].auteur == team.medecin.membre.nom_affiche


# --- big, or cut short ---------------------------------------------------------------------


@pytest.mark.parametrize("many", [1_000, pytest.param(10_000, marks=pytest.mark.long)])
def test_that_thousands_of_rows_are_one_transaction(team, many):
    apercu = another_import.preview(many)
    lot = reprise.importer(team.medecin, apercu, apercu.proposees())
    assert len(set(lot.patients)) == len(set(lot.inclusions)) == many
    with team.medecin.store.read() as work:
        assert {r.at for r in work.revisions.history(lot.patients[0])} == {lot.fait_le}
    assert reprise.annuler(team.medecin, lot.id).patients == many
    assert everybody(team) == []


def test_that_an_import_killed_on_its_way_leaves_nothing(team):
    office = team.medecin
    sophie = team.patient()
    office.store.close()
    command = [
        sys.executable,
        "-m",
        another_import.__name__,
        str(office.home.root),
        office.membre.id,
    ]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=another_process.ROOT
    )
    with process:
        while process.stdout.readline() != "begin\n":
            pass
        assert process.stdout.readline() == "now\n"  # the transaction begins
        until = perf_counter() + 0.2
        while perf_counter() < until:
            pass
        process.kill()
        process.stdin.close()
        assert "done\n" not in list(process.stdout)
    again = unlock.open_cabinet(office.home, office.membre.id, PASSPHRASE, cost=office.cost)
    with again.store.read() as work:
        assert (work.patients.all(), work.lots.all()) == ([sophie], [])
    assert again.store.verify() == []
    again.store.close()
