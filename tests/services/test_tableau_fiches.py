"""Coded answers shared with the team, in words; nothing typed freely, nothing of one profession."""

from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.model import Control, ItemType, Partage
from microstructure_desktop.services.tableau_fiches import partagees
from microstructure_desktop.services.tableaux_equipe import Contenu
from tests import factories as make
from tests.cabinet import TODAY

from .cases import filled, write
from .scenes import written_everywhere
from .tables import made

FREE = {ItemType.TEXT, ItemType.STRING, ItemType.DATE}


def test_that_each_form_has_its_sheet_and_each_fiche_its_row(team, tmp_path):
    who = team.patient()
    fiche = filled(team, who)
    form = team.medecin.reference.forms.get(fiche.form)
    found = made(team.medecin, tmp_path, Contenu.FICHES)
    (rows,) = (found[name] for name in found if name not in {"À lire", "Dictionnaire", "Codes"})
    (row,) = rows
    assert (row["Date"].date(), row["Complète"]) == (TODAY, "oui")
    item = next(
        i
        for i in partagees(form)
        if i.type is ItemType.CHOICE and not i.repeats and i.id in fiche.answers
    )
    assert item.label(fiche.answers[item.id]) in row.values()


def test_that_what_is_typed_freely_or_private_is_never_asked(team):
    for form in team.medecin.reference.forms.latest():
        for item in partagees(form):
            assert item.type not in FREE
            assert item.partage is Partage.EQUIPE
            assert item.control is not Control.ALERTE


def test_that_no_mark_of_a_text_is_in_any_sheet(team, tmp_path):
    who = team.patient()
    written_everywhere(team, who)
    found = made(team.psychologue, tmp_path, du=date(2020, 1, 1), au=date(2030, 1, 1))
    words = " ".join(str(v) for rows in found.values() for row in rows for v in row.values())
    assert "Psychologue" in words
    assert "repere" not in words


def test_that_an_answer_of_one_profession_is_not_there(team, tmp_path):
    """Not even for who reads it on screen: the table is for all."""
    form = team.psychologue.reference.forms.get("psychologique_suivi")
    trade = next(
        i
        for i in form.questions
        if i.partage is Partage.METIER and i.type is ItemType.CHOICE and not i.repeats
    )
    who = team.patient()
    filled(team, who, **{trade.id: trade.offered[0].code})
    found = made(team.psychologue, tmp_path, Contenu.FICHES)
    assert trade.id not in {row["Nom court"] for row in found["Dictionnaire"]}


def test_that_a_form_of_which_the_role_reads_nothing_has_no_sheet(team, tmp_path):
    """A fiche whose definition is nowhere has none either."""
    who = team.patient()
    write(team, "fiches", make.a_fiche(patient=who.id, form="disparue", jour=TODAY), Role.MEDECIN)
    found = made(team.medecin, tmp_path, Contenu.FICHES)
    assert set(found) == {"À lire", "Dictionnaire"}
