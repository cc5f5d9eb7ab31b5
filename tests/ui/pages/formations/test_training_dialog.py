"""A training is typed, its certificate chosen; what is wrong is said at its field."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services import formations
from microstructure_desktop.services.pieces import PieceEmpty
from microstructure_desktop.ui.pages.formations.training_dialog import TrainingDialog
from tests.reports import received
from tests.ui import a11y


@pytest.fixture
def dialog(desk, show):
    def shown(known=None):
        membres = [s.membre for s in formations.registre(desk.office).suivis]
        place = show(QWidget(), 1024, 760)
        mine = desk.context.membre.id
        made = TrainingDialog(place, desk.context, membres, mine, known)
        made.open()
        return made

    return shown


def fill(made):
    made.theme.set_value("ADDICTOLOGIE")
    made.title.setText("Premiers pas")
    made.first.setText("14/05/2026")


def test_that_a_training_is_asked_to_be_kept(qtbot, dialog, desk, tmp_path):
    made = dialog()
    assert a11y.problems(made) == []
    assert made.member.value() == desk.context.membre.id
    fill(made)
    made.hours.setText("7")
    path = tmp_path / "attestation.pdf"
    path.write_bytes(received.pdf())
    made.picker.read(path)
    desk.settle()
    with qtbot.waitSignal(made.asked) as asked:
        made.save_button.click()
    saisie, contenu = asked.args
    assert (saisie.theme, saisie.du, saisie.heures) == ("ADDICTOLOGIE", date(2026, 5, 14), 7)
    assert contenu == received.pdf()
    made.refuse(PieceEmpty())
    assert "vide" in made.fields["attestation"].error_text
    assert made.save_button.isEnabled()
    made.close_saved()
    assert not made.isVisible()


@pytest.mark.parametrize(
    ("name", "typed", "field"),
    [
        ("title", "", "intitule"),
        ("first", "", "du"),
        ("last", "bientôt", "au"),
        ("hours", "sept", "heures"),
        ("hours", "0", "heures"),
    ],
)
def test_that_a_bad_field_is_said(qtbot, dialog, name, typed, field):
    made = dialog()
    fill(made)
    getattr(made, name).setText(typed)
    with qtbot.assertNotEmitted(made.asked):
        made.save_button.click()
    assert [n for n, f in made.fields.items() if f.error_text] == [field]
    assert a11y.problems(made) == []


def test_that_a_known_one_is_corrected(dialog, followed):
    concept, _ = followed
    made = dialog(concept)
    assert made.saisie().intitule == "Premiers pas"
    assert made.saisie().heures == 7
    assert made.fields["attestation"].label.text() == "Remplacer l’attestation"
    assert made.known is concept
