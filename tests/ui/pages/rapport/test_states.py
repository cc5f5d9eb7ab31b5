"""Where each part stands: lacking something, without a comment, or ready."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_saisie
from microstructure_desktop.ui.pages.rapport.states import bare_parts, parts, section_of


def test_that_each_section_says_what_it_waits_for(desk, opened):
    rapport_saisie.commenter(desk.office, 2026, Section.SANTE, "Dit.")
    found = {p.key: p for p in parts(opened(), Role.PSYCHOLOGUE)}
    assert found["verifications"].state == "à compléter"
    assert found["forfaits"].state == "à compléter"  # nobody funds
    assert found["file_active"].state == "commentaire vide"
    assert found["sante"].state == "prête"
    assert found["vignettes"].state == "prête"  # optional
    assert found["perspectives"].label == "16. Perspectives"


def test_that_the_list_is_there_before_anything_is_read():
    shown = bare_parts(Role.PSYCHOLOGUE)
    assert [p.key for p in shown] == ["verifications", *Section, "diffusion"]
    assert {p.state for p in shown} == {""}


def test_that_each_role_goes_where_it_may():
    assert [p.key for p in bare_parts(Role.COORDINATION)] == ["diffusion"]
    assert bare_parts(Role.PSYCHIATRE)[-1].key == Section.PERSPECTIVES
    assert bare_parts(Role.SECRETARIAT) == ()


def test_that_the_checklist_is_no_section():
    assert section_of("verifications") is None
    assert section_of("profil") is Section.PROFIL
