"""Build the installation guide: its text, pictures of the real window, and the installers' sums."""

import argparse
import hashlib
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

import contenu
from guide import pages, pictures, words

import dev


def main(sortie: Path) -> int:
    dev.prepare(dev.missing_packages(screen=False))
    sortie.mkdir(parents=True, exist_ok=True)
    made_of = contenu.commit()
    with tempfile.TemporaryDirectory() as scratch:
        taken = pictures.take(Path(scratch), date.fromisoformat(made_of.day))
        guide = pages.Guide(words.chapters(), taken, sums(sortie), contenu.version())
        pdf = pages.make(guide)
    made = sortie / name()
    made.write_bytes(pdf)
    print(contenu.told(made))
    return 0


def name() -> str:
    return f"Microstructure-{contenu.version()}-guide-installation.pdf"


def sums(folder: Path) -> dict[str, str]:
    """Of the installers that are there, so that whoever received one can compare."""
    known = words.facts()
    there = (folder / known[each] for each in ("installeur", "deb"))
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in there if path.is_file()
    }


if __name__ == "__main__":
    known = argparse.ArgumentParser(description="fabrique le guide d’installation")
    known.add_argument("--sortie", type=Path, default=contenu.ROOT / "dist")
    os.umask(0o022)
    sys.exit(main(known.parse_args().sortie.resolve()))
