"""One person's record: opened, kept up to date, changed by short forms."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services import drafts, intervenants, patients
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.services.patients import PatientSaisie
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.dossier import DossierPage
from microstructure_desktop.ui.pages.patients.dossier_header import DOCUMENTS
from microstructure_desktop.ui.pages.patients.exit_form import ExitForm
from microstructure_desktop.ui.pages.patients.identity_edition import IdentityEdition
from microstructure_desktop.ui.pages.patients.inclusion_form import InclusionForm
from microstructure_desktop.ui.pages.patients.scale_chooser import ScaleChooser
from microstructure_desktop.ui.widgets.timeline_row import TimelineRow
from tests.factories import a_document
from tests.services.cases import filled
from tests.services.merges import joined
from tests.services.trajectories import AUDIT_9, scored
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def page(desk, opened, followed):
    made = opened(DossierPage(desk.context), Route("dossier", patient_id=followed.id))
    desk.context.navigator.route_requested.connect(
        lambda route: made.open(route) if route.name == "dossier" else None
    )
    return made


def go(desk, page, **params):
    desk.context.navigator.go(Route("dossier", **params))
    desk.settle()


def test_that_the_record_opens_on_its_overview(page):
    assert page.with_panel
    assert page.header.title.text() == "LÉGENDE Sophie"
    assert page.overview.isVisible()
    assert page.first_focus() is page.header.tabs.tab("vue")
    assert a11y.problems(page) == []


def test_that_each_part_is_one_click_away(page):
    page.header.tabs.tab("seances").click()
    assert page.seances.isVisible()
    assert len(page.seances.model.rows()) == 5
    assert a11y.problems(page) == []
    page.header.tabs.tab("fiches").click()
    assert page.fiches.isVisible()
    page.header.tabs.tab("evolution").click()
    assert page.evolution.isVisible()
    assert a11y.problems(page) == []


def test_that_somebody_else_is_never_shown_under_the_former_name(desk, page, team):
    page.header.tabs.tab("seances").click()
    other = team.patient("Autre", "Jean", naissance=date(1970, 1, 1))
    page.open(Route("dossier", patient_id=other.id))
    assert not page.header.isVisible()
    desk.settle()
    assert page.header.title.text() == "AUTRE Jean"
    assert page.overview.isVisible()


def test_that_a_late_answer_about_another_person_is_dropped(desk, page, team, followed):
    other = team.patient("Autre", "Jean")
    page.open(Route("dossier", patient_id=other.id))
    page.open(Route("dossier", patient_id=followed.id))
    desk.settle()
    assert page.header.title.text() == "LÉGENDE Sophie"


def test_that_a_change_elsewhere_is_shown_where_one_was_reading(desk, page, team, followed):
    page.header.tabs.tab("seances").click()
    team.seance(followed.id, date(2026, 11, 18))
    desk.context.worker.run(lambda _office: None)
    desk.settle()
    assert len(page.seances.model.rows()) == 6
    assert page.seances.isVisible()


def test_that_a_scale_just_scored_is_drawn_where_one_was_looking(desk, page, team, followed):
    page.header.tabs.tab("evolution").click()
    assert page.evolution.model.rows() == ()
    scored(team, followed, date(2026, 11, 18), *AUDIT_9)
    desk.context.worker.run(lambda _office: None)
    desk.settle()
    assert page.evolution.model.rows()[0].titre == "AUDIT"
    assert page.evolution.isVisible()


def test_that_a_scale_is_chosen_over_any_part_of_the_record(page):
    page.header.score_button.click()
    assert page.overview.isVisible()
    chooser = page.findChild(ScaleChooser)
    assert chooser.isVisible()
    chooser.reject()


def test_that_a_record_that_does_not_exist_says_so(desk, page):
    go(desk, page, patient_id=new_id())
    assert page.problem.isVisible()
    assert "n’existe pas" in page.problem._title.text()


def test_that_a_homonym_is_told(desk, page, team, followed):
    team.patient("Légende", "Sofie")
    go(desk, page, patient_id=followed.id)
    titles = [b.title() for b in page.overview.alerts.banners()]
    assert titles[0] == "À ne pas confondre avec LÉGENDE Sofie"


def test_that_a_route_can_name_the_fiche_to_read(desk, page, team, followed):
    old = filled(team, followed, date(2026, 5, 1))
    filled(team, followed, date(2026, 11, 1))
    go(desk, page, patient_id=followed.id, onglet="fiches", fiche_id=old.id)
    assert page.fiches.isVisible()
    assert page.fiches.chosen().fiche.id == old.id


@pytest.mark.parametrize(("form", "kind"), [("identite", IdentityEdition), ("sortie", ExitForm)])
def test_that_the_menu_opens_a_short_form(desk, page, followed, form, kind):
    go(desk, page, patient_id=followed.id, formulaire=form)
    assert isinstance(page.pane, kind)
    assert page.pane.isVisible()
    assert a11y.problems(page) == []


def test_that_what_is_typed_is_kept_when_the_screen_locks(desk, page, followed):
    go(desk, page, patient_id=followed.id, formulaire="identite")
    page.pane.fields.set_typed({"prenom": "Sophia"})
    page.leave()
    desk.settle()
    assert drafts.mine(desk.office)[0].genre == drafts.PATIENT
    go(desk, page, patient_id=followed.id)
    titles = [b.title() for b in page.overview.alerts.banners()]
    assert "Identité modifiée, pas encore enregistrée" in titles


def test_that_saving_an_identity_comes_back_to_the_record(desk, page, followed):
    told = []
    desk.context.events.notice_requested.connect(told.append)
    go(desk, page, patient_id=followed.id, formulaire="identite")
    page.pane.fields.set_typed({"nom": "Récit"})
    page.pane.save_button.click()
    desk.settle()
    assert page.pane is None
    assert page.header.title.text() == "RÉCIT Sophie"
    assert [(n.text, n.action) for n in told] == [("Identité enregistrée", "Annuler")]
    told[0].on_action()
    desk.settle()
    assert page.header.title.text() == "LÉGENDE Sophie"
    assert desk.context.navigator.current == Route("dossier", patient_id=followed.id)


def test_that_a_follow_up_ends_then_opens_again(desk, page, followed):
    go(desk, page, patient_id=followed.id, formulaire="sortie")
    told = []
    desk.context.events.notice_requested.connect(told.append)
    page.pane.fields.set_typed({"motif": "DEMENAGEMENT", "fin": "18/11/2026"})
    page.pane.save_button.click()
    desk.settle()
    assert page.header.tag.text() == "Suivi terminé"
    assert told[0].action == "Fiche psychologique de fin"
    assert told[0].keys == "Ctrl+Z annule"
    told[0].on_action()
    route = Route("fiche", patient_id=followed.id, form_id="psychologique_fin")
    assert desk.context.navigator.current == route
    go(desk, page, patient_id=followed.id, formulaire="inclusion")
    assert isinstance(page.pane, InclusionForm)
    page.pane.save_button.click()
    desk.settle()
    assert page.header.tag.text() == "Suivi en cours"
    for _ in range(2):
        desk.context.undo.undo()
        desk.settle()
    assert told[-1].text.startswith("Annulé\u00a0: suivi terminé")
    assert page.header.tag.text() == "Suivi en cours"
    (episode,) = page._loaded.dossier.inclusions
    assert episode.fin is None


def test_that_a_letter_once_saved_is_read_among_the_papers(desk, page, followed):
    go(desk, page, patient_id=followed.id, formulaire="lettre")
    page.pane.fields.set_typed({"modele": "presence"})
    page.pane.save_button.click()
    desk.settle()
    assert page.pane is None
    assert page.header.tabs.current() == DOCUMENTS
    assert page.documents.papers.chosen().modele == "presence"
    desk.context.undo.undo()
    desk.settle()
    assert page.documents.papers.chosen() is None


def test_that_the_partners_of_the_person_are_beside_the_story(desk, page, followed):
    port = PartenaireSaisi("Pharmacie du Port", "PHARMACIE")
    intervenants.create(desk.office, followed.id, port)
    go(desk, page, patient_id=followed.id)
    assert [a.partenaire.nom for a in page.overview.intervenants.lignes] == ["Pharmacie du Port"]


def test_that_the_reception_corrects_an_identity_and_reads_nothing_else(
    team, theme, show, followed
):
    desk = make_desk(team, theme, Role.SECRETARIAT)
    page = show(DossierPage(desk.context), 900, 800)
    page.open(Route("dossier", patient_id=followed.id))
    desk.settle()
    assert isinstance(page.pane, IdentityEdition)
    assert page.findChildren(TimelineRow) == []
    page.pane.fields.set_typed({"telephone": "0611223344"})
    page.pane.save_button.click()
    desk.settle()
    assert desk.routes[-1] == Route("patients")
    known = patients.identity(team.medecin, followed.id).patient
    assert known == type(known)(
        **{**{f: getattr(followed, f) for f in known.__slots__}, "telephone": "0611223344"}
    )


def test_that_nothing_is_read_while_the_page_is_hidden(desk, page, team, followed):
    page.hide()
    saisie = PatientSaisie("Récit", "Sophie", followed.naissance, followed.sexe)
    desk.context.worker.run(lambda office: patients.edit(office, followed.id, saisie, None))
    desk.settle()
    assert page.header.title.text() == "LÉGENDE Sophie"


def test_that_a_record_joined_to_another_leads_to_it(desk, opened, sophie, team):
    gone = team.patient("Legende", programme=None, debut=None)
    joined(team, sophie, gone)
    opened(DossierPage(desk.context), Route("dossier", patient_id=gone.id))
    assert desk.routes[-1] == Route("dossier", patient_id=sophie.id)


def test_that_an_earlier_follow_up_is_chosen_and_left_again(desk, page, team, followed):
    (first,) = page._loaded.dossier.inclusions
    patients.close(desk.office, first.id, fin=date(2026, 9, 8), motif="DEMENAGEMENT")
    patients.include(desk.office, followed.id, programme="COVID_SM", debut=date(2026, 11, 1))
    go(desk, page, patient_id=followed.id)
    everything = len(page.overview.parcours.rows)
    page.header.tabs.tab("seances").click()
    _latest, before = page.header.episodes.menu_.actions()
    before.trigger()
    assert page.overview.isVisible()
    assert page.header.episodes.text() == before.text()
    assert len(page.overview.parcours.rows) < everything
    assert page.overview.parcours.whole_button.isVisible()
    team.seance(followed.id, date(2026, 11, 18))
    desk.context.worker.run(lambda _office: None)
    desk.settle()
    assert page.header.episodes.text() == before.text()
    assert a11y.problems(page) == []
    page.overview.parcours.whole_button.click()
    assert len(page.overview.parcours.rows) == everything + 1
    assert page.header.episodes.text().endswith("depuis le 01/11/2026")
    page.header.episodes.menu_.actions()[1].trigger()
    go(desk, page, patient_id=team.patient("Autre", "Jean").id)
    assert page.overview.chosen is None
    assert not page.header.episodes.isVisible()


def test_that_the_present_follow_up_is_the_whole_story(desk, page, followed):
    present = page._loaded.dossier.inclusion.id
    page.header.episode_chosen.emit(present)
    assert page.overview.chosen is None


def test_that_a_paper_just_kept_is_in_the_story(desk, page, team, followed):
    def keep(office):
        made = a_document(patient=followed.id, ajoute_par=office.membre.id)
        with office.store.begin(office.membre.id, office.now()) as work:
            work.documents.save(made)

    before = len(page.overview.parcours.rows)
    desk.context.worker.run(keep)
    desk.settle()
    assert len(page.overview.parcours.rows) == before + 1
