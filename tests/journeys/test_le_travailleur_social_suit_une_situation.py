"""From the entry fiche of a social worker to the follow-up that shows what has changed."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import fiches
from microstructure_desktop.ui.pages.fiches.changes_dialog import ChangesDialog

from .hands import CONTROL

ENTRY, FOLLOW_UP = "Fiche sociale d’entrée", "Fiche sociale de suivi"
MAY, NOVEMBER = date(2026, 5, 12), date(2026, 11, 19)
MOST_CLICKS = {ENTRY: 45, FOLLOW_UP: 12}
KNOWN = {
    "jour": MAY.isoformat(),
    "logement": "DURABLE_PROCHES",
    "entourage": "SEUL",
    "situation_pro": "CHOMAGE",
    "ressources": "RSA",
    "couverture": "CSS",
    "isolement": True,
    "fins_de_mois_difficiles": True,
    "intervenants": ["AUCUN"],
    "besoins_reperes": False,
}


@pytest.fixture
def nadia(team, sit):
    team.clock.set(MAY, time(10))
    return sit(Role.TRAVAILLEUR_SOCIAL)


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def entered(team, sophie):
    """The entry fiche of May, and November has come."""
    team.clock.set(MAY, time(10))
    opened = fiches.start(team.travailleur_social, sophie.id, "sociale_entree")
    made = fiches.save(
        team.travailleur_social, opened, jour=MAY, answers=dict(KNOWN), complete=True
    )
    team.clock.set(NOVEMBER, time(14))
    return made


def saved(team, patient):
    with team.medecin.store.read() as work:
        return sorted(work.fiches.of(patient.id), key=lambda fiche: fiche.jour)


def begin(hands, title):
    """From the record, by keys alone."""
    record = hands.page
    hands.tab_to(record.header.tabs)
    while record.header.tabs.current() != "fiches":
        hands.key(Qt.Key.Key_Right)
    tab = record.fiches
    hands.tab_to(tab.start_button if tab.start_button.isVisible() else tab.empty.action_button)
    hands.key(Qt.Key.Key_Space)
    hands.choose_action(title)
    assert hands.at() == "fiche"


def next_rubric(hands):
    hands.key(Qt.Key.Key_PageDown, CONTROL)


def enter(hands):
    """Half of the fiche, something else calls, the rest, and what is expected."""
    begin(hands, ENTRY)
    hands.answer("logement", Qt.Key.Key_D, Qt.Key.Key_Down)
    hands.answer("entourage", Qt.Key.Key_V)
    next_rubric(hands)
    hands.answer("situation_pro", Qt.Key.Key_A)
    hands.answer("ressources", Qt.Key.Key_R)
    hands.key(Qt.Key.Key_Escape)
    assert hands.at() == "dossier"

    begin(hands, ENTRY)
    assert hands.form.answers["ressources"] == "RSA"
    next_rubric(hands)
    next_rubric(hands)
    hands.answer("couverture", Qt.Key.Key_C)
    hands.key(Qt.Key.Key_Return, CONTROL)
    (link,) = hands.page.summary.links()
    hands.tab_to(link)
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_N)  # the keyboard is in the question: no need is seen
    hands.key(Qt.Key.Key_Return, CONTROL)


def follow(hands):
    """Everything as before but the housing; what has changed is read, then saved."""
    begin(hands, FOLLOW_UP)
    hands.tab_to(hands.form.group_view().all_unchanged)
    hands.key(Qt.Key.Key_Space)
    hands.answer("evolution_sociale", Qt.Key.Key_2)
    hands.answer("logement", Qt.Key.Key_S)
    hands.tab_to(hands.page.changes_button)
    hands.key(Qt.Key.Key_Space)
    assert hands.dialog(ChangesDialog).summary.text() == "1\xa0réponse a changé."
    hands.key(Qt.Key.Key_Escape)
    assert hands.at() == "fiche"
    hands.key(Qt.Key.Key_Return, CONTROL)


def test_that_the_keyboard_alone_enters_then_follows_a_situation(team, nadia, sophie, counted):
    nadia.go("patients")
    nadia.key(Qt.Key.Key_F, CONTROL)
    nadia.write("lég")
    nadia.key(Qt.Key.Key_Return)
    assert nadia.at() == "dossier"

    enter(nadia)
    assert nadia.at() == "dossier"
    (entry,) = saved(team, sophie)
    assert (entry.complete, entry.jour, entry.answers["besoins_reperes"]) == (True, MAY, False)

    team.clock.set(NOVEMBER, time(14))
    follow(nadia)
    assert nadia.at() == "dossier"
    before, after = saved(team, sophie)
    changed = {k for k, v in after.answers.items() if before.answers.get(k, v) != v}
    assert changed == {"jour", "logement"}
    titles = [ligne.titre for ligne in nadia.page.fiches.model.rows()]
    assert titles == [FOLLOW_UP, ENTRY]
    assert counted.clicks == 0


def open_by_mouse(hands, patient, title):
    """From the record; counted."""
    hands.go("dossier", patient_id=patient.id)
    hands.click(hands.page.header.tabs.tab("fiches"))
    tab = hands.page.fiches
    hands.click(tab.start_button if tab.start_button.isVisible() else tab.empty.action_button)
    hands.click_action(title)
    return hands.page


WHOLE = {
    "proches": {
        "logement": "DURABLE_PROCHES",
        "entourage": "SEUL",
        "enfants_nb": "2",
        "isolement": "OUI",
        "aidant": "NON",
        "violences_subies": "NON",
    },
    "travail": {
        "situation_pro": "CHOMAGE",
        "ressources": "RSA",
        "csp": "EMPLOYE",
        "niveau_etude": "CAP_BEP",
        "fins_de_mois_difficiles": "OUI",
        "endettement": "NON",
    },
    "droits": {
        "couverture": "CSS",
        "ald": "NON",
        "medecin_traitant_declare": "OUI",
        "mdph": "AUCUN",
        "mesure_protection": "AUCUNE",
        "cadre_judiciaire": "AUCUN",
        "incarceration": "JAMAIS",
    },
    "quotidien": {
        "mobilite": "NON",
        "langue_interprete": "NON",
        "illettrisme": "NON",
        "numerique": "OUI",
        "intervenants": "AUCUN",
    },
    "besoins": {"besoins_reperes": "OUI", "besoin_1": "LOGEMENT"},
}


def test_that_a_whole_entry_fiche_costs_forty_five_clicks_at_most(team, nadia, sophie, counted):
    page = open_by_mouse(nadia, sophie, ENTRY)
    for rubric, answers in WHOLE.items():
        if nadia.form.current != rubric:
            nadia.click(page.next_button)
        for item_id, code in answers.items():
            nadia.click_answer(item_id, code)
    nadia.click(page.complete_button)
    assert counted.clicks <= MOST_CLICKS[ENTRY]
    (made,) = saved(team, sophie)
    given = {item_id for answers in WHOLE.values() for item_id in answers}
    assert made.complete
    assert made.answers.keys() == given | {"jour", "duree_min"}
    assert made.answers["enfants_nb"] == 2


def test_that_a_follow_up_costs_twelve_clicks_at_most(team, nadia, sophie, entered, counted):
    page = open_by_mouse(nadia, sophie, FOLLOW_UP)
    nadia.click(nadia.form.group_view().all_unchanged)
    nadia.click_answer("evolution_sociale", "STABLE")
    nadia.click_answer("logement", "SDF")
    nadia.click(page.nav.button("reseau"))
    nadia.click(nadia.form.group_view().all_unchanged)
    nadia.click(page.nav.button("suites"))
    nadia.click(page.complete_button)
    assert counted.clicks <= MOST_CLICKS[FOLLOW_UP]
    made = saved(team, sophie)[-1]
    assert (made.complete, made.answers["logement"]) == (True, "SDF")
