"""Start a frozen application as a person would, without a screen: the gate of a release."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import contenu

CABINET = "cabinet d’essai"
SECRET = "phrase.txt"
WINDOW_SECONDS = 30
PDF = b"%PDF-"

Run = Callable[[list[str]], int]


def commands(seen: str) -> list[list[str]]:
    """What is asked of the program, in order; `seen` is the scratch folder as it sees it."""
    month = f"{date.today().replace(day=1) - timedelta(days=1):%Y-%m}"  # noqa: DTZ011 -- the demo's own today
    home, known = ["--home", f"{seen}/{CABINET}"], ["--passphrase-file", f"{seen}/{SECRET}"]
    small = ["--patients", "4", "--mois", "3", "--sans-fenetre"]
    minutes = ["--mois", month, "--sortie", f"{seen}/compte-rendu.pdf"]
    return [
        ["--version"],
        [*home, "demo", *small, *known],
        [*home, "verify", *known],
        [*home, "documents", "synthese", *minutes, *known],
        [*home, "share", "prepare", "--mois", month, "--sortie", f"{seen}/", *known],
    ]


def play(run: Run, base: Path, seen: str) -> int:
    """Every command in turn, up to the first that fails; then what they had to leave behind."""
    (base / SECRET).write_text("une phrase pour un cabinet d’essai\n", encoding="utf-8")
    for arguments in commands(seen):
        started = time.monotonic()
        code = run(arguments)
        named = next((word for word in arguments if word in WORDS), arguments[0])
        print(f"{named} : code {code} après {time.monotonic() - started:.1f} s", flush=True)
        if code:
            return code
    return complaints(base)


WORDS = ("demo", "verify", "documents", "share")


def complaints(base: Path) -> int:
    """The documents are there, and the log has nothing to say."""
    wrong = []
    minutes = base / "compte-rendu.pdf"
    if not minutes.is_file() or not minutes.read_bytes().startswith(PDF):
        wrong.append("le compte rendu n’est pas un PDF")
    if len(sealed := list(base.glob("*.msma"))) != 1:
        wrong.append(f"{len(sealed)} mois scellés au lieu d’un")
    wrong += logged(base)
    print("\n".join(wrong) or "documents écrits, journal vide")
    return 1 if wrong else 0


def logged(base: Path) -> list[str]:
    logs = (base / CABINET / "journaux").glob("*.log")
    return [text for log in logs if (text := log.read_text("utf-8"))]


def window(command: list[str], base: Path, environment: dict[str, str]) -> int:
    """A window waits for somebody: still there is what is wanted, with nothing to complain of."""
    with subprocess.Popen(command, env=environment) as program:
        try:
            print(f"fenêtre : fermée d’elle-même, code {program.wait(WINDOW_SECONDS)}")
        except subprocess.TimeoutExpired:
            program.terminate()
        else:
            return 1
    wrong = logged(base)
    print("\n".join(wrong) or f"fenêtre : encore là après {WINDOW_SECONDS} s, journal vide")
    return 1 if wrong else 0


def main(folder: Path) -> int:
    """The folder that was just built, on the machine that built it."""
    program = str(folder / (f"{contenu.NAME}.exe" if os.name == "nt" else contenu.NAME))
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    alone = kept | {"QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        code = play(
            lambda arguments: subprocess.call([program, *arguments], env=alone, timeout=180),
            base,
            scratch,
        )
        return code or window([program, "--home", str(base / CABINET)], base, alone)


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if sys.argv[1:] else contenu.ROOT / "dist" / contenu.NAME
    raise SystemExit(main(chosen.resolve()))
