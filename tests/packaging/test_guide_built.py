"""The installation guide, built for real: pictures of the window, then read back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

import dev
from microstructure_desktop import __version__

ROOT = Path(dev.__file__).parent
PACKAGING = ROOT / "packaging"


@pytest.mark.long
def test_that_the_guide_is_built_with_pictures_of_the_window(tmp_path):
    installer = tmp_path / f"Microstructure-{__version__}-setup.exe"
    installer.write_bytes(b"")
    path = os.pathsep.join(map(str, (PACKAGING, ROOT, ROOT / "src")))
    command = [sys.executable, PACKAGING / dev.STEPS["guide"], "--sortie", tmp_path]
    subprocess.run(command, env=dict(os.environ, PYTHONPATH=path), check=True, timeout=240)
    made = [each for each in tmp_path.iterdir() if each != installer]
    assert [each.name for each in made] == [
        f"Microstructure-{__version__}-guide-installation.pdf",
    ]
    read = PdfReader(made[0])
    text = "".join(page.extract_text() for page in read.pages)
    assert "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" in text
    drawn = [image.image for page in read.pages for image in page.images]
    assert len(drawn) == 10
    assert all(image.width > 800 for image in drawn)
    assert all(sum(map(bool, image.convert("L").histogram())) > 20 for image in drawn)
