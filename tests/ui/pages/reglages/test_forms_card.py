"""Which models are in use, and what to correct in those that are not."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import reference
from microstructure_desktop.ui.dialogs.fiche_printing import BLANK
from microstructure_desktop.ui.pages.reglages.forms_card import FormsCard
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui import a11y
from tests.ui.desk import make_desk

MINE = """
id = "bilan_groupe"
version = 1
title = "Bilan du groupe"
role = "psychologue"
stage = "suivi"
depuis = 2026-11-01

[[group]]
id = "seul"
title = "Le groupe"

[[group.item]]
id = "presences"
text = "Présences"
type = "{}"
"""


@pytest.fixture
def card(team, theme, show):
    """The card of somebody, once the files are where the cabinet puts them."""

    def opened(role=Role.PSYCHOLOGUE):
        desk = make_desk(team, theme, role)
        desk.context.reference = reference.load(desk.context.home.formulaires)
        return show(FormsCard(desk.context), 700, 900)

    return opened


@pytest.fixture
def folder(team):
    team.home.formulaires.mkdir(parents=True, exist_ok=True)
    return team.home.formulaires


def said(widget, kind):
    return [part.text() for part in widget.findChildren(kind)]


def printers(made):
    return [b for b in made.findChildren(IconButton) if BLANK in b.toolTip()]


def test_that_a_model_of_the_cabinet_is_listed(card, folder):
    (folder / "bilan.toml").write_text(MINE.format("integer"), encoding="utf-8")
    made = card()
    assert {"Bilan du groupe", "Fiche psychologique de suivi"} <= set(said(made, Label))
    assert made.refused == []
    assert any(str(folder) in text for text in said(made, Paragraph))


def test_that_a_file_left_aside_says_what_to_correct_before_anything_else(card, folder):
    (folder / "bilan.toml").write_text(MINE.format("nombre"), encoding="utf-8")
    made = card()
    assert "Bilan du groupe" not in said(made, Label)
    (refusal,) = made.refused
    assert "bilan.toml" in refusal.title()
    assert any("ligne" in text and "presences" in text for text in said(refusal, Paragraph))
    assert refusal.y() < made.families[0].y()


def test_that_every_model_is_in_one_family_and_the_long_ones_are_folded(card):
    made = card()
    titles = [form.title for form in reference.load().forms.latest()]
    listed = said(made, Label)
    assert all(listed.count(title) >= titles.count(title) for title in titles)
    fiches, *others = made.families
    of_psychologist = [t for t in said(fiches, Label) if t.startswith("Fiche psychologique")]
    assert [t.split()[-1] for t in of_psychologist] == ["d’entrée", "suivi", "fin"]
    assert not fiches.folded
    assert not fiches.fold_button.isVisible()
    scales = others[-1]
    assert scales.folded
    assert made.height() < 4000


def test_that_a_folded_family_opens_and_closes(card):
    scales = card().families[-1]
    assert scales.fold_button.text().startswith("Afficher")
    scales.fold_button.click()
    assert not scales.folded
    assert scales.fold_button.text().startswith("Replier")
    scales.fold_button.click()
    assert scales.folded


def test_that_each_model_asks_to_be_printed_blank(qtbot, card):
    made = card()
    forms = reference.load().forms.latest()
    assert len(printers(made)) == len(forms)
    with qtbot.waitSignal(made.print_asked) as asked:
        next(b for b in printers(made) if "Fiche psychologique de suivi" in b.toolTip()).click()
    assert asked.args == ["psychologique_suivi"]


def test_that_who_does_not_care_for_patients_prints_nothing(card):
    assert printers(card(Role.SECRETARIAT)) == []


def test_that_everything_on_it_has_a_name(card):
    made = card()
    made.families[-1].fold_button.click()
    assert a11y.problems(made) == []
