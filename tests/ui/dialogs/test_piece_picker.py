"""A document is read whole and checked; what cannot be kept is said under the button."""

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.dialogs.piece_picker import NOTHING_PASTED, PiecePicker, size
from tests.reports import received
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def picker(show, desk):
    return show(PiecePicker(desk.context), 600, 160)


@pytest.fixture
def copied():
    """Put something in the clipboard; empty it at the end."""

    def put(data):
        QGuiApplication.clipboard().setMimeData(data)

    yield put
    QGuiApplication.clipboard().clear()


def test_that_a_sound_file_is_told_with_its_size(qtbot, picker, desk, tmp_path):
    path = tmp_path / "bilan.pdf"
    path.write_bytes(received.pdf())
    with qtbot.waitSignal(picker.picked) as picked:
        picker._on_file_chosen(str(path))
    assert picked.args[0].contenu == received.pdf()
    assert picker.found.text() == "Un document PDF, 1\u00a0ko"
    assert picker.error.text() == ""
    assert a11y.problems(picker) == []
    assert path.read_bytes() == received.pdf()


def test_that_what_cannot_be_kept_is_said_and_the_former_one_forgotten(picker, desk, tmp_path):
    sound, broken = tmp_path / "a.pdf", tmp_path / "b.pdf"
    sound.write_bytes(received.pdf())
    broken.write_bytes(received.pdf()[:80])
    for path in (sound, broken):
        picker.read(path)
        desk.settle()
    assert picker.piece is None
    assert picker.error.text().startswith("Ce fichier est abîmé")
    assert picker.choose_button.isEnabled()


def test_that_an_image_or_a_file_copied_elsewhere_is_pasted(picker, desk, copied, tmp_path):
    image = QMimeData()
    image.setImageData(QImage(20, 10, QImage.Format.Format_RGB32))
    copied(image)
    picker.paste_button.click()
    desk.settle()
    assert picker.piece.mot == "une image PNG"
    path = tmp_path / "a.jpg"
    path.write_bytes(received.jpeg())
    file = QMimeData()
    file.setUrls([QUrl.fromLocalFile(str(path))])
    copied(file)
    picker.paste_button.click()
    desk.settle()
    assert picker.piece.mot == "une image JPEG"


def test_that_nothing_to_paste_is_said(picker, copied):
    text = QMimeData()
    text.setText("du texte")
    copied(text)
    picker.paste_button.click()
    assert picker.error.text() == NOTHING_PASTED


def test_that_one_file_is_asked_for_among_those_that_are_taken(picker):
    picker.choose_button.click()
    (dialog,) = picker.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    assert dialog.nameFilters() == ["Documents (*.pdf *.png *.jpg *.jpeg)"]
    dialog.reject()


@pytest.mark.parametrize(
    ("octets", "said"),
    [(1, "1 ko"), (340_400, "340 ko"), (999_600, "1,0 Mo"), (1_240_000, "1,2 Mo")],
)
def test_that_a_size_is_said_as_people_say_it(octets, said):
    assert size(octets).replace("\u00a0", " ") == said
