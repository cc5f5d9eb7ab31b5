"""Build the Windows installer on Debian, from Python's package index and Debian's packages only."""

import argparse
import hashlib
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from windows import folder, icon, installer, launcher, runtime
from windows.tools import (
    BUILD,
    BUILD_PROGRAMS,
    ROOT,
    epoch,
    megabytes,
    prepare,
)


def version() -> str:
    text = (ROOT / "src" / folder.PACKAGE / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    assert found is not None
    return found.group(1)


def main(out: Path) -> int:
    if sys.version_info[:2] != tuple(map(int, runtime.VERSION.split(".")[:2])):
        raise SystemExit(f"Only a Python of {runtime.VERSION}’s family compiles its modules.")
    prepare(BUILD_PROGRAMS)
    seconds, made = epoch(), BUILD / "Microstructure"
    os.environ["SOURCE_DATE_EPOCH"] = str(seconds)
    for needed in (BUILD, out):
        needed.mkdir(parents=True, exist_ok=True)
    folder.make(BUILD, made)
    drawn = BUILD / "microstructure.ico"
    icon.write(drawn)
    launcher.make(version(), drawn, BUILD, made)
    folder.date(made, seconds)
    packed = installer.make(version(), drawn, BUILD, made, out)
    for part in sorted(made.rglob("*"), key=lambda place: place.stat().st_size, reverse=True)[:8]:
        print(f"{megabytes(part):>10}  {part.relative_to(made)}")
    print(f"{megabytes(made):>10}  {made.relative_to(ROOT)}")
    digest = hashlib.sha256(packed.read_bytes()).hexdigest()
    print(f"{megabytes(packed):>10}  {packed.name}  sha256 {digest}")
    return 0


if __name__ == "__main__":
    known = argparse.ArgumentParser(description=__doc__)
    known.add_argument("--sortie", type=Path, default=ROOT / "dist")
    raise SystemExit(main(known.parse_args().sortie.resolve()))
