"""Ask a public list of known vulnerabilities about every version that a package carries."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from contenu import requirements

SERVICES = ("pypi", "osv")
UNREACHED = (
    "Vulnérabilités connues : NON VÉRIFIÉES. Aucune liste publique n’a répondu à cette machine."
    "\nRelancez « python3 dev.py package audit » depuis une machine qui a Internet."
)


def main() -> int:
    """0: asked, nothing known, or nobody answered (said in capitals); 1: something is known."""
    with tempfile.TemporaryDirectory() as scratch:
        pinned = Path(scratch, "requirements.txt")
        pinned.write_text(requirements(), encoding="utf-8")
        for service in SERVICES:
            code = asked(service, pinned)
            if code is not None:
                return code
    print(UNREACHED)
    return 0


def asked(service: str, pinned: Path) -> int | None:
    """Say what one service knows; None when it did not answer for every version."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(pinned), "--require-hashes"]
    options = ["--disable-pip", "--format", "json", "--progress-spinner", "off", "--timeout", "15"]
    done = subprocess.run(
        [*command, *options, "--vulnerability-service", service],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    if not done.stdout.startswith("{"):
        print(f"{service} : {done.stderr.strip().splitlines()[-1][:200]}")
        return None
    return judged(service, json.loads(done.stdout)["dependencies"])


def judged(service: str, answers: list[dict[str, Any]]) -> int | None:
    """Say what is known; pip-audit calls « skipped » a version that its service never heard of."""
    if skipped := [each["name"] for each in answers if "skip_reason" in each]:
        print(f"{service} : rien sur {len(skipped)} composants sur {len(answers)}")
        return None
    known = [(each, fault) for each in answers for fault in each["vulns"]]
    for each, fault in known:
        mended = ", ".join(fault["fix_versions"]) or "aucune version corrigée"
        print(f"{each['name']} {each['version']} : {fault['id']} ; corrigé dans {mended}")
    print(f"{service} : {len(answers)} composants vérifiés, {len(known)} vulnérabilités connues")
    return 1 if known else 0


if __name__ == "__main__":
    raise SystemExit(main())
