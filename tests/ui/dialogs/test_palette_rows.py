"""The palette puts the best first and names nobody before something is typed."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.lignes import PatientLigne
from microstructure_desktop.ui.actions import (
    Action,
    Groupe,
    actions_for,
    patient_actions_for,
)
from microstructure_desktop.ui.dialogs.palette_rows import (
    Entry,
    Found,
    Heading,
    Known,
    beginning,
    rows,
)
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route

SECTIONS = (Action("page.accueil", "Accueil", "house", Route("accueil"), groupe=Groupe.PAGES),)
WITH = patient_actions_for(Role.MEDECIN)
KNOWN = Known((*actions_for(Role.MEDECIN), *SECTIONS), WITH)


def ligne(nom="DELMAS Sophie", *, actif=True):
    return PatientLigne(
        PatientId("p1"), nom, "SD", 34, "0027", date(1992, 5, 14), None, None, actif
    )


@pytest.fixture
def discretion(qapp):
    return Discretion()


def listed(typed, discretion, *lignes, action=None, known=KNOWN):
    found = Found(typed, lignes, action)
    return [
        f"# {row.text}" if isinstance(row, Heading) else row.title
        for row in rows(typed, found, known, discretion)
    ]


def test_that_nothing_typed_lists_everything_and_nobody(discretion):
    shown = listed("", discretion, ligne())
    assert shown[0] == "# Actions"
    assert "Accueil" in shown
    assert not [line for line in shown if "DELMAS" in line]


def test_that_what_was_done_lately_comes_first_and_once(discretion):
    known = Known(KNOWN.actions, WITH, ("verrouiller", "inconnue", "page.accueil"))
    shown = listed("", discretion, known=known)
    assert shown[:3] == ["# Récemment", "Verrouiller", "Accueil"]
    assert shown.count("Verrouiller") == 1


def test_that_people_come_first_with_what_may_be_done(discretion):
    shown = listed("del", discretion, ligne(), ligne("DELORME Kévin"))
    assert shown == [
        "# Patients", "DELMAS Sophie", "DELORME Kévin",
        "# Avec DELMAS Sophie", "Nouvelle séance avec DELMAS Sophie", "Fiches de DELMAS Sophie",
        "# Réglages", "Délai avant verrouillage",
    ]  # fmt: skip


def test_that_an_action_begun_comes_before_names_only_near(discretion):
    shown = listed("verr", discretion, ligne("VÉRANE Luc"))
    assert shown[:2] == ["# Actions", "Verrouiller"]
    assert shown.index("# Patients") > shown.index("Verrouiller")
    assert listed("verr", discretion, ligne("VERRIER Luc"))[0] == "# Patients"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("synthèse", "Préparer la réunion de synthèse"),
        ("SYNTH prep", "Préparer la réunion de synthèse"),
        ("importer", "Reprendre une liste existante"),
        ("libreoffice", "Tableaux pour l’équipe"),
        ("mode discret", "Masquer ou montrer les noms"),
        ("accueil", "Accueil"),
        ("aller accueil", "Accueil"),
        ("réglages sombre", "Apparence et taille du texte"),
    ],
)
def test_that_an_action_is_found_by_its_words_or_what_it_means(discretion, typed, first):
    assert listed(typed, discretion)[1] == first


def test_that_nothing_that_matches_lists_nothing(discretion):
    assert listed("zzzz", discretion) == []


def test_that_an_action_begun_then_a_name_lists_the_people_to_do_it_with(discretion):
    action, rest = beginning("séance del", WITH)
    assert (action.key, rest) == ("seance", "del")
    shown = listed("séance del", discretion, ligne(), action=action)
    assert shown == ["# Actions", "Nouvelle séance avec DELMAS Sophie"]
    for typed in ("séance", "séance ", "sé del", "delmas sophie"):
        assert beginning(typed, WITH) is None


def test_that_a_discreet_screen_names_nobody(discretion):
    discretion.switch(on=True)
    shown = rows("del", Found("del", (ligne(actif=False),)), KNOWN, discretion)
    people = [row for row in shown if isinstance(row, Entry)][:2]
    assert [p.title for p in people] == [
        "S.\xa0D.", "Nouvelle séance avec S.\xa0D. · n°\xa00027"
    ]  # fmt: skip
    assert people[0].subtitle == "34\xa0ans · n°\xa00027 · suivi terminé"


def test_that_an_entry_about_somebody_is_never_remembered(discretion):
    shown = rows("del", Found("del", (ligne(),)), KNOWN, discretion)
    keys = {row.title: row.key for row in shown if isinstance(row, Entry)}
    assert keys["DELMAS Sophie"] == keys["Nouvelle séance avec DELMAS Sophie"] == ""
    assert keys["Délai avant verrouillage"] == "delai"


def test_that_an_entry_is_said_whole():
    assert Entry("Verrouiller", "lock", print, "", "Ctrl+L").spoken() == "Verrouiller, Ctrl+L"
