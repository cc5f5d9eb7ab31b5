"""A letter begins from its template, follows the choices, and never replaces what was typed."""

from datetime import date

import pytest

from microstructure_desktop.services import annuaire, lettres
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.services.lettres import LettreSaisie
from microstructure_desktop.ui.pages.patients.fields import TICKED
from microstructure_desktop.ui.pages.patients.lettre_form import LettreForm
from tests.cabinet import TODAY
from tests.services.cases import oppose
from tests.ui import a11y

CMP = PartenaireSaisi("CMP des Lices", "HOPITAL_PSYCHIATRIE_CMP", adresse="2 place des Lices, Sète")


@pytest.fixture
def cmp(desk):
    return annuaire.add(desk.office, CMP)


@pytest.fixture
def opened_form(show, desk, followed):
    def opener(lettre_id=""):
        made = show(LettreForm(desk.context, followed, lettre_id), 900, 900)
        desk.settle()
        return made

    return opener


def test_that_it_begins_with_what_is_known(opened_form, cmp):
    form = opened_form()
    assert a11y.problems(form) == []
    text = form.fields.field("corps").editor.editor
    assert text.accessibleDescription() == "Lisible par tous les soignants de l’équipe."
    assert form.fields.text("objet") == "Orientation de Sophie LÉGENDE"
    assert not form.again_button.isVisible()
    assert not form.fields.field("rendez_vous").isVisible()
    assert form.changes() == {}


def test_that_another_template_replaces_its_own_text_only(opened_form):
    form = opened_form()
    form.fields.set_typed({"modele": "presence"})
    assert "rendez-vous le jeudi 12 novembre 2026 à 14:00" in form.fields.text("corps")
    assert form.fields.field("rendez_vous").isVisible()
    assert not form.partner.isVisible()
    form.fields.set_typed({"corps": "Mon texte."})
    form.fields.set_typed({"modele": "sortie"})
    assert form.fields.text("corps") == "Mon texte."
    form.again_button.click()
    assert "Notre équipe a accompagné Sophie LÉGENDE" in form.fields.text("corps")
    assert not form.again_button.isVisible()


def test_that_another_session_is_certified_when_chosen(opened_form, desk, followed):
    form = opened_form()
    form.fields.set_typed({"modele": "presence"})
    earlier = lettres.depart(desk.office, followed.id).rendez_vous[-1]
    form.fields.set_typed({"rendez_vous": earlier.id})
    assert "mardi 10 mars 2026" in form.fields.text("corps")


def test_that_a_partner_gives_its_address(opened_form, cmp):
    form = opened_form()
    form.fields.set_typed({"partenaire": cmp.id})
    assert form.fields.text("destinataire") == "CMP des Lices\n2 place des Lices\nSète"


def test_that_the_agreement_is_asked_for_and_dated(qtbot, opened_form, desk, cmp):
    form = opened_form()
    form.save_button.click()
    assert "notez l’accord" in form.fields.field("accord_donne").error_text
    assert "à qui va" in form.fields.field("destinataire").error_text
    form.fields.set_typed({"partenaire": cmp.id, "accord_donne": TICKED})
    assert form.fields.day("accord") == TODAY
    form.fields.set_typed({"accord": "17/11/2026"})
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    assert saved.args[0].accord == date(2026, 11, 17)
    assert saved.args[0].partenaire == cmp.id


def test_that_a_certificate_asks_for_no_agreement(qtbot, opened_form):
    form = opened_form()
    form.fields.set_typed({"modele": "presence"})
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    assert (saved.args[0].accord, saved.args[0].destinataire) == (None, "")


def test_that_what_to_think_of_is_said(opened_form, team, followed, desk):
    form = opened_form()
    assert form.remarks.text() == ""
    form.fields.set_typed({"modele": "presence"})
    form.fields.set_typed({"corps": "Vue par la psychologue."})
    assert "laisse deviner un soin" in form.remarks.text()
    oppose(team, followed)
    assert "s’oppose au partage" in opened_form().remarks.text()


def test_that_what_was_typed_is_found_again(opened_form, desk):
    form = opened_form()
    form.fields.set_typed({"corps": "Madame,\n\nJe vous"})
    form.keep()
    desk.settle()
    again = opened_form()
    assert again.fields.text("corps") == "Madame,\n\nJe vous"
    assert again.banner.title() == "Votre saisie a été retrouvée"


def test_that_a_letter_is_corrected_in_a_new_version(qtbot, opened_form, desk, followed):
    saisie = LettreSaisie("orientation", TODAY, "Objet", "Corps", "CMP", accord=TODAY)
    kept = lettres.ecrire(desk.office, followed.id, saisie)
    form = opened_form(kept.id)
    assert form.fields.text("corps") == "Corps"
    assert form.changes() == {}
    form.fields.set_typed({"corps": "Corps repris"})
    with qtbot.waitSignal(form.saved):
        form.save_button.click()
    assert [x.corps for x in lettres.lettres(desk.office, followed.id)] == ["Corps repris"]
