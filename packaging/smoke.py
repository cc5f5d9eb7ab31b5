"""Start the frozen application without a screen on a scratch home: the gate of a release."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = "microstructure-desktop.exe" if os.name == "nt" else "microstructure-desktop"
WINDOW_SECONDS = 6


def main(folder: Path) -> int:
    """Prepare a small demonstration with the frozen program, then have it verify its store."""
    with tempfile.TemporaryDirectory() as scratch:
        home, secret = Path(scratch, "cabinet d’essai"), Path(scratch, "phrase.txt")
        secret.write_text("une phrase pour un cabinet d’essai\n", encoding="utf-8")
        known = ["--passphrase-file", str(secret)]
        small = ["--patients", "4", "--mois", "2", "--sans-fenetre"]
        for arguments in (["demo", *small, *known], ["verify", *known]):
            command = [folder / PROGRAM, "--home", home, *arguments]
            started = time.monotonic()
            code = subprocess.call(command, env=environment(), timeout=120)
            print(f"{arguments[0]}: exit {code} after {time.monotonic() - started:.1f} s")
            if code:
                return code
        return window(folder, home)


def window(folder: Path, home: Path) -> int:
    """A window waits for somebody: still there is what is wanted, with nothing to complain of."""
    with subprocess.Popen([folder / PROGRAM, "--home", home], env=environment()) as program:
        try:
            print(f"window: closed by itself, exit {program.wait(WINDOW_SECONDS)}")
        except subprocess.TimeoutExpired:
            program.terminate()
        else:
            return 1
    complaints = "".join(log.read_text("utf-8") for log in (home / "journaux").glob("*.log"))
    print(complaints or "window: open and quiet")
    return 1 if complaints else 0


def environment() -> dict[str, str]:
    """Only what the system gives: nothing of Python or of a checkout may help the folder."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]).resolve()))
