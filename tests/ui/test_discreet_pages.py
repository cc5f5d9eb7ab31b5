"""With names hidden, no page of the window says one, however it was reached."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import autres_reunions, consultations, syntheses
from microstructure_desktop.services.suivi import FICHES_DE_SUIVI
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.sections import PAGES, factories, panel, sections_for
from microstructure_desktop.ui.shell import Shell
from microstructure_desktop.ui.widgets.sidebar import Identity
from tests.cabinet import TODAY
from tests.services.cases import filled, planned
from tests.ui.desk import make_desk
from tests.ui.discreet import said_of
from tests.ui.pages.reunions import scenes

BORN = date(1981, 7, 23)
PHONE = "06 98 76 54 32"
SECRETS = ("Vandermersch", "Ondine", "23/07/1981", PHONE)

# What each page is opened with; one that is not here is opened with the patient alone.
WITHOUT_PATIENT = {
    "activite",
    "rapport",
    "tableaux",
    "programmes",
    "autres_reunions",
    "formations",
    "accueil",
    "patients",
    "reunions",
    "partage",
    "reglages",
}
MEETINGS = {"preparation", "synthese"}
# Those that would name the patient, so that finding no name there means something.
NAMING = (
    "accueil",
    "dossier",
    "seance",
    "fiche",
    "preparation",
    "synthese",
    "comptes_rendus",
    "rapport",
)
TABS = tuple({"onglet": x} for x in ("vue", "seances", "fiches", "evolution"))
FORMS = tuple({"formulaire": x} for x in ("identite", "sortie"))


@pytest.fixture(params=[Role.PSYCHOLOGUE, Role.MEDECIN], ids=str)
def desk(request, team, theme):
    made = make_desk(team, theme, request.param)
    yield made
    made.settle()


@pytest.fixture
def ondine(team, desk):
    """Seen, expected, asked about, begun with, and easily taken for somebody else."""
    known = team.patient("Vandermersch", "Ondine", naissance=BORN, telephone=PHONE)
    team.patient("Vandermersche", "Ondine", naissance=BORN)
    role = desk.context.membre.role
    team.seance(known.id, date(2026, 9, 8), role, note_partagee="Vu.", question="Relais ?")
    planned(team, known, TODAY, role, heure=time(16))
    filled(team, known, date(2026, 9, 8))
    decided = scenes.seen(known, scenes.decision("Appeler la MDPH"))
    scenes.hold(team, decided)
    opened = consultations.open_seance(desk.office, known.id)
    consultations.save_draft(desk.office, opened.id, known.id, {"note_partagee": "x"})
    return known


@pytest.fixture
def shell(qtbot, desk, ondine):
    context = desk.context
    role = context.membre.role
    identity = Identity("Cabinet", context.membre.nom_complet, role, context.membre.initiales)
    made = Shell(context, sections_for(role), factories(), identity, panel)
    qtbot.addWidget(made)
    made.show()
    return made


def open_(shell, desk, route):
    shell.context.navigator.go(route)
    desk.settle()
    QApplication.processEvents()


def route_to(page, desk, team, patient):
    desk.settle()  # the store answers one thread at a time
    if page == "reunion":
        made = autres_reunions.creer(team.medecin, TypeReunion.TRIMESTRIELLE)
        return Route(page, reunion_id=made.id)
    if page in MEETINGS:
        return Route(page, synthese_id=_meeting(page, team, patient))
    if page == "fusion":
        return Route(page, garde=patient.id)
    params = {} if page in WITHOUT_PATIENT else {"patient_id": patient.id}
    if page == "fiche":
        params["form_id"] = FICHES_DE_SUIVI[desk.context.membre.role]
    return Route(page, **params)


def _meeting(page, team, patient):
    situation = Situation(patient.id, Motif.AJOUT)
    if page == "synthese":
        return scenes.begin(team, situation).synthese.id
    prepared = syntheses.prepare(team.medecin)
    return syntheses.save(team.medecin, prepared.synthese, prepared.based_on).synthese.id


def said_hidden(shell, desk, route):
    """What is still said, hidden while the page is there, then opened hidden."""
    desk.context.discretion.switch(on=False)
    open_(shell, desk, route)
    desk.context.discretion.switch(on=True)
    said = said_of(SECRETS)
    open_(shell, desk, Route("reglages"))
    open_(shell, desk, route)
    assert shell.windowTitle() == "Microstructure"
    return {*said, *said_of(SECRETS)}


def test_that_no_page_names_a_patient(shell, desk, team, ondine):
    """One window from page to page, as over a day."""
    routes = [(page, route_to(page, desk, team, ondine)) for page in PAGES]
    named = {page: said_hidden(shell, desk, route) for page, route in routes}
    assert {page: said for page, said in named.items() if said} == {}


def test_that_names_come_back(shell, desk, team, ondine):
    silent = []
    for page in NAMING:
        desk.context.discretion.switch(on=True)
        open_(shell, desk, route_to(page, desk, team, ondine))
        hidden = said_of(("vandermersch",), shell.page())
        desk.context.discretion.switch(on=False)
        desk.settle()
        if hidden or not said_of(("vandermersch",), shell.page()):
            silent.append(page)
    assert silent == []


def test_that_no_part_of_the_record_names_its_patient(shell, desk, ondine):
    typed = {"Vandermersch", "Ondine", PHONE}
    for more in (*TABS, *FORMS):
        route = Route("dossier", patient_id=ondine.id, **more)
        assert said_hidden(shell, desk, route) == set(), more
        shown = {edit.text() for edit in shell.page().findChildren(QLineEdit) if edit.isVisible()}
        assert shown & typed == set(), more


def test_that_a_likely_duplicate_is_not_named(qtbot, shell, desk, ondine):
    open_(shell, desk, Route("patients", nouveau=""))
    form = shell.page().creation
    form.fields.set_typed({"nom": ondine.nom, "prenom": ondine.prenom, "naissance": "23/07/1981"})
    qtbot.waitUntil(lambda: form.duplicates.found() != ())
    assert said_of(("Vandermersch",)) != []
    desk.context.discretion.switch(on=True)
    assert said_of(SECRETS) == []


def test_that_the_list_of_patients_is_away_from_what_is_written(shell, desk, team, ondine):
    for page in ("seance", "fiche", "synthese"):
        route = route_to(page, desk, team, ondine)
        for width in (1024, 1440):
            shell.resize(width, 800)
            open_(shell, desk, Route("dossier", patient_id=ondine.id))
            open_(shell, desk, route)
            assert shell.page().isVisible(), page
            assert not shell.panel.isVisible(), (page, width)
            assert not shell.sidebar.panel_button.isVisible(), (page, width)


def test_that_a_document_waits_to_be_asked_for(qtbot, shell, desk, ondine):
    desk.context.discretion.switch(on=True)
    open_(shell, desk, Route("dossier", patient_id=ondine.id, onglet="evolution"))
    shell.page().evolution.print_button.click()
    desk.settle()
    (preview,) = shell.findChildren(PrintPreview)
    assert preview.veil.isVisible()
    assert said_of(SECRETS) == []
    preview.reject()
