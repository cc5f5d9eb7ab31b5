"""Papers are read in one place; what names somebody is hidden when names are."""

import pytest

from microstructure_desktop.ui.pages.patients.papers_list import PapersList
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests import factories as make
from tests.ui import a11y


@pytest.fixture
def papers(show, desk):
    me = desk.context.membre
    made = show(PapersList(desk.context), 900, 600)
    lettre = make.a_lettre(
        id="l", membre=me.id, destinataire="CMP\nSète", objet="Orientation de Sophie LÉGENDE"
    )
    document = make.a_document(id="d", titre="Bilan de Sophie", taille=340_000)
    made.set_papers((lettre, document), {me.id: me.nom_affiche, make.AUTHOR: "Dr Exemple"})
    return made


def said(papers):
    cards = papers.reading.itemAt(0).widget()
    return [x.text() for kind in (Label, Paragraph) for x in cards.findChildren(kind)]


def titles(papers):
    return [papers._text(row).title for row in papers.model.rows()]


def test_that_the_first_is_read_with_whom_it_goes_to(papers):
    assert a11y.problems(papers) == []
    assert titles(papers) == ["Lettre d’orientation", "Bilan de Sophie"]
    assert "CMP\nSète" in said(papers)
    assert "Merci de votre accueil." in said(papers)


def test_that_a_document_says_what_it_is_and_who_added_it(papers):
    papers.choose("d")
    assert any("PDF, 340\u00a0ko · ajouté par Dr Exemple" in text for text in said(papers))


def test_that_only_who_signs_a_letter_may_correct_it(papers, qtbot):
    buttons = {b.text(): b for b in papers.reading.itemAt(0).widget().findChildren(Button)}
    with qtbot.waitSignal(papers.edit_asked) as asked:
        buttons["Corriger"].click()
    assert asked.args[0].id == "l"
    papers.set_papers((make.a_lettre(id="x"),), {})
    buttons = {b.text() for b in papers.reading.itemAt(0).widget().findChildren(Button)}
    assert "Corriger" not in buttons
    assert "Aperçu et impression" in buttons


def test_that_names_are_hidden_with_the_others(papers, desk):
    desk.context.discretion.toggle()
    assert "Sophie" not in " ".join([*said(papers), *titles(papers)])
    papers.choose("d")
    assert "Sophie" not in " ".join(said(papers))
    desk.context.discretion.toggle()
    assert "Bilan de Sophie" in said(papers)


def test_that_nothing_yet_is_said(papers):
    papers.set_papers((), {})
    assert papers.empty.isVisible()
