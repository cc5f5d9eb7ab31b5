"""Where each part stands: lacking something, without a comment, or ready."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_saisie
from microstructure_desktop.ui.pages.rapport.report_nav import Etat
from microstructure_desktop.ui.pages.rapport.states import bare_entries, entries, section_of


def test_that_each_section_says_what_it_waits_for(desk, opened):
    rapport_saisie.commenter(desk.office, 2026, Section.SANTE, "Dit.")
    found = {e.cle: e for e in entries(opened(), Role.PSYCHOLOGUE)}
    assert found["verifications"].etat is Etat.A_COMPLETER
    assert found["forfaits"].etat is Etat.A_COMPLETER  # nobody funds
    assert found["file_active"].etat is Etat.SANS_COMMENTAIRE
    assert found["sante"].etat is Etat.PRETE
    assert found["vignettes"].etat is Etat.PRETE  # optional
    assert found["perspectives"].titre == "16. Perspectives"


def test_that_the_list_is_there_before_anything_is_read():
    shown = bare_entries(Role.PSYCHOLOGUE)
    assert [e.cle for e in shown] == ["verifications", *Section, "diffusion"]
    assert {e.etat for e in shown} == {None}


def test_that_each_role_goes_where_it_may():
    assert [e.cle for e in bare_entries(Role.COORDINATION)] == ["diffusion"]
    assert bare_entries(Role.PSYCHIATRE)[-1].cle == Section.PERSPECTIVES
    assert bare_entries(Role.SECRETARIAT) == ()


def test_that_the_checklist_is_no_section():
    assert section_of("verifications") is None
    assert section_of("profil") is Section.PROFIL
