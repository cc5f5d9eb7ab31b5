"""Which models are in use, and what to correct in those that are not."""

from microstructure_desktop.services import reference
from microstructure_desktop.ui.pages.reglages.forms_card import FormsCard
from microstructure_desktop.ui.widgets.labels import Label, Paragraph

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


def card(qtbot, folder):
    made = FormsCard(reference.load(folder), folder)
    qtbot.addWidget(made)
    return made


def said(widget, kind):
    return [part.text() for part in widget.findChildren(kind)]


def test_that_a_model_of_the_cabinet_is_listed(qtbot, tmp_path):
    (tmp_path / "bilan.toml").write_text(MINE.format("integer"), encoding="utf-8")
    made = card(qtbot, tmp_path)
    assert {"Bilan du groupe", "Fiche psychologique de suivi"} <= set(said(made, Label))
    assert made.refused == []
    assert any(str(tmp_path) in text for text in said(made, Paragraph))


def test_that_a_file_left_aside_says_what_to_correct(qtbot, tmp_path):
    (tmp_path / "bilan.toml").write_text(MINE.format("nombre"), encoding="utf-8")
    made = card(qtbot, tmp_path)
    assert "Bilan du groupe" not in said(made, Label)
    (refusal,) = made.refused
    assert "bilan.toml" in refusal.title()
    assert any("ligne 13, presences" in text for text in said(refusal, Paragraph))
