"""Build the Windows installer on Debian, from Python's package index and Debian's packages only."""

import argparse
import hashlib
import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import contenu
import sbom
from windows import folder, icon, installer, launcher, runtime
from windows.tools import BUILD, BUILD_PROGRAMS, prepare


def main(out: Path) -> int:
    if sys.version_info[:2] != tuple(map(int, runtime.VERSION.split(".")[:2])):
        raise SystemExit(f"Il faut un Python de la famille {runtime.VERSION} pour cette étape.")
    prepare(BUILD_PROGRAMS)
    os.umask(0o022)
    made_of, version, made = contenu.commit(), contenu.version(), BUILD / "Microstructure"
    print(f"commit {made_of.digest}")
    os.environ["SOURCE_DATE_EPOCH"] = str(made_of.seconds)
    shutil.rmtree(BUILD, ignore_errors=True)
    for needed in (BUILD, out):
        needed.mkdir(parents=True, exist_ok=True)
    materials = out / f"{contenu.NAME}_{version}_windows.cdx.json"
    sbom.write(materials, "win32", runtime.VERSION)
    folder.make(BUILD, made)
    drawn = BUILD / "microstructure.ico"
    icon.write(drawn)
    launcher.make(version, drawn, BUILD, made)
    folder.date(made, made_of.seconds)
    packed = installer.make(version, drawn, BUILD, made, out)
    files = (place for place in made.rglob("*") if place.is_file())
    for file in sorted(files, key=contenu.size, reverse=True)[:8]:
        print(f"  {contenu.told(file)}")
    for part in (made, packed, materials):
        print(contenu.told(part))
    print(f"sha256 {hashlib.sha256(packed.read_bytes()).hexdigest()}  {packed.name}")
    return 0


if __name__ == "__main__":
    known = argparse.ArgumentParser(description="fabrique l’installeur de Windows")
    known.add_argument("--sortie", type=Path, default=contenu.ROOT / "dist")
    raise SystemExit(main(known.parse_args().sortie.resolve()))
