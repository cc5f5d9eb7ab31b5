"""Who may take which tables out, what is never in them, and what the access log keeps of it."""

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import journal, tableaux_equipe
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.cercle import MotifTropCourt
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.services.tableaux_equipe import (
    Contenu,
    Format,
    PeriodeALEnvers,
    RienDeChoisi,
    preparer,
)

from .cases import as_role, filled, oppose
from .rapport_scene import counted
from .tables import AU, DU, WHY, asked, csv_rows, made

TRIO = (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)
HOSTILE = '=HYPERLINK("http://exemple.invalid")'


def everything(sheets):
    return " ".join(
        str(cell) for rows in sheets.values() for row in rows for cell in row.values()
    ).casefold()


@pytest.mark.parametrize("role", Role)
def test_that_three_professions_take_tables_out(team, role):
    office = as_role(team.medecin, role)
    if role in TRIO:
        assert preparer(office, asked()).classeur.feuilles
        return
    with pytest.raises(AccessDenied):
        preparer(office, asked())


@pytest.mark.parametrize("role", Role)
def test_that_the_doctor_alone_takes_names_out(team, role):
    office = as_role(team.medecin, role)
    if role is Role.MEDECIN:
        assert preparer(office, asked(nominatif=True)).demande.nominatif
        return
    with pytest.raises(AccessDenied):
        preparer(office, asked(nominatif=True))


@pytest.mark.parametrize("motif", ["", "neuf cara", "    pourquoi    "])
def test_that_names_need_a_reason_that_says_something(team, motif):
    with pytest.raises(MotifTropCourt):
        preparer(team.medecin, asked(nominatif=True, motif=motif))


def test_that_something_is_chosen_of_a_period_that_goes_forward(team):
    with pytest.raises(RienDeChoisi):
        preparer(team.medecin, tableaux_equipe.Demande(frozenset(), DU, AU))
    with pytest.raises(PeriodeALEnvers):
        preparer(team.medecin, asked(du=AU, au=DU))


def test_that_nobody_is_named_without_the_flavour_that_names(team, tmp_path):
    people = counted(team)
    filled(team, people["sophie"])
    words = everything(made(team.medecin, tmp_path))
    for who in people.values():
        assert not {who.nom.casefold(), who.prenom.casefold(), who.dossier, who.id} & set(
            words.split()
        )
        assert who.nom.casefold() not in words


def test_that_a_person_has_the_same_rank_on_every_sheet(team, tmp_path):
    """Luc was born in 1980 and Sophie in 1992; he came once and she twice."""
    counted(team)
    found = made(team.medecin, tmp_path)
    bands = {row["Personne"]: row["Tranche d’âge"] for row in found["File active"]}
    assert sorted(bands) == [1, 2]
    acts = [bands[row["Personne"]] for row in found["Activité"]]
    assert acts == ["30 à 39 ans", "30 à 39 ans", "40 à 49 ans"]
    assert {row["Personne"] for row in found["Forfaits"]} == {1, 2}


def test_that_ranks_are_drawn_again_for_each_file(team):
    """Twelve people each with a forfait of their own day: the same order three times by chance
    happens once in 10^17.
    """
    for day in range(1, 13):
        team.patient(f"Nom{day}", debut=DU.replace(day=day))
    drawn = [_ranks(preparer(team.medecin, asked(Contenu.FORFAITS))) for _ in range(3)]
    assert all(sorted(ranks) == list(range(1, 13)) for ranks in drawn)
    assert len(set(drawn)) > 1


def _ranks(tableaux):
    return tuple(row[0] for row in tableaux.classeur.feuilles[1].lignes)


