"""Drawing a form, or showing it, from the command line."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from microstructure_desktop.cli import main
from tests.forms.samples import one_item

TWO = one_item() + '[[group]]\nid = "deux"\ntitle = "Deux"\n[[group.item]]\n' + (
    'id = "r"\ntext = "R"\ntype = "text"\nenable_when = { item = "q", exists = true }\n'
)  # fmt: skip
SHOWN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from microstructure_desktop.cli import forms_preview, main
from microstructure_desktop.ui.preview.window import PreviewWindow

forms_preview.has_display = lambda: True
show = PreviewWindow.show

def shown(self):
    show(self)
    QTimer.singleShot(50, lambda: (print(self.windowTitle(), self.isVisible()), self.close()))

PreviewWindow.show = shown
sys.exit(main(["forms", "preview", sys.argv[1]]))
"""


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "essai.toml"
    made.write_text(TWO, encoding="utf-8")
    return made


def draw(path, *options):
    """In a process of its own: the platform of Qt is chosen once."""
    command = [sys.executable, "-m", "microstructure_desktop", "forms", "preview", str(path)]
    return subprocess.run([*command, *options], capture_output=True, text=True, check=False)


def test_that_a_picture_of_a_rubric_is_written(path, tmp_path):
    image = tmp_path / "image.png"
    said = draw(path, "--image", str(image), "--rubrique", "deux", "--toutes", "--sombre")
    assert (said.returncode, said.stdout) == (0, f"Image enregistrée\u00a0: {image}\n")
    drawn = QImage(str(image))
    assert drawn.width() == 1280
    assert drawn.pixelColor(5, drawn.height() - 5).lightness() < 80


def test_that_a_faulty_file_is_said_and_not_drawn(path, tmp_path, capsys):
    path.write_text(one_item("zut = 1"), encoding="utf-8")
    image = tmp_path / "image.png"
    assert main(["forms", "preview", str(path), "--image", str(image)]) == 1
    assert capsys.readouterr().err == "ligne 16, q\u00a0: clé inconnue «\u00a0zut\u00a0»\n"
    assert not image.exists()


def test_that_an_unknown_rubric_and_a_missing_screen_are_said(path, capsys):
    assert main(["forms", "preview", str(path), "--rubrique", "trois"]) == 1
    assert "n’a pas de rubrique" in capsys.readouterr().err
    assert main(["forms", "preview", str(path)]) == 1
    assert "--image" in capsys.readouterr().err


def test_that_an_image_that_cannot_be_written_is_said(path, tmp_path):
    said = draw(path, "--image", str(tmp_path / "absent" / "image.png"))
    assert said.returncode == 1
    assert "L’image n’a pas pu être enregistrée" in said.stderr


def test_that_the_window_is_shown_until_it_is_closed(path):
    said = subprocess.run(
        [sys.executable, "-c", SHOWN, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (said.returncode, said.stdout) == (0, "Aperçu\u00a0: essai.toml True\n")
    assert "Traceback" not in said.stderr
