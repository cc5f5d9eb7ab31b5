"""One row in full: its fields, its faults, its remarks, whether it is taken."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from microstructure_desktop.services.reprise_examen import Examinee, Semblable, Sort
from microstructure_desktop.services.reprise_mots import Champ
from microstructure_desktop.services.reprise_personnes import Lue
from microstructure_desktop.ui.pages.reprise.row_card import RowCard
from microstructure_desktop.ui.pages.reprise.words import Shown
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui.a11y import problems

SOPHIE = Lue(
    2,
    "Légende",
    "Sophie",
    naissance=date(1992, 5, 14),
    remarques={Champ.NAISSANCE: "Année comprise\u00a0: 1992."},
)


def texts(card):
    QApplication.processEvents()  # what was just written is shown first
    parts = [x for kind in (Label, Paragraph) for x in card.findChildren(kind)]
    return [part.text() for part in parts if part.isVisible()]


def test_that_a_row_is_told_field_by_field_and_can_be_taken(show, desk, qtbot):
    card = show(RowCard(desk.context), 300, 500)
    card.show_row(Shown(Examinee(SOPHIE, Sort.CREER), taken=True))
    assert {"Ligne\u00a02", "Légende", "14/05/1992", "Année comprise\u00a0: 1992."} <= set(
        texts(card)
    )
    assert card.take_box.isChecked()
    with qtbot.waitSignal(card.toggled):
        qtbot.mouseClick(card.take_box, Qt.MouseButton.LeftButton)
    assert problems(card) == []


def test_that_a_row_to_correct_says_how_and_cannot_be_taken(show, desk):
    card = show(RowCard(desk.context), 300, 500)
    lue = Lue(5, "Conte", fautes={Champ.PRENOM: "Entrez le prénom."})
    card.show_row(Shown(Examinee(lue, Sort.A_CORRIGER), taken=False))
    assert {"Entrez le prénom.", "—"} <= set(texts(card))
    assert any("dans le fichier" in text for text in texts(card))
    assert not card.take_box.isVisible()


def test_that_a_likely_duplicate_says_of_whom(show, desk):
    card = show(RowCard(desk.context), 300, 500)
    near = Semblable(numero=9, raison="Même nom")
    card.show_row(Shown(Examinee(SOPHIE, Sort.DOUBLON, near), taken=False))
    assert "Même nom\u00a0: ligne\u00a09 du fichier" in texts(card)
    assert not card.take_box.isChecked()


def test_that_a_row_without_a_person_and_no_row_say_so(show, desk):
    card = show(RowCard(desk.context), 300, 500)
    card.show_row(Shown(Examinee(Lue(9), Sort.IGNOREE), taken=False))
    assert "Elle ne nomme personne." in texts(card)
    card.show_row(None)
    assert any("Choisissez une ligne" in text for text in texts(card))


def test_that_names_dates_and_what_is_said_of_them_are_hidden_in_discreet_mode(show, desk):
    card = show(RowCard(desk.context), 300, 500)
    desk.context.discretion.switch(on=True)
    card.show_row(Shown(Examinee(SOPHIE, Sort.CREER), taken=True))
    assert "•••" in texts(card)
    assert not any("Légende" in text or "1992" in text for text in texts(card))
