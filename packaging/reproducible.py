"""Build the last commit twice, in two places, and compare every byte."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from contenu import ROOT


def main() -> int:
    """0 when both builds are the same; the files that differ are named otherwise."""
    with tempfile.TemporaryDirectory() as scratch:
        first, second = (built(Path(scratch, name)) for name in ("un", "un autre dossier"))
    different = sorted(
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    )
    for name in different:
        print(f"différent : {name}")
    print(f"{len(first)} fichiers comparés, {len(different)} différents")
    for name, digest in first.items():
        if "/" not in name:
            print(f"sha256 {digest}  {name}")
    return 1 if different else 0


def built(place: Path) -> dict[str, str]:
    """What one build of a fresh copy of the commit gives: the digest of every file."""
    subprocess.check_call(["git", "clone", "--quiet", str(ROOT), str(place)])
    ours = f"{place / 'packaging'}{os.pathsep}{place}"
    alone = {**os.environ, "PYTHONPATH": ours}
    command = [sys.executable, "packaging/linux/build.py", "--sortie", "dist"]
    subprocess.check_call(command, cwd=place, env=alone)
    found = digests(place / "dist")
    shutil.rmtree(place)
    return found


def digests(folder: Path) -> dict[str, str]:
    """Of each file its content and its mode, of each link where it points."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            found[name] = content if path.stat().st_mode & 0o111 == 0 else f"{content} x"
    return found


if __name__ == "__main__":
    raise SystemExit(main())