def test_that_who_objects_to_being_counted_is_only_where_names_are(team, tmp_path):
    """Alix was seen in 2025."""
    alix = counted(team)["alix"]
    year = {"du": DU.replace(year=2025), "au": AU.replace(year=2025)}
    ready = preparer(team.medecin, asked(Contenu.ACTIVITE, Contenu.FILE_ACTIVE, **year))
    assert (ready.exclus, ready.fermes) == (1, 0)
    plain = made(team.medecin, tmp_path, Contenu.ACTIVITE, Contenu.FILE_ACTIVE, **year)
    assert [len(plain[sheet]) for sheet in ("Activité", "File active")] == [2, 1]
    assert any("s’oppose à être comptée" in row["À savoir"] for row in plain["À lire"])
    named = made(team.medecin, tmp_path, Contenu.ACTIVITE, nominatif=True, **year)
    assert [row["Dossier"] for row in named["Activité"]].count(alix.dossier) == 1


def test_that_a_closed_record_is_in_no_table_and_its_number_is_said(team, tmp_path):
    people = counted(team)
    oppose(team, people["sophie"])
    for nominatif in (False, True):
        ready = preparer(team.medecin, asked(Contenu.ACTIVITE, nominatif=nominatif))
        assert (ready.exclus, ready.fermes) == (0, 1)
        found = made(team.medecin, tmp_path, Contenu.ACTIVITE, nominatif=nominatif)
        assert len(found["Activité"]) == 1
        assert any("1\u00a0dossier vous est fermé" in row["À savoir"] for row in found["À lire"])
    assert len(made(team.psychologue, tmp_path, Contenu.ACTIVITE)["Activité"]) == 3


def test_that_names_and_numbers_are_there_when_asked_in_the_order_of_days(team, tmp_path):
    people = counted(team)
    rows = made(team.medecin, tmp_path, Contenu.ACTIVITE, nominatif=True)["Activité"]
    sophie, luc = people["sophie"], people["luc"]
    assert [(row["Personne"], row["Dossier"]) for row in rows] == [
        (sophie.nom_affiche, sophie.dossier),
        (sophie.nom_affiche, sophie.dossier),
        (luc.nom_affiche, luc.dossier),
    ]


def test_that_a_hostile_name_stays_a_text(team, tmp_path):
    who = team.patient(HOSTILE, "Luc")
    team.seance(who.id, AU)
    found = made(team.medecin, tmp_path, Contenu.ACTIVITE, nominatif=True)
    assert found["Activité"][0]["Personne"] == who.nom_affiche
    ready = preparer(team.medecin, asked(Contenu.ACTIVITE, nominatif=True))
    folder = tableaux_equipe.enregistrer(team.medecin, ready, tmp_path / "csv", Format.CSV)
    assert csv_rows(folder / "02_activite.csv")[0]["Personne"] == "'" + who.nom_affiche


def test_that_what_leaves_is_noted_with_its_reason(team, tmp_path):
    counted(team)
    made(team.medecin, tmp_path, Contenu.FORFAITS, Contenu.ACTIVITE, nominatif=True)
    named = journal.read(team.medecin, Demande()).lignes[0]
    assert (named.acces.action, named.acces.motif) == (Action.EXPORT, WHY)
    assert named.acces.objet == "activite forfaits"
    assert named.quoi == "Tableau enregistré\u00a0: tableaux pour l’équipe, avec les noms"
    made(team.medecin, tmp_path, Contenu.ACTIVITE)
    plain = journal.read(team.medecin, Demande()).lignes[0]
    assert (plain.acces.motif, plain.acces.patient) == ("", None)
    assert plain.quoi == "Tableau enregistré\u00a0: tableaux pour l’équipe, sans identité"


def test_that_nothing_is_noted_before_it_is_saved(team):
    before = len(journal.read(team.medecin, Demande()).lignes)
    preparer(team.medecin, asked(nominatif=True))
    assert len(journal.read(team.medecin, Demande()).lignes) == before


def test_that_the_name_of_the_file_is_its_period(team):
    assert preparer(team.medecin, asked()).fichier == "tableaux-2026-01-01-2026-11-19"
