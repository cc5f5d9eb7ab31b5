"""What somebody does not want told to one member is told to them nowhere, and no word more."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import documents
from microstructure_desktop.ui.pages.patients.alerts import AlertStack
from tests.cabinet import TODAY
from tests.reports.reading import plain, whole
from tests.services.cases import filled

TO_OBJECT, TO_OPEN, TO_SEE_WHO = 4, 2, 2
SHARED, QUESTION = "Canari des nuits blanches.", "Canari du relais ?"
WORD = "canari"
REASON = "Malaise au cabinet, appel du 15"
PAGES = ("accueil", "agenda", "patients", "reunions", "journal", "corbeille")
PARTS = ("vue", "seances", "fiches", "evolution", "plan", "documents")


@pytest.fixture
def sophie(team):
    """Her psychologist wrote a note, a question and a fiche about her."""
    patient = team.patient()
    team.seance(patient.id, date(2026, 11, 5), note_partagee=SHARED, question=QUESTION)
    filled(team, patient, date(2026, 11, 5))
    return patient


@pytest.fixture
def objected(team, sophie, sit):
    """The psychologist notes that Sophie does not want this told to the social worker."""

    def noted(role=Role.TRAVAILLEUR_SOCIAL):
        claire = sit(Role.PSYCHOLOGUE)
        claire.go("dossier", patient_id=sophie.id)
        claire.click(claire.page.overview.rights.add_button)
        form = claire.page.pane
        devant = form.fields.editor("devant")
        claire.click(devant)
        claire.click_row(devant.view(), devant.findData(team[role].membre.id))
        claire.click(form.save_button)
        return claire

    return noted


def bands(hands):
    return [b.title() for b in hands.page.findChild(AlertStack).banners()]


def everywhere(hands, patient):
    """Each page that could tell something of her, one after the other."""
    for page in PAGES:
        hands.go(page)
        yield page
    for part in PARTS:
        hands.go("dossier", patient_id=patient.id, onglet=part)
        yield part


def test_that_an_objection_costs_four_clicks_and_is_in_force_at_once(
    team, objected, sophie, counted
):
    counted.clicks = 0
    claire = objected()
    assert counted.clicks <= TO_OBJECT
    assert "La personne s’oppose au partage avec N. Témoin" in bands(claire)
    with claire.desk.office.store.read() as work:
        (said,) = work.declarations.of(sophie.id)
    assert (said.membre, said.jour) == (team.travailleur_social.membre.id, TODAY)


def test_that_the_member_objected_to_reads_not_one_word(team, objected, sophie, sit):
    before = sit(Role.TRAVAILLEUR_SOCIAL)
    before.go("dossier", patient_id=sophie.id, onglet="seances")
    assert before.says(WORD)
    objected()
    nadia = sit(Role.TRAVAILLEUR_SOCIAL)
    nadia.go("dossier", patient_id=sophie.id)
    assert "Partage limité à la demande de la personne" in bands(nadia)
    for place in everywhere(nadia, sophie):
        assert not nadia.says(WORD), place


def test_that_neither_paper_nor_meeting_tells_them_more(team, objected, sophie, sit):
    claire = objected()
    claire.go("preparation")
    claire.click(claire.page.proposals.all_button)
    claire.click(claire.page.begin_button)
    synthese = claire.page.keeper.synthese
    assert [s.patient for s in synthese.situations] == [sophie.id]
    assert claire.says("pas devant N. Témoin")

    nadia = sit(Role.TRAVAILLEUR_SOCIAL)
    nadia.go("synthese", synthese_id=synthese.id)
    assert not nadia.says(WORD)
    office = nadia.desk.office
    for paper in (documents.parcours(office, sophie.id), documents.minutes(office, synthese.id)):
        assert WORD not in plain(whole(paper.pdf)).lower()


@pytest.fixture
def closed(objected, sophie, sit):
    """The doctor, before whom Sophie objects, reads her record."""
    objected(Role.MEDECIN)
    hands = sit(Role.MEDECIN)
    hands.go("dossier", patient_id=sophie.id)
    return hands


def pass_over(hands, reason):
    hands.click(hands.named("Passer outre…"))
    hands.write(reason)
    hands.click(hands.page.pane.save_button)


def test_that_the_doctor_passes_over_it_with_a_reason_in_two_clicks(closed, counted, sophie):
    assert not closed.says(WORD)
    counted.clicks = 0
    pass_over(closed, REASON)
    assert counted.clicks <= TO_OPEN
    closed.go("dossier", patient_id=sophie.id, onglet="seances")
    assert closed.says(WORD)


def test_that_a_reason_too_short_opens_nothing(closed, sophie):
    pass_over(closed, "urgence")
    assert closed.page.pane.fields.field("motif").error_text
    assert not closed.says(WORD)


def test_that_who_opened_it_and_why_is_two_clicks_away(closed, counted, sophie):
    pass_over(closed, REASON)
    counted.clicks = 0
    closed.click(closed.page.header.menu_button)
    closed.click_action("Qui a ouvert ce dossier\xa0?")
    assert counted.clicks <= TO_SEE_WHO
    lignes = closed.page.model.rows()
    (passed,) = [ligne for ligne in lignes if ligne.motif]
    assert (passed.motif, passed.acces.patient) == (REASON, sophie.id)
    assert passed.qui == "Dr Paul Exemple"
